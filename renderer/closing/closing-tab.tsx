import { Skeleton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BusinessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { usePermission } from '../sign-in/session.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { DayField } from '../ui/fields/day-field.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { useToday } from '../ui/fields/today.ts'
import { CloseForm } from './close-form.tsx'
import classes from './closing.module.css'
import { ClosingsList } from './closings-list.tsx'

/** Billing > Closing: what was expected against what was counted, signed off; afterwards nothing is dated into it. */
export function ClosingTab() {
  return usePermission('Reconcile') ? <Closing /> : <NoPermission permission="Reconcile" />
}

function Closing() {
  const today = useToday()
  const [from, setFrom] = useState<BusinessDate>(today)
  const [to, setTo] = useState<BusinessDate>(today)
  const expected = useQuery({
    queryKey: ['closings', 'expected', from, to],
    queryFn: () => call('closings.expected', { days: { from, to } }),
  })
  return (
    <div className={classes.tab}>
      <section aria-labelledby="close-days">
        <Title order={2} size="h4" id="close-days" mb="sm">
          {say('closing.close_a_day_or_a_period')}
        </Title>
        <div className={classes.days}>
          <DayField label={say('closing.from')} value={from} onChange={(day) => setFrom(day ?? today)} width={160} />
          <DayField label={say('closing.to')} value={to} onChange={(day) => setTo(day ?? today)} width={160} />
        </div>
        {expected.isPending && <Skeleton height={200} animate={false} />}
        {expected.isError && <FailureNotice thrown={expected.error} onRetry={() => void expected.refetch()} />}
        {/* Other days are another count: nothing typed for the ones before belongs to them. */}
        {expected.data && <CloseForm key={`${from} ${to}`} expected={expected.data} />}
      </section>
      <ClosingsList />
    </div>
  )
}
