import type { BusinessDate } from '../../../shared/dates.ts'
import { say } from '../../../shared/words/say.ts'
import { DayField } from '../../ui/fields/day-field.tsx'

interface AsOfFieldProps {
  /** null: now */
  readonly value: BusinessDate | null
  readonly onChange: (value: BusinessDate | null) => void
}

/** The day whose balances are shown; an empty field means now. */
export function AsOfField({ value, onChange }: AsOfFieldProps) {
  return (
    <DayField
      label={say('balance.asOf')}
      value={value}
      onChange={onChange}
      clear={say('balance.asOfClear')}
      width={176}
    />
  )
}
