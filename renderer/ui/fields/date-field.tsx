import { useEffect } from 'react'
import type { BusinessDate } from '../../../shared/dates.ts'
import { say } from '../../../shared/words/say.ts'
import { DayField } from './day-field.tsx'
import { useToday } from './today.ts'

interface DateFieldProps {
  /** null until the field has said which day it shows: that one is recorded, also where midnight passes meanwhile */
  readonly value: BusinessDate | null
  readonly onChange: (value: BusinessDate | null) => void
  readonly error: string | null
}

/** The business date of an action: today unless another day is written. A half-written date changes nothing. */
export function DateField({ value, onChange, error }: DateFieldProps) {
  const today = useToday()
  useEffect(() => {
    if (value === null) onChange(today)
  }, [value, onChange, today])
  return <DayField label={say('ui.date')} value={value ?? today} onChange={onChange} error={error} />
}
