import { Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { ActionDone } from '../../../shared/contract/action-values.ts'
import { usePermission } from '../../sign-in/session.tsx'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { sumCents } from '../../../shared/money.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Money } from '../../ui/money.tsx'
import { BalanceChanges } from '../balance-changes.tsx'
import { FormFoot } from '../form-foot.tsx'
import {
  problemAt,
  useCatalogue,
  useMakePreview,
  useOverview,
  useRecorded,
  type Invoice,
  type Overview,
} from '../invoices-queries.ts'
import classes from '../invoices.module.css'
import { CustomerField } from './customer-field.tsx'
import { VoidFirst } from './void-first.tsx'
import { linesOf, sourcesOf, type FormLine } from './form-line.ts'
import { makeInput } from './invoice-input.ts'
import { InvoiceLinesFields } from './lines-fields.tsx'

const PREVIEW_PAUSE_MS = 150

interface InvoiceFormProps {
  /** the invoice to correct; null for a new one */
  readonly original: Invoice | null
  readonly onCancel: () => void
  /** goes on to the invoice made: paying it, where its package lines can be paid at once */
  readonly onMade: (ref: string, next: 'invoice' | 'pay') => void
}

/** Makes an invoice, or corrects one: void and replacement in one step. */
export function InvoiceForm({ original, onCancel, onMade }: InvoiceFormProps) {
  const mayPay = usePermission('Take Payments')
  const [customer, setCustomer] = useState(original?.customerNumber ?? null)
  const [lines, setLines] = useState(() => linesOf(original))
  const [note, setNote] = useState('')
  const overview = useOverview(customer)
  const input = makeInput(customer, overview.data, lines, note)
  const changeLines = (changed: readonly FormLine[]) => {
    // What was refused was about the lines before.
    record.reset()
    setLines(changed)
  }
  const drawsFromPackage = lines.some(({ from }) => from !== null)
  const record = useRecorded(
    async (given: NonNullable<typeof input>): Promise<ActionDone> =>
      original ? call('invoices.correct', { ...given, ref: original.ref }) : call('invoices.make', given),
    ({ ref }) => onMade(ref, mayPay && drawsFromPackage ? 'pay' : 'invoice'),
  )
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        if (input) record.mutate(input)
      }}
      noValidate
    >
      {original ? (
        <Correcting original={original} />
      ) : (
        <CustomerField
          value={customer}
          onChange={(number) => {
            setCustomer(number)
            setLines((before) => before.map((line) => ({ ...line, from: null })))
          }}
          error={problemAt(record.error, 'customer')}
        />
      )}
      {overview.isError && <FailureNotice thrown={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data && <FormLines overview={overview.data} original={original} lines={lines} onLines={changeLines} />}
      {original ? <VoidFirst original={original} /> : <Effects input={input} />}
      <TextInput
        label={original ? 'Reason' : 'Note'}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={problemAt(record.error, 'note')}
      />
      <FormFoot
        thrown={record.error}
        fields={['customer', 'note']}
        submit={original ? 'Correct invoice' : 'Make invoice'}
        pending={record.isPending}
        onCancel={onCancel}
        disabled={input === null}
      />
    </form>
  )
}

function Correcting({ original }: { original: Invoice }) {
  return (
    <Text size="sm">
      <strong>{original.ref}</strong> of {original.customerName} is voided and replaced by a new invoice with these
      lines, in one step. The two are linked both ways.
    </Text>
  )
}

interface FormLinesProps {
  readonly overview: Overview
  readonly original: Invoice | null
  readonly lines: readonly FormLine[]
  readonly onLines: (lines: readonly FormLine[]) => void
}

function FormLines({ overview, original, lines, onLines }: FormLinesProps) {
  const catalogue = useCatalogue()
  const sources = useMemo(() => sourcesOf(overview, original), [overview, original])
  const input = original ? null : makeInput(overview.customer.number, overview, lines, '')
  const preview = useMakePreview(useDebouncedInput(input))
  if (!catalogue.data) return catalogue.isError ? <FailureNotice thrown={catalogue.error} /> : null
  return (
    <InvoiceLinesFields
      entries={catalogue.data.entries}
      sources={sources}
      lines={lines}
      onLines={onLines}
      amounts={preview.data?.amounts ?? []}
    />
  )
}

/** What the invoice comes to, and each balance before and after; or why it cannot be made. */
function Effects({ input }: { input: ReturnType<typeof makeInput> }) {
  const preview = useMakePreview(useDebouncedInput(input && { ...input, note: '' }))
  if (input === null) return null
  // A line over what is available says so itself, with the split.
  if (preview.isError && failureOf(preview.error).code === 'more_than_available') return null
  if (preview.isError) return <FailureNotice thrown={preview.error} />
  if (!preview.data) return null
  return (
    <>
      <Text fw={600} ta="end">
        Total <Money amount={sumCents(preview.data.amounts)} />
      </Text>
      <BalanceChanges changes={preview.data.changes} />
    </>
  )
}

/** The same input as long as it says the same, and only once the typing pauses. */
function useDebouncedInput(input: ReturnType<typeof makeInput>): ReturnType<typeof makeInput> {
  const [text] = useDebouncedValue(input && JSON.stringify(input), PREVIEW_PAUSE_MS)
  return useMemo(() => (text === null ? null : (JSON.parse(text) as NonNullable<typeof input>)), [text])
}
