import type { ReconcileScope, RecordedPayment, Work } from '../../../shared/contract/reconcile.ts'
import type { Source } from '../../../shared/contract/reconcile-file.ts'
import { daysBefore } from '../../../shared/dates.ts'
import type { ReadDb } from '../../storage/database.ts'
import { openLines, settledPayments } from './lines-store.ts'
import { matchSides, type Matched } from '../matching/match.ts'
import { knownPayouts } from './payouts-store.ts'
import { recordedPayments } from './recorded-payments-store.ts'
import type { KnownPayout } from '../matching/sides.ts'

/** What lies so near the scope is matched with it, so that the end of a month does not look like something missing. */
const AROUND_DAYS = 31

/** What belongs together in a scope, and what is left over: all of it. */
export async function matchScope(
  db: ReadDb,
  { source, locale }: { readonly source: Source; readonly locale: string },
  { from, to }: Pick<ReconcileScope, 'from' | 'to'>,
): Promise<Matched> {
  const around = { from: daysBefore(from, AROUND_DAYS), to: daysBefore(to, -AROUND_DAYS) }
  const settled = await settledPayments(db, source.id)
  const recorded = await recordedPayments(db, { tenders: source.tenders, ...around })
  const rejections = await db
    .selectFrom('reconcile_rejections')
    .select('pair')
    .where('source_id', '=', source.id)
    .execute()
  const payouts = await knownPayouts(db, source.id, around)
  const matched = matchSides({
    lines: await openLines(db, source.id, around),
    payments: recorded.filter(({ key }) => !settled.has(key)),
    payouts,
    inPayouts: await inPayouts(db, payouts, new Set([...settled, ...recorded.map(({ key }) => key)])),
    rejected: new Set(rejections.map(({ pair }) => pair)),
    locale,
  })
  const inside = ({ date }: { readonly date: string }) => date >= from && date <= to
  const touches = ({ lines, payments }: Matched['proposals'][number]) => lines.some(inside) || payments.some(inside)
  return {
    proposals: matched.proposals.filter(touches),
    differing: matched.differing.filter(touches),
    notRecorded: matched.notRecorded.filter(inside),
    notReceived: matched.notReceived.filter(inside),
  }
}

/** A bank that is asked for checks and cash still receives what cards paid, a payout at a time. */
async function inPayouts(
  db: ReadDb,
  payouts: readonly KnownPayout[],
  known: ReadonlySet<string>,
): Promise<RecordedPayment[]> {
  const keys = new Set(payouts.flatMap(({ payments }) => payments).filter((key) => !known.has(key)))
  const entries = [...new Set([...keys].map((key) => Number(key.split(' ')[0])))]
  return (await recordedPayments(db, { entries })).filter(({ key }) => keys.has(key))
}

/** The same for a screen: the first of each, and how many there are. */
export function shownWork({ proposals, differing, notRecorded, notReceived }: Matched, most: number): Work {
  const of = (certainty: Matched['proposals'][number]['certainty']) =>
    proposals.filter((proposal) => proposal.certainty === certainty)
  const [exact, likely, possible] = [of('exact'), of('likely'), of('possible')]
  return {
    proposals: [exact, likely, possible].flatMap((those) => those.slice(0, most)),
    differing: differing.slice(0, most),
    notRecorded: notRecorded.slice(0, most),
    notReceived: notReceived.slice(0, most),
    counts: {
      exact: exact.length,
      likely: likely.length,
      possible: possible.length,
      differing: differing.length,
      notRecorded: notRecorded.length,
      notReceived: notReceived.length,
    },
  }
}
