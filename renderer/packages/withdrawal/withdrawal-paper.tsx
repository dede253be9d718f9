import type { Withdrawal } from '../../../shared/contract/policies.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Paper } from '../../ui/paper.tsx'
import { useToday } from '../../ui/fields/today.ts'
import { Workings } from './workings.tsx'
import { say } from '../../../shared/words/say.ts'

/** The workings of a withdrawal on paper, for the customer to take home. */
export function WithdrawalPaper({ withdrawal, onDone }: { withdrawal: Withdrawal; onDone: () => void }) {
  const today = useToday()
  return (
    <Paper title={say('withdrawal.paperTitle', { ref: withdrawal.ref })} onDone={onDone}>
      <h1>{say('withdrawal.title')}</h1>
      <dl>
        <dt>{say('ui.customer')}</dt>
        <dd>
          {withdrawal.customerName} ({withdrawal.customerNumber})
        </dd>
        <dt>{say('ui.package')}</dt>
        <dd>
          {withdrawal.packageName} ({withdrawal.ref})
        </dd>
        <dt>{say('ui.date')}</dt>
        <dd>
          <BusinessDay date={today} />
        </dd>
      </dl>
      <Workings withdrawal={withdrawal} />
    </Paper>
  )
}
