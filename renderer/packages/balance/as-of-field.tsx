import { CloseButton, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { parseBusinessDate, type BusinessDate } from '../../../shared/dates.ts'
import { say } from '../../../shared/words/say.ts'

interface AsOfFieldProps {
  /** null: now */
  readonly value: BusinessDate | null
  readonly onChange: (value: BusinessDate | null) => void
}

/** The day whose balances are shown. Half-written dates wait; an empty field means now. */
export function AsOfField({ value, onChange }: AsOfFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [written, setWritten] = useState(value ?? '')
  const [known, setKnown] = useState(value)
  // Another part of the dialog may go back to now.
  if (value !== known) {
    setKnown(value)
    setWritten(value ?? '')
  }
  const take = (text: string) => {
    setWritten(text)
    const date = parseBusinessDate(text)
    if (text === '' || typeof date === 'string') {
      const next = typeof date === 'string' ? date : null
      setKnown(next)
      onChange(next)
    }
  }
  return (
    <TextInput
      ref={field}
      type="date"
      label={say('balance.asOf')}
      value={written}
      onChange={(event) => take(event.currentTarget.value)}
      max="9999-12-31"
      w={176}
      rightSection={
        written !== '' && (
          <CloseButton
            size="sm"
            aria-label={say('balance.asOfClear')}
            onClick={() => {
              take('')
              field.current?.focus()
            }}
          />
        )
      }
    />
  )
}
