import { z } from 'zod'
import {
  actionDoneSchema,
  actionHeader,
  enteredCents,
  enteredHundredths,
  moneyMethodSchema,
  previewSchema,
} from './action-values.ts'
import { read, write, type Access } from './call.ts'
import { refSchema } from './values.ts'

/** An action of the desk is two calls: one that shows what it would do, and one that does it. */
export function action<Input extends z.ZodType, const Who extends Access>(access: Who, input: Input) {
  return {
    preview: read({ access, input, output: previewSchema }),
    record: write({ access, input, output: actionDoneSchema }),
  }
}

const add = action('Create Invoices', z.object({ ...actionHeader, customer: refSchema, package: refSchema }))
const pay = action(
  'Take Payments',
  z.object({ ...actionHeader, ref: refSchema, amount: enteredCents, method: moneyMethodSchema, failed: z.boolean() }),
)
const refund = action(
  'Issue Refunds',
  z.object({ ...actionHeader, ref: refSchema, amount: enteredCents, method: moneyMethodSchema }),
)
const transferFunds = action(
  ['Access Billing Tab', 'Transfer Package Hours'],
  z.object({
    ...actionHeader,
    ref: refSchema,
    amount: enteredCents,
    /** ref of another customer package, or `account` */ to: refSchema,
  }),
)
const transferHours = action(
  ['Access Billing Tab', 'Transfer Package Hours'],
  z.object({ ...actionHeader, ref: refSchema, code: refSchema, quantity: enteredHundredths, to: refSchema }),
)
const remove = action('Manage Packages', z.object({ ...actionHeader, ref: refSchema }))

export const packageActionCalls = {
  'packages.add.preview': add.preview,
  'packages.add': add.record,
  'packages.pay.preview': pay.preview,
  'packages.pay': pay.record,
  'packages.refund.preview': refund.preview,
  'packages.refund': refund.record,
  'packages.transferFunds.preview': transferFunds.preview,
  'packages.transferFunds': transferFunds.record,
  'packages.transferHours.preview': transferHours.preview,
  'packages.transferHours': transferHours.record,
  'packages.remove.preview': remove.preview,
  'packages.remove': remove.record,
}
