import type { CallArguments } from '../../shared/contract/index.ts'
import { deskAction } from './desk-action.ts'
import type { Implementations } from './implementation.ts'

const ownRef = () => null

const add = deskAction({
  ref: ownRef,
  command: (input: CallArguments<'packages.add'>) => ({
    action: 'add_to_package',
    customer: input.customer,
    package: input.package,
  }),
})
const pay = deskAction({
  ref: ownRef,
  command: ({ ref, amount, method, failed }: CallArguments<'packages.pay'>) => ({
    action: 'package_payment',
    package: ref,
    amount,
    method,
    failed,
  }),
})
const refund = deskAction({
  ref: ownRef,
  command: ({ ref, amount, method }: CallArguments<'packages.refund'>) => ({
    action: 'package_refund',
    package: ref,
    amount,
    method,
  }),
})
const transferFunds = deskAction({
  ref: ownRef,
  command: ({ ref, amount, to }: CallArguments<'packages.transferFunds'>) => ({
    action: 'transfer_funds',
    package: ref,
    amount,
    to,
  }),
})
const transferHours = deskAction({
  ref: ownRef,
  command: ({ ref, code, quantity, to }: CallArguments<'packages.transferHours'>) => ({
    action: 'transfer_hours',
    package: ref,
    code,
    quantity,
    to,
  }),
})
const remove = deskAction({
  ref: ownRef,
  command: ({ ref }: CallArguments<'packages.remove'>) => ({ action: 'remove_from_package', package: ref }),
})

export const packageActionImplementations: Implementations<
  | `packages.${'add' | 'pay' | 'refund' | 'transferFunds' | 'transferHours' | 'remove'}`
  | `packages.${'add' | 'pay' | 'refund' | 'transferFunds' | 'transferHours' | 'remove'}.preview`
> = {
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
