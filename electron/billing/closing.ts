import {
  COUNTED_TENDERS,
  type CashCount,
  type ClosedTender,
  type CloseInput,
  type CountedTender,
} from '../../shared/contract/closings.ts'
import { dateText } from '../../shared/date-text.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import type { MoneyStyle } from '../../shared/money-text.ts'
import { cents, type Cents } from '../../shared/money.ts'
import { inWords } from './terms.ts'
import { say } from '../../shared/words/say.ts'

/** What the rule needs to know about the days. */
export interface DaysToClose {
  readonly today: BusinessDate
  /** what the ledger holds of the days by tender */
  readonly expected: ReadonlyMap<CountedTender, Cents>
  /** the last entry dated in the days; 0 where there is none */
  readonly lastEntry: number
  /** a closing that stands and shares a day with these */
  readonly overlapping: { readonly from: BusinessDate; readonly to: BusinessDate } | undefined
}

/** What is signed off. */
export interface SignedOff {
  readonly tenders: readonly ClosedTender[]
  readonly cash: CashCount
  readonly note: string
}

/**
 * Closes a day or period: what was counted is compared with the ledger, and a difference needs an explanation.
 * Refused: invalid_input (the future, a missing count or explanation), day_closed, stale.
 */
export function closeDays(terms: MoneyStyle, days: DaysToClose, input: CloseInput): Outcome<SignedOff> {
  const { to } = input.days
  if (to > days.today) {
    return refused(
      'invalid_input',
      say('closing.day_has_not_ended_only_days_until_today', { day: dateText(to, terms.locale) }),
      {
        field: 'days.to',
        remedy: say('closing.choose_an_earlier_day'),
      },
    )
  }
  if (days.overlapping) return closedAlready(terms, days.overlapping)
  if (input.basis !== days.lastEntry) {
    return refused('stale', say('closing.somebody_recorded_something_on_these'), {
      remedy: say('closing.look_at_the_new_numbers_then_close_again'),
    })
  }
  const tenders: ClosedTender[] = []
  for (const count of countsOf(input)) {
    if (!count.found) {
      return refused('invalid_input', say('closing.the_count_of_tender_is_missing', { tender: count.tender }), {
        field: 'others',
        remedy: say('closing.write_what_was_counted_0_where_there_is'),
      })
    }
    const closed = closedTender(terms, count, days.expected.get(count.tender) ?? cents(0))
    if (!closed.ok) return closed
    tenders.push(closed.value)
  }
  const { pieces, float } = input.cash
  return done({ tenders, cash: { pieces: pieces.filter(({ count }) => count > 0), float }, note: input.note.trim() })
}

interface Count {
  readonly tender: CountedTender
  readonly found: boolean
  readonly counted: Cents
  readonly explanation: string
  /** where the explanation is written, as the contract names it */
  readonly field: string
}

/** Cash by its notes and coins less the float, then the others. */
function countsOf({ cash, others }: CloseInput): Count[] {
  const drawer = cash.pieces.reduce((sum, { value, count }) => sum + value * count, 0)
  const inCash: Count = {
    tender: 'cash',
    found: true,
    counted: cents(drawer - cash.float),
    explanation: cash.explanation,
    field: 'cash.explanation',
  }
  const elsewhere = COUNTED_TENDERS.filter((tender) => tender !== 'cash').map((tender): Count => {
    const place = others.findIndex((each) => each.tender === tender)
    const { counted = cents(0), explanation = '' } = others[place] ?? {}
    return { tender, found: place >= 0, counted, explanation, field: `others.${place}.explanation` }
  })
  return [inCash, ...elsewhere]
}

function closedTender(terms: MoneyStyle, count: Count, expected: Cents): Outcome<ClosedTender> {
  const { tender, counted, field } = count
  const explanation = count.explanation.trim()
  const difference = cents(counted - expected)
  if (difference !== 0 && explanation === '') {
    const message = say('closing.counted_of_tender_was_counted_expected', {
      counted: inWords(terms, counted),
      tender,
      expected: inWords(terms, expected),
    })
    return refused('invalid_input', message, { field, remedy: say('closing.count_again_or_explain_the_difference') })
  }
  return done({ tender, expected, counted, difference, explanation })
}

function closedAlready(terms: MoneyStyle, { from, to }: { from: BusinessDate; to: BusinessDate }): Outcome<never> {
  const day = dateText(from, terms.locale)
  const message =
    from === to
      ? say('closing.day_is_closed_already', { day })
      : say('closing.the_days_from_to_are', { from: day, to: dateText(to, terms.locale) })
  return refused('day_closed', message, {
    field: 'days.from',
    remedy: say('closing.leave_them_out_or_reopen_them_with_a'),
  })
}
