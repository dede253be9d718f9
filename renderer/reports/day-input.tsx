import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseBusinessDate, type BusinessDate } from '../../shared/dates.ts'

interface DayInputProps {
  readonly label: string
  readonly value: BusinessDate | null
  /** null: left open */
  readonly onChange: (value: BusinessDate | null) => void
}

/** A day of a report. A half-written one leaves the report as it is. */
export function DayInput({ label, value, onChange }: DayInputProps) {
  const [written, setWritten] = useState<string>(value ?? '')
  return (
    <TextInput
      type="date"
      label={label}
      w={160}
      max="9999-12-31"
      value={written}
      onChange={(event) => {
        const text = event.currentTarget.value
        setWritten(text)
        const date = parseBusinessDate(text)
        if (typeof date === 'string') onChange(date)
        else if (text === '') onChange(null)
      }}
    />
  )
}
