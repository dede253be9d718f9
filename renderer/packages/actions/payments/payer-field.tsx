import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { say } from '../../../../shared/words/say.ts'
import { CustomerField } from '../../../invoices/form/customer-field.tsx'

interface PayerFieldProps {
  /** number of who paid; null: the customer */
  readonly value: string | null
  readonly onChange: (payer: string | null) => void
  readonly error: string | null
  readonly label?: string
  /** who was proposed */
  readonly known?: { readonly number: string; readonly name: string } | null | undefined
}

/** Who paid, where it was not the customer: hidden until somebody says so, since most pay for themselves. */
export function PayerField({ value, onChange, error, label = say('reversals.payer'), known }: PayerFieldProps) {
  const [shown, setShown] = useState(value !== null)
  return (
    <>
      <Checkbox
        label={label}
        checked={shown}
        onChange={(event) => {
          setShown(event.currentTarget.checked)
          if (!event.currentTarget.checked) onChange(null)
        }}
      />
      {(shown || error !== null) && (
        <CustomerField
          label={say('reversals.payerName')}
          optional
          value={value}
          onChange={onChange}
          error={error}
          known={known}
        />
      )}
    </>
  )
}
