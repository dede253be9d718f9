import { Text } from '@mantine/core'
import { tenderWords } from '../../../../shared/action-words.ts'
import { dateText } from '../../../../shared/date-text.ts'
import { moneyText } from '../../../../shared/money-text.ts'
import { say } from '../../../../shared/words/say.ts'
import { useOverview } from '../../../invoices/invoices-queries.ts'
import { useSchool } from '../../../ui/school.tsx'
import type { PaymentView } from '../action-view.ts'

/** Whose payment a form is about, and which. */
export function PaymentLine({ of }: { of: PaymentView }) {
  const overview = useOverview(of.customer)
  return (
    <Text size="sm">
      <strong>{overview.data?.customer.name ?? of.customer}</strong> · {of.customer}
      <br />
      {usePaymentWords(of)}
    </Text>
  )
}

function usePaymentWords({ payment, amount, method, date }: PaymentView): string {
  const school = useSchool()
  const said = { amount: moneyText(amount, school), method: tenderWords(method), day: dateText(date, school.locale) }
  switch (payment.of) {
    case 'package':
      return say('reversals.ofPackage', { ...said, payment: payment.payment, of: payment.package })
    case 'account':
      return say('reversals.ofAccount', { ...said, payment: payment.payment })
    case 'invoice':
      return say('reversals.ofInvoiceOn', { ...said, ref: payment.invoice })
  }
}
