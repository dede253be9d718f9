import { useState } from 'react'
import type { CallInput } from '../../../../shared/contract/index.ts'
import type { PaymentFor } from '../../../../shared/contract/payments.ts'
import type { Tender } from '../../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../../shared/dates.ts'
import { typedAmountText } from '../../../../shared/typed-numbers.ts'
import { useOverview } from '../../../invoices/invoices-queries.ts'
import { useSchool } from '../../../ui/school.tsx'
import { useToday } from '../../../ui/fields/today.ts'
import type { Header } from '../action-form.tsx'
import type { PaymentInstead, PaymentView } from '../action-view.ts'
import { readAmount } from '../amount-field.tsx'
import { targetsOf, valueOf } from './payment-targets.ts'

type Body = Omit<CallInput<'payments.correct'>, keyof Header>

/**
 * A payment as it should have been, beginning with what it was.
 * @param instead what it was to be before, where somebody said so already
 */
export function useCorrection(of: PaymentView, instead?: PaymentInstead) {
  const school = useSchool()
  const today = useToday()
  const before = paidBefore(of)
  const [customer, setCustomer] = useState<string | null>(instead?.customer ?? of.customer)
  const [target, setTarget] = useState<string | null>(valueOf(instead?.for ?? before))
  const [typed, setTyped] = useState(typedAmountText(instead?.amount ?? of.amount, school))
  const [method, setMethod] = useState<Tender>(instead?.method ?? of.method)
  // An invoice is paid again only after its payment was reversed, which is today.
  const [day, setDay] = useState<BusinessDate | null>(instead?.date ?? (of.payment.of === 'invoice' ? today : of.date))
  const [payer, setPayer] = useState<string | null>((instead?.payer ?? of.payer) || null)
  const overview = useOverview(customer)
  const targets = overview.data && customer !== null ? targetsOf(overview.data, before, school) : []
  const chosen = targets.find(({ value }) => value === target)
  const { amount, problem } = readAmount(typed, school)
  const whole = chosen !== undefined && amount !== null && day !== null
  const body: Body | null = whole
    ? { payment: of.payment, instead: { for: chosen.for, amount, method, date: day, payer: payer ?? '' } }
    : null
  return {
    body,
    targets,
    problem,
    customer,
    setCustomer: (number: string | null) => {
      setCustomer(number)
      setTarget(number === of.customer ? valueOf(before) : null)
    },
    target: chosen?.value ?? null,
    setTarget,
    typed,
    setTyped,
    method,
    setMethod,
    day,
    setDay,
    payer,
    setPayer,
    /** an account is not paid from itself */
    withoutAccount: chosen?.for.of === 'account',
  }
}

function paidBefore({ payment }: PaymentView): PaymentFor {
  switch (payment.of) {
    case 'package':
      return { of: 'package', package: payment.package }
    case 'account':
      return { of: 'account', customer: payment.customer }
    case 'invoice':
      return { of: 'invoice', invoice: payment.invoice }
  }
}
