import { TextInput } from '@mantine/core'
import { cents } from '../../../shared/money.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { rounded } from '../../../shared/rounded-cash.ts'
import { say } from '../../../shared/words/say.ts'
import { useSchool } from '../../ui/school.tsx'
import { typedCashStep, type FieldsProps } from './policies-draft.ts'

/** An amount that no step divides. */
const EXAMPLE_MINOR_UNITS = 12_343

/** The step to which cash is rounded, with what becomes of an amount. */
export function CashStepField({ draft, onDraft, problems }: FieldsProps) {
  const school = useSchool()
  const step = typedCashStep(draft, school)
  const exact = cents(EXAMPLE_MINOR_UNITS)
  const money = (amount: typeof exact) => moneyText(amount, school)
  return (
    <TextInput
      label={say('settings.cash_is_rounded_to')}
      description={
        typeof step === 'number' && step > 1
          ? say('settings.cash_rounding_example', { exact: money(exact), rounded: money(rounded(exact, step)) })
          : say('settings.cash_is_rounded_why')
      }
      inputMode="decimal"
      maw={320}
      value={draft.cashStep}
      onChange={(event) => onDraft({ cashStep: event.currentTarget.value })}
      error={problems.cashStep}
    />
  )
}
