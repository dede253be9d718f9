import type { Cents } from '../../shared/money.ts'
import { moneyText, signedMoneyText } from '../../shared/money-text.ts'
import { useSchool } from './school.tsx'

/** Money on a screen, in the school's currency and locale. `signed` writes the plus, too. */
export function Money({ amount, signed = false }: { amount: Cents; signed?: boolean }) {
  const school = useSchool()
  return <>{signed ? signedMoneyText(amount, school) : moneyText(amount, school)}</>
}
