import { Input, SegmentedControl } from '@mantine/core'
import { say } from '../../../shared/words/say.ts'
import classes from '../invoices.module.css'
import type { Invoice } from '../invoices-queries.ts'
import type { InvoiceDraft, PaidBefore } from './invoice-draft.ts'

interface PaidBeforeFieldProps {
  readonly original: Invoice
  readonly draft: InvoiceDraft
}

const CHOICES: readonly { readonly value: PaidBefore; readonly label: string }[] = [
  { value: 'back', label: say('invoice_form.paidGoesBack') },
  { value: 'stays', label: say('invoice_form.paidStays') },
]

/** What becomes of the money that was paid on the invoice to correct; nothing where none was. */
export function PaidBeforeField({ original, draft }: PaidBeforeFieldProps) {
  if (!original.payments.some(({ failed, reversed }) => !failed && !reversed)) return null
  const label = say('invoice_form.paidBefore')
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ className: classes.labelAbove }}>
      <SegmentedControl
        aria-label={label}
        data={[...CHOICES]}
        value={draft.money}
        onChange={(value) => draft.setMoney(value as PaidBefore)}
      />
    </Input.Wrapper>
  )
}
