import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BusinessDate } from '../../shared/dates.ts'
import { sumCents, type Cents } from '../../shared/money.ts'
import { sentAgain } from '../api/again.ts'
import { failureOf } from '../api/call-failure.ts'
import { renewShown } from '../api/changes.ts'
import { useHeldBasis } from '../packages/actions/held-basis.ts'
import { useUser } from '../sign-in/session.tsx'
import { useDone } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import { useToday } from '../ui/fields/today.ts'
import type { InvoiceFilled } from './invoice-view.ts'
import { invoicePaid, packageLines } from './invoice-reversal.ts'
import { problemAt, type Invoice } from './invoices-queries.ts'
import { paymentDone } from './payment-done.ts'
import { partsSent, proposedParts, readPart } from './payment-parts.ts'
import { planPayment, type PaymentPlan } from './payment-plan.ts'
import { previewPayment, takePayment, type PaymentGiven } from './take-payment.ts'

const PREVIEW_PAUSE_MS = 150

/** A payment as it is being entered, with what it would do: package funds for the package lines, the rest otherwise. */
export function usePayment(invoice: Invoice, filled: InvoiceFilled | undefined, onDone: () => void) {
  const school = useSchool()
  const [parts, setParts] = useState(
    () => partsSent(filled?.paid?.parts, invoice, school) ?? proposedParts(invoice, school),
  )
  const [keepChange, setKeepChange] = useState(
    filled?.paid?.parts.some((part) => part.for === 'account' && part.method === 'cash') ?? false,
  )
  const [failed, setFailed] = useState(filled?.paid?.failed ?? false)
  const [note, setNote] = useState(filled?.note ?? '')
  const [date, setDate] = useState<BusinessDate | null>(filled?.date ?? null)
  const [payer, setPayer] = useState<string | null>(
    filled?.paid ? filled.paid.payer || null : (invoice.usualPayer?.number ?? null),
  )
  const read = parts.map((part) => readPart(part, school))
  const plan = planPayment({
    due: invoice.due,
    packageLines: packageLines(invoice),
    parts: read,
    keepChange,
    cashStep: school.cashStep,
    failed,
  })
  const record = useRecordedPayment(filled?.again, onDone)
  const { held, changed, adopt } = useHeldBasis(invoice.basis, record.error)
  const preview = usePaymentPreview(plan && { invoice, plan, failed, date, payer: payer ?? '' })
  const thrown: unknown = record.error ?? preview.error
  return {
    parts,
    setParts,
    /** what is wrong with a field of a tender: it cannot be read, or was refused */
    problemOf: (place: number, field: 'method' | 'amount') => {
      const unread = field === 'amount' ? read[place]?.problem : null
      return unread ?? refusedAt(plan, thrown, place, field)
    },
    /** the fields of the tenders by which a refusal names them */
    fields: plan?.steps.flatMap((_, step) => [`parts.${step}.method`, `parts.${step}.amount`]) ?? [],
    keepChange,
    setKeepChange,
    failed,
    setFailed,
    note,
    setNote,
    date,
    setDate,
    payer,
    setPayer,
    plan,
    changed,
    adopt,
    record,
    thrown,
    send: () => {
      if (plan && !record.isPending) record.mutate({ invoice, plan, failed, date, note, payer: payer ?? '', held })
    },
    changes: preview.data?.changes ?? [],
  }
}

export type Payment = ReturnType<typeof usePayment>

/** The refusal of a field of a tender; its part on the account is of the same tender. */
function refusedAt(plan: PaymentPlan | null, thrown: unknown, place: number, field: string): string | null {
  const steps = plan?.steps.flatMap((step, at) => (step.place === place ? [at] : [])) ?? []
  return steps.map((at) => problemAt(thrown, `parts.${at}.${field}`)).find((problem) => problem !== null) ?? null
}

function useRecordedPayment(again: number | undefined, onDone: () => void) {
  const queryClient = useQueryClient()
  const school = useSchool()
  const today = useToday()
  const { permissions } = useUser()
  const tell = useDone()
  const say = ({ invoice, plan, failed, date, payer }: PaymentGiven, due: Cents) => {
    const sentence = paymentDone({ ref: invoice.ref, ...plan, failed, due }, school)
    const steps = plan.steps.filter((step) => step.for === 'invoice')
    // Several tenders go back together: as what the package tender paid does.
    const method = (steps.length === 1 ? steps[0]?.method : undefined) ?? 'package'
    const paid = sumCents(steps.map(({ amount }) => amount))
    tell({
      sentence,
      ...invoicePaid(invoice, { amount: paid, failed, method, date: date ?? today, payer }, permissions),
    })
  }
  return useMutation({
    mutationFn: (given: PaymentGiven) => sentAgain(again, () => takePayment(given)),
    onSuccess: ({ due }, given) => {
      say(given, due)
      void renewShown(queryClient)
      onDone()
    },
    onError: (thrown) => {
      if (failureOf(thrown).code === 'stale') void renewShown(queryClient)
    },
  })
}

type PaymentAsked = Omit<PaymentGiven, 'held' | 'note'>

function usePaymentPreview(asked: PaymentAsked | null) {
  const [text] = useDebouncedValue(asked && JSON.stringify(asked), PREVIEW_PAUSE_MS)
  return useQuery({
    queryKey: ['invoices', 'preview', 'pay', text],
    queryFn: () => previewPayment(JSON.parse(text ?? '') as PaymentAsked),
    enabled: text !== null,
  })
}
