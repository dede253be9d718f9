import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Basis } from '../../shared/contract/action-values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { ChangedNotice } from '../packages/actions/changed-notice.tsx'
import { useHeldBasis } from '../packages/actions/held-basis.ts'
import { DateAndNote } from '../ui/date-and-note.tsx'
import { call } from '../api/call.ts'
import { BalanceChanges } from './balance-changes.tsx'
import { FormFoot } from './form-foot.tsx'
import { invoiceFinished } from './invoice-reversal.ts'
import { problemAt, useRecorded, type Invoice } from './invoices-queries.ts'
import classes from './invoices.module.css'

interface CancelFormProps {
  readonly invoice: Invoice
  readonly how: 'void' | 'delete'
  readonly onBack: () => void
  readonly onDone: () => void
}

const WORDS = {
  void: 'Voiding undoes what still stands of the invoice. It stays in the list as void; this is final.',
  delete: 'Deleting undoes what still stands of the invoice and hides it from the lists; this is final.',
}

/** Voids or deletes an invoice, with the reason. */
export function CancelForm({ invoice, how, onBack, onDone }: CancelFormProps) {
  const [note, setNote] = useState('')
  const [date, setDate] = useState<BusinessDate | null>(null)
  const input = { date, basis: invoice.basis, ref: invoice.ref }
  const preview = useQuery({
    queryKey: ['invoices', 'preview', how, input],
    queryFn: () => call(`invoices.${how}.preview`, { ...input, note: 'preview' }),
  })
  const record = useRecorded(
    (basis: Basis[]) => call(`invoices.${how}`, { ...input, basis, note }),
    onDone,
    () => invoiceFinished(invoice.ref),
  )
  const { held, changed, adopt } = useHeldBasis(invoice.basis, record.error)
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        record.mutate(held)
      }}
      onChange={() => changed && adopt()}
      noValidate
    >
      <Text size="sm">
        <strong>{invoice.ref}</strong> of {invoice.customerName}. {WORDS[how]}
      </Text>
      <DateAndNote
        date={date}
        onDate={setDate}
        note={note}
        onNote={setNote}
        noteLabel="Reason"
        problemOf={(field) => problemAt(record.error, field)}
      />
      <BalanceChanges changes={preview.data?.changes ?? []} />
      <ChangedNotice shown={changed && !record.isError} />
      <FormFoot
        thrown={record.error}
        fields={['note', 'date']}
        submit={how === 'void' ? 'Void invoice' : 'Delete invoice'}
        pending={record.isPending}
        onCancel={onBack}
        destructive
      />
    </form>
  )
}
