import { TextInput } from '@mantine/core'
import type { Tender } from '../../../../shared/contract/values.ts'
import { hasReference, referenceLabel } from '../../../../shared/payment-reference.ts'

interface ReferenceFieldProps {
  readonly method: Tender
  readonly value: string
  readonly onChange: (reference: string) => void
}

/** The number of a check or slip; nothing where money by the tender has none. */
export function ReferenceField({ method, value, onChange }: ReferenceFieldProps) {
  if (!hasReference(method)) return null
  return (
    <TextInput
      label={referenceLabel(method)}
      autoComplete="off"
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
