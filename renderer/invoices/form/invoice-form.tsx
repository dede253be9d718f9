import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { sumCents } from '../../../shared/money.ts'
import { failureOf } from '../../api/call-failure.ts'
import { ChangedNotice } from '../../packages/actions/changed-notice.tsx'
import { usePermission } from '../../sign-in/session.tsx'
import { DateAndNote } from '../../ui/fields/date-and-note.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Money } from '../../ui/money.tsx'
import { BalanceChanges } from '../balance-changes.tsx'
import { HandedBack } from '../handed-back.tsx'
import { FormFoot } from '../form-foot.tsx'
import { problemAt, useCatalogue, type Invoice, type Overview } from '../invoices-queries.ts'
import type { InvoiceFilled } from '../invoice-view.ts'
import classes from '../invoices.module.css'
import { CustomerField } from './customer-field.tsx'
import { sourcesOf } from './form-line.ts'
import { useInvoiceDraft, type InvoiceDraft } from './invoice-draft.ts'
import { PaidBeforeField } from './paid-before-field.tsx'
import { EndedPackages } from './ended-packages.tsx'
import { OtherRates } from './other-rates.tsx'
import { InvoiceLinesFields } from './lines-fields.tsx'
import { say } from '../../../shared/words/say.ts'
import { Said } from '../../ui/said.tsx'

interface InvoiceFormProps {
  /** the invoice to correct; null for a new one */
  readonly original: Invoice | null
  /** whom a new one is for; null: chosen in the form */
  readonly customer?: string | null
  readonly filled: InvoiceFilled | undefined
  readonly onCancel: () => void
  /** goes on to the invoice made: paying it, where its package lines can be paid at once */
  readonly onMade: (ref: string, next: 'invoice' | 'pay') => void
}

/** Makes an invoice, or corrects one: void and replacement in one step. */
export function InvoiceForm({ original, customer = null, filled, onCancel, onMade }: InvoiceFormProps) {
  const mayPay = usePermission('Take Payments')
  const draft = useInvoiceDraft(original, { customer, filled }, ({ ref }, lines, money) =>
    onMade(ref, mayPay && money === 'back' && lines.some(({ from }) => from !== null) ? 'pay' : 'invoice'),
  )
  const { overview, record, thrown } = draft
  const given = customer !== null && original === null
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        draft.send()
      }}
      noValidate
    >
      {original ? (
        <Correcting original={original} />
      ) : (
        <CustomerField
          value={draft.customer}
          onChange={draft.chooseCustomer}
          error={problemAt(thrown, 'customer')}
          given={given}
        />
      )}
      {overview.isError && <FailureNotice thrown={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data && <Lines draft={draft} overview={overview.data} original={original} given={given} />}
      {original && mayPay && <PaidBeforeField original={original} draft={draft} />}
      {original && <OtherRates original={original} draft={draft} />}
      <Effects draft={draft} />
      <DateAndNote
        date={draft.date}
        onDate={draft.setDate}
        note={draft.note}
        onNote={draft.setNote}
        noteLabel={original ? say('ui.reason') : say('ui.note')}
        problemOf={(field) => problemAt(field === 'note' ? record.error : thrown, field)}
      />
      <ChangedNotice shown={draft.changed && !record.isError} />
      <FormFoot
        thrown={thrown}
        fields={['customer', 'note', 'date', ...lineFields(draft)]}
        submit={original ? say('invoice_form.correct') : say('invoice_form.make')}
        pending={record.isPending}
        onCancel={onCancel}
        disabled={draft.input === null}
      />
    </form>
  )
}

/** The fields of the lines, at which a refusal of a line is shown. */
function lineFields({ lines }: InvoiceDraft): string[] {
  return lines.flatMap((_, place) => ['code', 'package', 'quantity'].map((field) => `lines.${place}.${field}`))
}

function Correcting({ original }: { original: Invoice }) {
  return (
    <Text size="sm">
      <Said
        of="invoice_form.correcting"
        parts={{ ref: <strong>{original.ref}</strong> }}
        params={{ customer: original.customerName }}
      />
    </Text>
  )
}

interface LinesProps {
  readonly draft: InvoiceDraft
  readonly overview: Overview
  readonly original: Invoice | null
  /** one begins here, since whom it is for was known */
  readonly given: boolean
}

function Lines({ draft, overview, original, given }: LinesProps) {
  const catalogue = useCatalogue()
  const sources = useMemo(() => sourcesOf(overview, original), [overview, original])
  if (!catalogue.data) return catalogue.isError ? <FailureNotice thrown={catalogue.error} /> : null
  return (
    <>
      <InvoiceLinesFields
        entries={catalogue.data.entries}
        sources={sources}
        lines={draft.lines}
        onLines={draft.changeLines}
        amounts={draft.preview?.amounts ?? []}
        thrown={draft.thrown}
        focused={given}
      />
      <EndedPackages overview={overview} />
    </>
  )
}

/** What the invoice comes to, and each balance before and after. */
function Effects({ draft: { preview, thrown } }: { draft: InvoiceDraft }) {
  if (!preview || (thrown && failureOf(thrown).code !== 'stale')) return null
  return (
    <>
      <Text fw={600} ta="end">
        {say('ui.total')} <Money amount={sumCents(preview.amounts)} />
      </Text>
      <HandedBack back={preview.handedBack} />
      <BalanceChanges changes={preview.changes} />
    </>
  )
}
