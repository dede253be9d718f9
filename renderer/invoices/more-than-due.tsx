import { SegmentedControl, Text } from '@mantine/core'
import { cents, sumCents } from '../../shared/money.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { DrawerRounds } from '../ui/drawer-rounds.tsx'
import { useSchool } from '../ui/school.tsx'
import type { Payment } from './payment.ts'
import type { PaymentPlan } from './payment-plan.ts'

/** What becomes of more than is due, what the drawer takes, and what would still be due. */
export function MoreThanDue({ payment, plan }: { payment: Payment; plan: PaymentPlan }) {
  const school = useSchool()
  const money = (amount: typeof plan.due) => moneyText(amount, school)
  const cash = cents(plan.change + sumCents(plan.steps.flatMap((step) => (isKeptCash(step) ? [step.amount] : []))))
  const otherwise = cents(plan.kept + plan.change - cash)
  return (
    <>
      {cash > 0 && (
        <SegmentedControl
          aria-label={say('payments.more')}
          data={[
            { value: 'change', label: say('payments.giveChange', { amount: money(cash) }) },
            { value: 'keep', label: say('payments.keepOnAccount', { amount: money(cash) }) },
          ]}
          value={payment.keepChange ? 'keep' : 'change'}
          onChange={(value) => payment.setKeepChange(value === 'keep')}
        />
      )}
      {otherwise > 0 && <Text size="sm">{say('payments.willKeep', { amount: money(otherwise) })}</Text>}
      {plan.steps.map((step) => (
        <DrawerRounds key={`${step.for} ${step.place}`} {...step} way="in" />
      ))}
      {plan.due > 0 && <Text size="sm">{say('payments.willBeDue', { amount: money(plan.due) })}</Text>}
    </>
  )
}

function isKeptCash({ for: what, method }: PaymentPlan['steps'][number]): boolean {
  return what === 'account' && method === 'cash'
}
