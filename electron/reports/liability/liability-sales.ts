import type { Period } from '../../../shared/contract/liability.ts'
import type { ReadDb } from '../../storage/database.ts'
import { containedTax, taxOfPart } from '../activity/contained-tax.ts'

/** Money that moved on the sales of a code, all at one tax percent. */
export interface SalesPart {
  /** id in the catalogue */
  readonly catalogueId: number
  readonly taxPercent: number
  readonly sold: number
  readonly givenBack: number
  /** the tax contained in sold less that in givenBack */
  readonly tax: number
}

/**
 * What invoices that became paid in a period sold, with the tax contained in each of their lines. Lines of one code
 * and amount are the same sum, so they are counted, not listed.
 */
export async function soldInPeriod(db: ReadDb, { from, to }: Period): Promise<SalesPart[]> {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .innerJoin('catalogue as c', 'c.id', 'a.owner')
    .innerJoin('invoices as i', 'i.ref', 'e.ref')
    .innerJoin('invoice_lines as l', (join) => join.onRef('l.invoice_id', '=', 'i.id').onRef('l.code', '=', 'c.code'))
    .select(['a.owner', 'l.tax_percent', 'l.amount'])
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .where('a.kind', '=', 'sales')
    .where('e.action', '=', 'invoice_payment')
    .where('e.date', '>=', from ?? '')
    .where('e.date', '<=', to)
    .groupBy(['a.owner', 'l.tax_percent', 'l.amount'])
    .execute()
  return rows.map(({ owner, tax_percent, amount, lines }) => ({
    catalogueId: owner,
    taxPercent: tax_percent,
    sold: amount * lines,
    givenBack: 0,
    tax: containedTax(amount, tax_percent) * lines,
  }))
}

/**
 * What went back on sales in a period, with the tax in proportion: of an invoice's code, everything that went back
 * until an entry counts together, so that parts never give back more or less tax than the whole.
 */
export async function givenBackInPeriod(db: ReadDb, { from, to }: Period): Promise<SalesPart[]> {
  const lines = Map.groupBy(await linesWithBacks(db), ({ invoice, owner }) => `${invoice} ${owner}`)
  const backBefore = new Map<string, number>()
  const parts: SalesPart[] = []
  for (const { invoice, owner, date, amount, action } of await salesBacks(db)) {
    const key = `${invoice} ${owner}`
    const own = lines.get(key) ?? []
    const first = own[0]
    if (!first) throw new Error(`entries give back sales of code ${owner} that invoice ${invoice} never made`)
    const whole = own.reduce((sum, line) => sum + line.amount, 0)
    const wholeTax = own.reduce((sum, line) => sum + containedTax(line.amount, line.tax_percent), 0)
    // A payment is reversed wholly and before any refund: its sales are made anew when the invoice is paid again.
    const wholly = action === 'invoice_payment_reversal'
    const before = wholly ? 0 : (backBefore.get(key) ?? 0)
    if (!wholly) backBefore.set(key, before + amount)
    if (date < (from ?? '') || date > to) continue
    const tax = taxOfPart(wholeTax, before + amount, whole) - taxOfPart(wholeTax, before, whole)
    parts.push({ catalogueId: owner, taxPercent: first.tax_percent, sold: 0, givenBack: amount, tax: -tax })
  }
  return parts
}

/** Every posting that took sales back, in the order of recording. */
function salesBacks(db: ReadDb) {
  return db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .innerJoin('invoices as i', 'i.ref', 'e.ref')
    .select(['i.id as invoice', 'a.owner', 'e.date', 'e.action', 'p.amount'])
    .where('a.kind', '=', 'sales')
    .where('p.amount', '>', 0)
    .orderBy('e.number')
    .execute()
}

/** The lines of the invoices that something went back on. A code has one tax percent for all time. */
function linesWithBacks(db: ReadDb) {
  return db
    .selectFrom('invoices as i')
    .innerJoin('invoice_lines as l', 'l.invoice_id', 'i.id')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['i.id as invoice', 'c.id as owner', 'l.amount', 'l.tax_percent'])
    .where(({ eb, or }) =>
      or([
        eb('i.status', 'in', ['partially_refunded', 'refunded', 'void', 'deleted']),
        eb('i.reversed_on', 'is not', null),
      ]),
    )
    .execute()
}
