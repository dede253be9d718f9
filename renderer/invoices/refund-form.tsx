import { Group, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Basis } from '../../shared/contract/action-values.ts'
import type { CallInput } from '../../shared/contract/index.ts'
import { hundredths, type Hundredths } from '../../shared/quantity.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { ChangedNotice } from '../packages/actions/changed-notice.tsx'
import { useHeldBasis } from '../packages/actions/held-basis.ts'
import { DateAndNote } from '../ui/fields/date-and-note.tsx'
import { call } from '../api/call.ts'
import { parseTypedQuantity, typedQuantityText } from '../../shared/typed-numbers.ts'
import { useSchool } from '../ui/school.tsx'
import { BalanceChanges } from './balance-changes.tsx'
import { HandedBack } from './handed-back.tsx'
import { FormFoot } from './form-foot.tsx'
import type { InvoiceFilled } from './invoice-view.ts'
import { invoiceFinished } from './invoice-reversal.ts'
import { problemAt, useCatalogue, useRecorded, type Invoice } from './invoices-queries.ts'
import classes from './invoices.module.css'
import { say } from '../../shared/words/say.ts'

const WHOLE = 'whole'
const PREVIEW_PAUSE_MS = 150
type Refund = CallInput<'invoices.refund'>

/** Refunds an invoice: all that is left of it, or a quantity of one line. Money goes back to where it came from. */
export function RefundForm(props: { invoice: Invoice; filled: InvoiceFilled | undefined; onBack: () => void }) {
  const { invoice, filled, onBack } = props
  const refund = useRefund(invoice, filled, onBack)
  const { line, note, input, record, thrown } = refund
  const { held, changed, adopt } = useHeldBasis(invoice.basis, record.error)
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        if (input) record.mutate({ ...input, basis: held })
      }}
      onChange={() => changed && adopt()}
      noValidate
    >
      <Text size="sm">{say('invoices.refunding')}</Text>
      <RefundedPart refund={refund} invoice={invoice} />
      <DateAndNote
        date={refund.date}
        onDate={refund.setDate}
        note={refund.note}
        onNote={refund.setNote}
        noteLabel={say('ui.reason')}
        problemOf={(field) => problemAt(thrown, field)}
      />
      <HandedBack back={refund.handedBack} />
      <BalanceChanges changes={refund.changes} />
      <ChangedNotice shown={changed && !record.isError} />
      <FormFoot
        thrown={thrown}
        fields={['note', 'date', 'code', ...(line ? ['quantity'] : [])]}
        submit={say('invoices.action_refund')}
        pending={record.isPending}
        onCancel={onBack}
        disabled={input === null || note.trim() === ''}
        destructive
      />
    </form>
  )
}

function RefundedPart({ refund, invoice }: { refund: ReturnType<typeof useRefund>; invoice: Invoice }) {
  const { locale } = useSchool()
  return (
    <Group gap="md" align="flex-start" grow>
      <Select
        label={say('invoices.action_refund')}
        data={[{ value: WHOLE, label: say('invoices.refundWhole') }, ...lineChoices(invoice)]}
        allowDeselect={false}
        value={refund.what}
        onChange={(value) => {
          refund.setWhat(value ?? WHOLE)
          const chosen = value === null ? undefined : invoice.lines[Number(value)]
          refund.setTyped(chosen ? typedQuantityText(leftOf(chosen), locale) : '')
        }}
        error={problemAt(refund.thrown, 'code')}
      />
      {refund.line && (
        <TextInput
          label={say('ui.quantity')}
          inputMode="decimal"
          value={refund.typed}
          onChange={(event) => refund.setTyped(event.currentTarget.value)}
          error={refund.problem ?? problemAt(refund.thrown, 'quantity')}
        />
      )}
    </Group>
  )
}

function useRefund(invoice: Invoice, filled: InvoiceFilled | undefined, onDone: () => void) {
  const { locale } = useSchool()
  const part = filled?.part
  const [what, setWhat] = useState(() => (part ? placeOf(invoice, part) : WHOLE))
  const [typed, setTyped] = useState(
    typeof part?.quantity === 'number' ? typedQuantityText(hundredths(part.quantity), locale) : '',
  )
  const [note, setNote] = useState(filled?.note ?? '')
  const [date, setDate] = useState<BusinessDate | null>(filled?.date ?? null)
  const line = what === WHOLE ? undefined : invoice.lines[Number(what)]
  const catalogue = useCatalogue(line !== undefined)
  const kind = catalogue.data?.entries.find(({ code }) => code === line?.code)?.kind ?? 'hour'
  const quantity = line ? parseTypedQuantity(typed, locale, kind) : null
  const problem = typeof quantity === 'object' && quantity !== null && typed !== '' ? quantity.problem : null
  const input = refundInput({ ref: invoice.ref, date, note, basis: invoice.basis }, line, quantity)
  const record = useRecorded(
    (given: Refund) => call('invoices.refund', given),
    onDone,
    () => invoiceFinished(invoice.ref),
    filled?.again,
  )
  const [asked] = useDebouncedValue(input && JSON.stringify({ ...input, note: 'preview' }), PREVIEW_PAUSE_MS)
  const preview = useQuery({
    queryKey: ['invoices', 'preview', 'refund', asked],
    queryFn: () => call('invoices.refund.preview', JSON.parse(asked ?? '') as Refund),
    enabled: asked !== null,
  })
  const thrown = record.error ?? preview.error
  return {
    what,
    setWhat,
    typed,
    setTyped,
    note,
    setNote,
    date,
    setDate,
    line,
    problem,
    input,
    record,
    thrown,
    changes: preview.data?.changes ?? [],
    handedBack: preview.data?.handedBack ?? [],
  }
}

type Line = Invoice['lines'][number]

/** Where the line stands of which a part was to be refunded; all of the invoice where there is none. */
function placeOf({ lines }: Invoice, part: NonNullable<Refund['part']>): string {
  const place = lines.findIndex(({ code, packageRef }) => code === part.code && packageRef === part.package)
  return place === -1 ? WHOLE : String(place)
}

function lineChoices(invoice: Invoice) {
  return invoice.lines.flatMap((line, place) =>
    leftOf(line) === 0
      ? []
      : [
          {
            value: String(place),
            label:
              line.packageRef === null
                ? say('invoices.refundLineStandard', { line: line.name })
                : say('invoices.refundLine', { line: line.name, source: line.packageRef }),
          },
        ],
  )
}

function leftOf(line: Line): Hundredths {
  return hundredths(line.quantity - line.refundedQuantity)
}

function refundInput(
  common: { ref: string; date: BusinessDate | null; note: string; basis: Basis[] },
  line: Line | undefined,
  quantity: Hundredths | { problem: string } | null,
): Refund | null {
  if (!line) return { ...common, part: null }
  if (typeof quantity !== 'number') return null
  return { ...common, part: { package: line.packageRef, code: line.code, quantity } }
}
