import type { InvoiceStatus } from '../../shared/contract/values.ts'
import { usePermission } from '../sign-in/session.tsx'
import type { InvoiceAction } from './invoice-view.ts'
import type { Invoice } from './invoices-queries.ts'
import { say } from '../../shared/words/say.ts'

export const ACTION_NAMES: Readonly<Record<InvoiceAction, string>> = {
  pay: say('invoices.action_pay'),
  refund: say('invoices.action_refund'),
  correct: say('invoices.action_correct'),
  void: say('invoices.action_void'),
  delete: say('invoices.action_delete'),
}

/** Those that undo nothing that stands for good. */
export const ROUTINE_ACTIONS: readonly InvoiceAction[] = ['pay', 'refund', 'correct']

const UNPAID: readonly InvoiceAction[] = ['pay', 'correct', 'void', 'delete']
const PAID: readonly InvoiceAction[] = ['refund', 'correct', 'void', 'delete']

/** What the billing rules allow in each status. Refunded, void and deleted are final. */
export function actionsIn(status: InvoiceStatus): readonly InvoiceAction[] {
  switch (status) {
    case 'open':
    case 'partially_paid':
      return UNPAID
    case 'paid':
    case 'partially_refunded':
      return PAID
    case 'refunded':
    case 'void':
    case 'deleted':
      return []
  }
}

/** What the person may do with this invoice. A courtesy only: the engine checks every call. */
export function useInvoiceActions(invoice: Invoice): readonly InvoiceAction[] {
  const mayPay = usePermission('Take Payments')
  const mayRefund = usePermission('Issue Refunds')
  const mayVoid = usePermission('Void Invoices')
  const mayMake = usePermission('Create Invoices')
  const permitted: Readonly<Record<InvoiceAction, boolean>> = {
    pay: mayPay,
    refund: mayRefund,
    correct: mayVoid && mayMake,
    void: mayVoid,
    delete: mayVoid,
  }
  return actionsIn(invoice.status).filter((action) => permitted[action])
}
