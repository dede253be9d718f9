import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BusinessDate } from '../../shared/dates.ts'
import { NO_MONEY, sumCents } from '../../shared/money.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { renewShown } from '../api/changes.ts'
import { useHeldBasis } from '../packages/actions/held-basis.ts'
import { useUser } from '../sign-in/session.tsx'
import { useDone } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import { useToday } from '../ui/today.ts'
import { invoicePaid, packageLines } from './invoice-reversal.ts'
import type { Invoice } from './invoices-queries.ts'
import { paymentDone } from './payment-done.ts'
import { proposedParts, readPart } from './payment-parts.ts'
import { planPayment, type PaymentPlan } from './payment-plan.ts'
import { previewPayment, recordPayment, type PaymentGiven } from './record-payment.ts'

const PREVIEW_PAUSE_MS = 150

/** A payment as it is being entered, with what it would do: package funds for the package lines, the rest otherwise. */
export function usePayment(invoice: Invoice, onDone: () => void) {
  const school = useSchool()
  const [parts, setParts] = useState(() => proposedParts(invoice, school))
  const [keepChange, setKeepChange] = useState(false)
  const [failed, setFailed] = useState(false)
  const [note, setNote] = useState('')
  const [date, setDate] = useState<BusinessDate | null>(null)
  const [payer, setPayer] = useState<string | null>(null)
  const read = parts.map((part) => readPart(part, school))
  const plan = planPayment({
    due: invoice.due,
    packageLines: packageLines(invoice),
    parts: read,
    keepChange,
    failed,
  })
  const record = useRecordedPayment(onDone, () => {
    // What was recorded before the refusal is paid: only the rest is asked for again.
    const recorded = record.variables?.recorded ?? []
    setParts((before) => before.filter(({ method }) => !recorded.some((step) => step.method === method)))
  })
  const { held, changed, adopt } = useHeldBasis(invoice.basis, record.error)
  const preview = usePaymentPreview(plan && { invoice, plan, failed, date, payer: payer ?? '' })
  const thrown: unknown = record.error ?? preview.error
  return {
    parts,
    setParts,
    problems: read.map(({ problem }) => problem),
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
      if (plan && !record.isPending)
        record.mutate({ invoice, plan, failed, date, note, payer: payer ?? '', held, recorded: [] })
    },
    // Of several steps each would say what it does alone, and only together do they move the hours.
    changes: preview.data?.length === 1 ? (preview.data[0]?.changes ?? []) : [],
  }
}

export type Payment = ReturnType<typeof usePayment>

function useRecordedPayment(onDone: () => void, onPartly: () => void) {
  const queryClient = useQueryClient()
  const school = useSchool()
  const today = useToday()
  const { permissions } = useUser()
  const tell = useDone()
  const say = async (given: PaymentGiven) => {
    const { invoice, plan, failed, recorded } = given
    const { ref } = invoice
    const due = await call('invoices.get', { ref }).then(
      (now) => now.due,
      () => plan.due,
    )
    const whole = recorded.length === plan.steps.length
    const paid = sumCents(recorded.flatMap((step) => (step.of === 'invoice' ? [step.amount] : [])))
    const change = whole ? plan.change : NO_MONEY
    const sentence = paymentDone({ ref, recorded, failed, change, due }, school)
    const steps = recorded.filter((step) => step.of === 'invoice')
    // Several tenders go back together: as what the package tender paid does.
    const method = (steps.length === 1 ? steps[0]?.method : undefined) ?? 'package'
    const made = { amount: paid, failed, method, date: given.date ?? today, payer: given.payer }
    tell({ sentence, ...invoicePaid(invoice, made, permissions) })
  }
  return useMutation({
    mutationFn: recordPayment,
    onSuccess: async (_, given) => {
      await say(given)
      void renewShown(queryClient)
      onDone()
    },
    onError: (thrown, given) => {
      if (given.recorded.length > 0) {
        onPartly()
        void say(given)
      }
      if (given.recorded.length > 0 || failureOf(thrown).code === 'stale') void renewShown(queryClient)
    },
  })
}

interface PaymentAsked {
  readonly invoice: Invoice
  readonly plan: PaymentPlan
  readonly payer: string
  readonly failed: boolean
  readonly date: BusinessDate | null
}

function usePaymentPreview(asked: PaymentAsked | null) {
  const [text] = useDebouncedValue(asked && JSON.stringify(asked), PREVIEW_PAUSE_MS)
  return useQuery({
    queryKey: ['invoices', 'preview', 'pay', text],
    queryFn: () => previewPayment(JSON.parse(text ?? '') as PaymentAsked),
    enabled: text !== null,
  })
}
