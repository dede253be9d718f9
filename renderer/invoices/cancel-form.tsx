import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Basis } from '../../shared/contract/action-values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { ChangedNotice } from '../packages/actions/changed-notice.tsx'
import { useHeldBasis } from '../packages/actions/held-basis.ts'
import { DateAndNote } from '../ui/fields/date-and-note.tsx'
import { call } from '../api/call.ts'
import { BalanceChanges } from './balance-changes.tsx'
import { HandedBack } from './handed-back.tsx'
import { FormFoot } from './form-foot.tsx'
import type { InvoiceFilled } from './invoice-view.ts'
import { invoiceFinished } from './invoice-reversal.ts'
import { problemAt, useRecorded, type Invoice } from './invoices-queries.ts'
import classes from './invoices.module.css'
import { say } from '../../shared/words/say.ts'
import { Said } from '../ui/said.tsx'

interface CancelFormProps {
  readonly invoice: Invoice
  readonly how: 'void' | 'delete'
  readonly filled: InvoiceFilled | undefined
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Voids or deletes an invoice, with the reason. */
export function CancelForm({ invoice, how, filled, onBack, onDone }: CancelFormProps) {
  const [note, setNote] = useState(filled?.note ?? '')
  const [date, setDate] = useState<BusinessDate | null>(filled?.date ?? null)
  const input = { date, basis: invoice.basis, ref: invoice.ref }
  const preview = useQuery({
    queryKey: ['invoices', 'preview', how, input],
    queryFn: () => call(`invoices.${how}.preview`, { ...input, note: 'preview' }),
  })
  const record = useRecorded(
    (basis: Basis[]) => call(`invoices.${how}`, { ...input, basis, note }),
    onDone,
    () => invoiceFinished(invoice.ref),
    filled?.again,
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
        <Said
          of={how === 'void' ? 'invoices.voiding' : 'invoices.deleting'}
          parts={{ ref: <strong>{invoice.ref}</strong> }}
          params={{ customer: invoice.customerName }}
        />
      </Text>
      <DateAndNote
        date={date}
        onDate={setDate}
        note={note}
        onNote={setNote}
        noteLabel={say('ui.reason')}
        problemOf={(field) => problemAt(record.error, field)}
      />
      <HandedBack back={preview.data?.handedBack} />
      <BalanceChanges changes={preview.data?.changes ?? []} />
      <ChangedNotice shown={changed && !record.isError} />
      <FormFoot
        thrown={record.error}
        fields={['note', 'date']}
        submit={how === 'void' ? say('invoices.title_void') : say('invoices.title_delete')}
        pending={record.isPending}
        onCancel={onBack}
        destructive
      />
    </form>
  )
}
