import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { parseBusinessDate, type BusinessDate } from '../../shared/dates.ts'
import { useToday } from './today.ts'
import { say } from '../../shared/words/say.ts'

interface DateFieldProps {
  /** null until the field has said which day it shows: that one is recorded, also where midnight passes meanwhile */
  readonly value: BusinessDate | null
  readonly onChange: (value: BusinessDate | null) => void
  readonly error: string | null
}

/** The business date of an action: today unless another day is written. A half-written date changes nothing. */
export function DateField({ value, onChange, error }: DateFieldProps) {
  const today = useToday()
  const [written, setWritten] = useState<string>(value ?? today)
  const take = (text: string) => {
    setWritten(text)
    const date = parseBusinessDate(text)
    if (typeof date === 'string') onChange(date)
  }
  useEffect(() => {
    if (value === null) onChange(today)
  }, [value, onChange, today])
  return (
    <TextInput
      type="date"
      label={say('ui.date')}
      value={written}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => setWritten(value ?? today)}
      max="9999-12-31"
      error={error}
    />
  )
}
