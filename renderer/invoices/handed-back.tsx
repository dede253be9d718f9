import { Text } from '@mantine/core'
import { tenderWords } from '../../shared/action-words.ts'
import type { Preview } from '../../shared/contract/action-values.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { useSchool } from '../ui/school.tsx'

/** What becomes of the money that was not package funds: it goes back, by the tender by which it came. */
export function HandedBack({ back = [] }: { readonly back?: Preview['handedBack'] | undefined }) {
  const school = useSchool()
  if (back.length === 0) return null
  return (
    <Text size="sm" fw={600} role="note">
      {back
        .map(({ tender, amount }) =>
          say('invoices.handed_back', {
            amount: moneyText(amount, school),
            tender: tender === 'ach' ? tenderWords(tender) : tenderWords(tender).toLowerCase(),
          }),
        )
        .join(' ')}
    </Text>
  )
}
