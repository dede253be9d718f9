import { Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { BalanceChanges } from './balance-changes.tsx'
import { FormFoot } from './form-foot.tsx'
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
  const input = { date: null, basis: [], ref: invoice.ref }
  const preview = useQuery({
    queryKey: ['invoices', 'preview', how, invoice.ref],
    queryFn: () => call(`invoices.${how}.preview`, { ...input, note: 'preview' }),
  })
  const record = useRecorded(() => call(`invoices.${how}`, { ...input, note }), onDone)
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        record.mutate(undefined)
      }}
      noValidate
    >
      <Text size="sm">
        <strong>{invoice.ref}</strong> of {invoice.customerName}. {WORDS[how]}
      </Text>
      <Textarea
        label="Reason"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={problemAt(record.error, 'note')}
      />
      <BalanceChanges changes={preview.data?.changes ?? []} />
      <FormFoot
        thrown={record.error}
        fields={['note']}
        submit={how === 'void' ? 'Void invoice' : 'Delete invoice'}
        pending={record.isPending}
        onCancel={onBack}
        destructive
      />
    </form>
  )
}
