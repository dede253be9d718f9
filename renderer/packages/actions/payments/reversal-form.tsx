import { Text } from '@mantine/core'
import { say } from '../../../../shared/words/say.ts'
import { call } from '../../../api/call.ts'
import type { About } from '../../../invoices/invoices-queries.ts'
import { ActionForm, type Header } from '../action-form.tsx'
import type { Filled, PaymentView } from '../action-view.ts'
import { PaymentLine } from './payment-line.tsx'
import { usePaymentBasis } from './payment-basis.ts'

export interface PaymentFormProps {
  readonly of: PaymentView
  readonly filled?: Filled | undefined
  readonly onClose: () => void
}

/** Takes a payment back, the whole of it, with a reason: a check returned, a chargeback, a mistake. */
export function ReversalForm({ of, filled, onClose }: PaymentFormProps) {
  const basis = usePaymentBasis(of)
  return (
    <ActionForm
      body={{}}
      basis={basis}
      preview={(header: Header) => previewOf(of, header)}
      record={(header) => record(of, header)}
      about={() => reversed(of)}
      fields={[]}
      noteLabel={say('ui.reason')}
      submit={say('reversals.title_reversePayment')}
      filled={filled}
      onClose={onClose}
    >
      {() => (
        <>
          <PaymentLine of={of} />
          <Text size="sm">
            {say(of.payment.of === 'invoice' ? 'reversals.reversingInvoice' : 'reversals.reversing')}
          </Text>
        </>
      )}
    </ActionForm>
  )
}

function previewOf({ payment }: PaymentView, header: Header) {
  if (payment.of === 'invoice') {
    const { invoice: ref, amount, method } = payment
    return call('invoices.reversePayment.preview', { ...header, ref, amount, method })
  }
  return call('payments.reverse.preview', { ...header, ...ownerOf(payment), to: payment.payment })
}

function record({ payment }: PaymentView, header: Header) {
  if (payment.of === 'invoice') {
    const { invoice: ref, amount, method } = payment
    return call('invoices.reversePayment', { ...header, ref, amount, method })
  }
  return call('payments.reverse', { ...header, ...ownerOf(payment), to: payment.payment })
}

function ownerOf(payment: Exclude<PaymentView['payment'], { of: 'invoice' }>) {
  return payment.of === 'package' ? { package: payment.package } : { customer: payment.customer }
}

/** Where it can be seen. What was taken back is paid anew, not undone. */
export function reversed({ payment }: PaymentView): About {
  switch (payment.of) {
    case 'package':
      return { show: { of: 'package', ref: payment.package }, undo: null }
    case 'account':
      return { show: { of: 'customer', number: payment.customer }, undo: null }
    case 'invoice':
      return { show: { of: 'invoice', view: { kind: 'invoice', ref: payment.invoice } }, undo: null }
  }
}
