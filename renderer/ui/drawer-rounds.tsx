import { Text } from '@mantine/core'
import type { Tender } from '../../shared/contract/values.ts'
import type { Cents } from '../../shared/money.ts'
import { moneyText } from '../../shared/money-text.ts'
import { rounded } from '../../shared/rounded-cash.ts'
import { say } from '../../shared/words/say.ts'
import { useSchool } from './school.tsx'

interface DrawerRoundsProps {
  readonly method: Tender
  readonly amount: Cents | null
  readonly way: 'in' | 'out'
}

/** What the drawer takes or gives for an amount in cash, where the school rounds it and it is another one. */
export function DrawerRounds({ method, amount, way }: DrawerRoundsProps) {
  const school = useSchool()
  if (method !== 'cash' || amount === null) return null
  const drawer = rounded(amount, school.cashStep)
  if (drawer === amount) return null
  return <Text size="sm">{say('payments.drawerRounds', { way, amount: moneyText(drawer, school) })}</Text>
}
