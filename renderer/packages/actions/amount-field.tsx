import { Select, TextInput } from '@mantine/core'
import { tenderSchema, type Tender } from '../../../shared/contract/values.ts'
import { tenderWords } from '../../../shared/action-words.ts'
import type { Cents } from '../../../shared/money.ts'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import { parseTypedAmount } from '../../../shared/typed-numbers.ts'
import { say } from '../../../shared/words/say.ts'

/** What was typed as an amount: minor units, or null with a problem to show once something was typed. */
export function readAmount(typed: string, style: MoneyStyle): { amount: Cents | null; problem: string | null } {
  if (typed.trim() === '') return { amount: null, problem: null }
  const parsed = parseTypedAmount(typed, style)
  return typeof parsed === 'object' ? { amount: null, problem: parsed.problem } : { amount: parsed, problem: null }
}

interface TypedFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly error: string | null
  readonly description?: string
  readonly autoFocus?: boolean
}

/** A field for an amount or a quantity as people type it. */
export function TypedField({ label, value, onChange, error, description, autoFocus }: TypedFieldProps) {
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      {...(description ? { description } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  )
}

/** How the money comes or goes. */
export function TenderField(props: {
  value: Tender
  without: readonly Tender[]
  onChange: (to: Tender) => void
  error: string | null
}) {
  const tenders = tenderSchema.options.filter((tender) => !props.without.includes(tender))
  return (
    <Select
      label={say('ui.tender')}
      data={tenders.map((tender) => ({ value: tender, label: tenderWords(tender) }))}
      allowDeselect={false}
      value={props.value}
      onChange={(value) => props.onChange(tenderSchema.parse(value))}
      error={props.error}
    />
  )
}
