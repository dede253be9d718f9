import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseBusinessDate, type BusinessDate } from '../../shared/dates.ts'

interface DayFieldProps {
  readonly label: string
  readonly value: BusinessDate | null
  /** null: nothing is written, or not the whole of a day */
  readonly onChange: (value: BusinessDate | null) => void
  readonly error: string | null
  readonly description?: string
  readonly disabled?: boolean
}

/** A day that an action is about, beside the day on which it is done. */
export function DayField({ label, value, onChange, error, description, disabled = false }: DayFieldProps) {
  // What is written while it is no day yet; once it is one, the value says it.
  const [half, setHalf] = useState('')
  return (
    <TextInput
      type="date"
      label={label}
      value={value ?? half}
      onChange={(event) => {
        const written = event.currentTarget.value
        const day = parseBusinessDate(written)
        setHalf(typeof day === 'string' ? '' : written)
        onChange(typeof day === 'string' ? day : null)
      }}
      max="9999-12-31"
      disabled={disabled}
      error={error}
      {...(description ? { description } : {})}
    />
  )
}
