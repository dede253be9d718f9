import { SegmentedControl } from '@mantine/core'
import classes from './outcome-field.module.css'

const OUTCOMES = [
  { value: 'succeeded', label: 'Succeeded' },
  { value: 'failed', label: 'Failed' },
]

/** Whether the money moved: one that failed is recorded, too, and changes no balance. */
export function OutcomeField({ failed, onChange }: { failed: boolean; onChange: (failed: boolean) => void }) {
  return (
    <SegmentedControl
      aria-label="Outcome"
      classNames={{ input: classes.input ?? '' }}
      data={OUTCOMES}
      value={failed ? 'failed' : 'succeeded'}
      onChange={(value) => onChange(value === 'failed')}
    />
  )
}
