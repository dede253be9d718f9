import type { Withdrawal } from '../../../shared/contract/policies.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Paper } from '../../ui/paper.tsx'
import { useToday } from '../../ui/today.ts'
import { Workings } from './workings.tsx'

/** The workings of a withdrawal on paper, for the customer to take home. */
export function WithdrawalPaper({ withdrawal, onDone }: { withdrawal: Withdrawal; onDone: () => void }) {
  const today = useToday()
  return (
    <Paper title={`Withdrawal ${withdrawal.ref}`} onDone={onDone}>
      <h1>Withdrawal</h1>
      <dl>
        <dt>Customer</dt>
        <dd>
          {withdrawal.customerName} ({withdrawal.customerNumber})
        </dd>
        <dt>Package</dt>
        <dd>
          {withdrawal.packageName} ({withdrawal.ref})
        </dd>
        <dt>Date</dt>
        <dd>
          <BusinessDay date={today} />
        </dd>
      </dl>
      <Workings withdrawal={withdrawal} />
    </Paper>
  )
}
