import { Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { BusinessDate } from '../../shared/dates.ts'
import outcome from '../packages/actions/outcome-field.module.css'
import { usePermission } from '../sign-in/session.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { useToday } from '../ui/today.ts'
import { ActivityPart } from './activity-part.tsx'
import { AgingPart } from './aging-part.tsx'
import { DayInput } from './day-input.tsx'
import { LiabilityPart } from './liability-part.tsx'
import { OwedPart } from './owed-part.tsx'
import classes from './reports.module.css'

const PARTS = [
  { value: 'liability', label: 'What the school owes' },
  { value: 'aging', label: 'What is owed to the school' },
  { value: 'activity', label: 'Payments and reversals' },
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
          aria-label="Report"
          classNames={{ input: outcome.input ?? '' }}
          data={[...PARTS]}
          value={part}
          onChange={(value) => setPart(PARTS.find((known) => known.value === value)?.value ?? 'liability')}
        />
        {part !== 'aging' && <DayInput label="From" value={from} onChange={setFrom} />}
        <DayInput label={part === 'aging' ? 'As of' : 'To'} value={to} onChange={(day) => setTo(day ?? today)} />
      </Group>
      {part === 'liability' && <LiabilityPart period={{ from, to }} />}
      {part === 'aging' && <OwedPart asOf={to} />}
      {part === 'aging' && <AgingPart asOf={to} />}
      {part === 'activity' && <ActivityPart period={{ from, to }} />}
    </div>
  )
}

function firstOfMonth(day: BusinessDate): BusinessDate {
  return `${day.slice(0, 8)}01` as BusinessDate
}
