import { Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { BusinessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import outcome from '../packages/actions/outcome-field.module.css'
import { usePermission } from '../sign-in/session.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { useToday } from '../ui/fields/today.ts'
import { ActivityPart } from './activity-part.tsx'
import { AgingPart } from './aging-part.tsx'
import { DayField } from '../ui/fields/day-field.tsx'
import { LedgerPart } from './ledger-part.tsx'
import { LiabilityPart } from './liability-part.tsx'
import { OwedPart } from './owed-part.tsx'
import classes from './reports.module.css'

const PARTS = [
  { value: 'liability', label: say('reports.what_the_school_owes') },
  { value: 'aging', label: say('reports.what_is_owed_to_the_school') },
  { value: 'activity', label: say('reports.payments_and_reversals') },
  { value: 'ledger', label: say('reports.the_ledger') },
] as const

type Part = (typeof PARTS)[number]['value']

/** Billing > Reports: for those who keep the books of the whole school. */
export function ReportsTab() {
  const permitted = usePermission('Reconcile')
  const today = useToday()
  const [part, setPart] = useState<Part>('liability')
  const [from, setFrom] = useState<BusinessDate | null>(firstOfMonth(today))
  const [to, setTo] = useState<BusinessDate>(today)
  if (!permitted) return <NoPermission permission="Reconcile" />
  return (
    <div className={classes.tab}>
      <Group align="flex-end" gap="md">
        <SegmentedControl
          aria-label={say('reports.report')}
          classNames={{ input: outcome.input ?? '' }}
          data={[...PARTS]}
          value={part}
          onChange={(value) => setPart(PARTS.find((known) => known.value === value)?.value ?? 'liability')}
        />
        {part !== 'aging' && part !== 'ledger' && (
          <DayField
            label={say('reports.from')}
            value={from}
            onChange={setFrom}
            clear={say('reports.from_clear')}
            width={180}
          />
        )}
        {part !== 'ledger' && (
          <DayField
            label={part === 'aging' ? say('reports.as_of') : say('reports.to')}
            value={to}
            onChange={(day) => setTo(day ?? today)}
            width={160}
          />
        )}
      </Group>
      {part === 'liability' && <LiabilityPart period={{ from, to }} />}
      {part === 'aging' && <OwedPart asOf={to} />}
      {part === 'aging' && <AgingPart asOf={to} />}
      {part === 'activity' && <ActivityPart period={{ from, to }} />}
      {part === 'ledger' && <LedgerPart />}
    </div>
  )
}

function firstOfMonth(day: BusinessDate): BusinessDate {
  return `${day.slice(0, 8)}01` as BusinessDate
}
