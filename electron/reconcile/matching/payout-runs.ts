import { tenderWords } from '../../../shared/action-words.ts'
import { dateText } from '../../../shared/date-text.ts'
import { sum, type OpenSides } from './open-sides.ts'
import { isPayoutLike, type LineSide, type PaymentSide } from './sides.ts'
import { say } from '../../../shared/words/say.ts'

/** From the last payment of a payout to its arrival. */
const LATER_DAYS = 6
const LONGEST_RUN = 7
/** What a processor keeps at most, in thousandths of the payments. */
const MOST_FEE_THOUSANDTHS = 45

/** The payments of one tender on one day, as long as none of them has a partner. */
interface TenderDay {
  readonly day: number
  readonly payments: readonly PaymentSide[]
  readonly total: number
}

interface Run {
  readonly days: readonly TenderDay[]
  readonly total: number
}

/** All payments of one tender on a day or a run of days, in one sum: whole, or less the processor's fee. */
export function matchRuns(open: OpenSides, locale: string): void {
  for (const [tender, payments] of Map.groupBy(open.payments, ({ row }) => row.tender)) {
    const days = new Map(
      [...Map.groupBy(payments, ({ day }) => day)].map(([day, those]) => [
        day,
        { day, payments: those, total: sum(those) } satisfies TenderDay,
      ]),
    )
    for (const line of open.lines) {
      // Who is named paid alone.
      if (line.name.length > 0 && !isPayoutLike(line)) continue
      const run = bestRun(days, line)
      if (!run) continue
      const all = run.days.flatMap((day) => day.payments)
      const [first] = all
      if (!first || all.length < 2) continue
      const whole = run.total === line.amount
      const reason = say(whole ? 'reconcile.all_payments_in_one_sum' : 'reconcile.all_payments_less_a_fee', {
        count: all.length,
        tender: tenderWords(tender).toLowerCase(),
        days: run.days.length,
        day: dateText(first.row.date, locale),
      })
      const certainty = !whole ? 'possible' : run.days.length === 1 ? 'exact' : 'likely'
      if (open.propose([line], all, certainty, reason)) for (const { day } of run.days) days.delete(day)
    }
  }
}

/** The run that comes nearest: without a difference before one with a fee, fewer days before more. */
function bestRun(days: ReadonlyMap<number, TenderDay>, line: LineSide): Run | undefined {
  let best: Run | undefined
  for (let last = line.day + 1; last >= line.day - LATER_DAYS; last--) {
    if (!days.has(last)) continue
    const run: TenderDay[] = []
    let total = 0
    for (let day = last; day > last - LONGEST_RUN; day--) {
      const those = days.get(day)
      if (!those) continue
      run.unshift(those)
      total += those.total
      const whole = total === line.amount
      const better = !best || (whole && (best.total !== line.amount || run.length < best.days.length))
      if (better && (whole || isLessFee(line, total))) best = { days: [...run], total }
    }
  }
  return best
}

function isLessFee(line: LineSide, total: number): boolean {
  const fee = total - line.amount
  return line.amount > 0 && fee > 0 && fee * 1_000 <= total * MOST_FEE_THOUSANDTHS && isPayoutLike(line)
}
