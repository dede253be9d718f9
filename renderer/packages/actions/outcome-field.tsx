import { SegmentedControl } from '@mantine/core'
import classes from './outcome-field.module.css'
import { say } from '../../../shared/words/say.ts'

const OUTCOMES = [
  { value: 'succeeded', label: say('ui.succeeded') },
  { value: 'failed', label: say('ui.failed') },
]

/** Whether the money moved: one that failed is recorded, too, and changes no balance. */
export function OutcomeField({ failed, onChange }: { failed: boolean; onChange: (failed: boolean) => void }) {
  return (
    <SegmentedControl
      aria-label={say('ui.outcome')}
      classNames={{ input: classes.input ?? '' }}
      data={OUTCOMES}
      value={failed ? 'failed' : 'succeeded'}
      onChange={(value) => onChange(value === 'failed')}
    />
  )
}
