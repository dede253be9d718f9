// Made from what is declared, by `npm run actions`; a test holds it against that.
import { DepositForm, WithdrawForm } from './account-form.tsx'
import { FundsForm } from './funds-form.tsx'
import { HoursForm } from './hours-form.tsx'
import { AdjustForm } from './life/adjust-form.tsx'
import { EndForm } from './life/end-form.tsx'
import { LapseForm } from './life/lapse-form.tsx'
import { MembersForm } from './life/members-form.tsx'
import { ReturnForm } from './life/return-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { PayForm, RefundForm } from './money-form.tsx'
import { RemoveForm } from './remove-form.tsx'
import { LeavingForm } from '../withdrawal/leaving-form.tsx'
import { WithdrawalForm } from '../withdrawal/withdrawal-form.tsx'

/** What stands in the dialog of an action on a customer package. */
export const FORM_OF = {
  pay: PayForm,
  refund: RefundForm,
  withdrawal: WithdrawalForm,
  transferFunds: FundsForm,
  transferHours: HoursForm,
  adjust: AdjustForm,
  changeEnd: EndForm,
  members: MembersForm,
  lapse: LapseForm,
  remove: RemoveForm,
  returnTo: ReturnForm,
} as const

/** The same of an action on a customer. */
export const CUSTOMER_FORM_OF = {
  deposit: DepositForm,
  withdraw: WithdrawForm,
  merge: MergeForm,
  leave: LeavingForm,
} as const
