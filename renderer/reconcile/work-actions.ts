import { useMemo, useState } from 'react'
import type { OpenLine, Proposal, RecordedPayment } from '../../shared/contract/reconcile.ts'
import { cents, sumCents, type Cents } from '../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { useSchool } from '../ui/school.tsx'
import type { Steps } from './settling.ts'
import { lineName } from './sides.tsx'
import { sidesOf } from './work-left.ts'

/** Lines and payments that somebody says belong together. */
export interface Pair {
  readonly lines: readonly OpenLine[]
  readonly payments: readonly RecordedPayment[]
}

/** What a dialog asks about before the step is taken. */
export type Asked =
  | { readonly kind: 'difference'; readonly pair: Pair; readonly difference: Cents }
  | { readonly kind: 'notOurs' | 'split' | 'record'; readonly line: OpenLine }

/** Lines less payments: what a match would leave unexplained. */
export function differenceOf({ lines, payments }: Pair): Cents {
  return cents(sumCents(lines.map(({ amount }) => amount)) - sumCents(payments.map(({ amount }) => amount)))
}

/** The steps that rows offer by button and by key; those that need a word first ask for it. */
export function useWorkActions(source: number, steps: Steps) {
  const school = useSchool()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { take } = steps
  return useMemo(() => {
    const accept = (pair: Pair, difference: Cents = differenceOf(pair)) => {
      if (difference !== 0) {
        setAsked({ kind: 'difference', pair, difference })
        return
      }
      const sides = sidesOf({ lines: [...pair.lines], payments: [...pair.payments] })
      take({
        run: () => call('reconcile.accept', { source, matches: [{ ...sides, note: '' }] }),
        gone: sides,
        sentence: acceptedWords(pair, school),
      })
    }
    const reject = (proposal: Proposal) =>
      take({
        run: () => call('reconcile.reject', sidesOf(proposal)),
        gone: { lines: [], payments: [], proposals: [proposal.key] },
        sentence: say('reconcile.rejected_proposal_it_is_not_proposed', { proposal: pairWords(proposal, school) }),
      })
    return { asked, ask: setAsked, accept, reject }
  }, [asked, school, source, take])
}

export type WorkActions = ReturnType<typeof useWorkActions>

export function acceptedWords(pair: Pair, school: MoneyStyle): string {
  return say('reconcile.accepted_pair', { pair: pairWords(pair, school) })
}

function pairWords({ lines: [first, ...others] }: Pair, school: MoneyStyle): string {
  if (!first) return say('reconcile.nothing')
  const pair = { first: lineName(first), amount: moneyText(first.amount, school) }
  if (others.length === 0) return say('reconcile.pair_of_one', pair)
  return say('reconcile.pair_of_more', { ...pair, count: others.length })
}
