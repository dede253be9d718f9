import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActionDone, Preview } from '../../../shared/contract/action-values.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { useHeldBasis } from '../../packages/actions/held-basis.ts'
import { invoiceFinished, invoiceMade } from '../invoice-reversal.ts'
import type { InvoiceFilled } from '../invoice-view.ts'
import { useOverview, useRecorded, type Invoice } from '../invoices-queries.ts'
import { useSchool } from '../../ui/school.tsx'
import { linesAtFirst, type FormLine } from './form-line.ts'
import { makeInput, type MakeInput } from './invoice-input.ts'

/** What becomes of the money that was paid on an invoice which is corrected. */
export type PaidBefore = NonNullable<CallInput<'invoices.correct'>['money']>

const PREVIEW_PAUSE_MS = 150

/** An invoice as it is being written, or the replacement of one to correct, with what it would do. */
export function useInvoiceDraft(
  original: Invoice | null,
  /** whom it begins with, null: nobody yet; and what else */
  { customer: begun, filled }: { readonly customer: string | null; readonly filled: InvoiceFilled | undefined },
  onMade: (done: ActionDone, lines: readonly FormLine[], money: PaidBefore) => void,
) {
  const school = useSchool()
  const [customer, setCustomer] = useState(original?.customerNumber ?? begun)
  const [lines, setLines] = useState(() => linesAtFirst(filled?.lines, original, school))
  const [note, setNote] = useState(filled?.note ?? '')
  const [date, setDate] = useState<BusinessDate | null>(filled?.date ?? null)
  const [money, setMoney] = useState<PaidBefore>(filled?.money ?? 'back')
  const overview = useOverview(customer)
  const input = makeInput({ customer, lines, note, date }, overview.data, original, school)
  const preview = useDraftPreview(input, original, money)
  const record = useRecorded(
    (given: MakeInput) =>
      original
        ? call('invoices.correct', { ...given, lines: [...given.lines], ref: original.ref, money })
        : call('invoices.make', given),
    (done) => onMade(done, lines, money),
    ({ ref }) => (original ? invoiceFinished(ref) : invoiceMade(ref)),
    filled?.again,
  )
  const { held, changed, adopt } = useHeldBasis(input?.basis ?? [], record.error)
  const thrown: unknown = record.error ?? preview.error
  return {
    customer,
    overview,
    lines,
    note,
    date,
    setDate,
    money,
    setMoney: (next: PaidBefore) => {
      record.reset()
      setMoney(next)
    },
    input,
    preview: preview.data,
    record,
    changed,
    /** what it was refused for, or would be */
    thrown,
    chooseCustomer: (number: string | null) => {
      setCustomer(number)
      setLines((before) => before.map((line) => ({ ...line, from: null })))
    },
    setNote,
    changeLines: (next: readonly FormLine[]) => {
      // What was refused was about the lines before.
      record.reset()
      if (changed) adopt()
      setLines(next)
    },
    send: () => {
      if (input) record.mutate({ ...input, basis: held })
    },
  }
}

export type InvoiceDraft = ReturnType<typeof useInvoiceDraft>

/** What making the invoice would do, asked once the typing pauses; the answer before stays meanwhile. */
function useDraftPreview(input: MakeInput | null, original: Invoice | null, money: PaidBefore) {
  // The reason of a correction changes nothing of what it does, and is written last.
  const [text] = useDebouncedValue(
    input && JSON.stringify({ ...input, note: original ? 'preview' : '' }),
    PREVIEW_PAUSE_MS,
  )
  return useQuery({
    queryKey: ['invoices', 'preview', original?.ref ?? null, money, text],
    queryFn: (): Promise<Preview> => {
      const asked = JSON.parse(text ?? '') as MakeInput
      return original
        ? call('invoices.correct.preview', { ...asked, lines: [...asked.lines], ref: original.ref, money })
        : call('invoices.make.preview', asked)
    },
    enabled: text !== null && input !== null,
    placeholderData: (before: Preview | undefined) => (input === null ? undefined : before),
    gcTime: 10_000,
  })
}

/** The sentence of a refusal that a field of one line caused, or null. */
export function lineProblem(thrown: unknown, place: number, field: string): string | null {
  if (!thrown) return null
  const failure = failureOf(thrown)
  if (failure.field !== `lines.${place}.${field}`) return null
  return failure.remedy ? `${failure.message} ${failure.remedy}` : failure.message
}
