import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { done, type Failure, type Outcome } from '../../shared/failure.ts'
import { dateText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { CatalogueEntry } from './catalogue-store.ts'
import type { RateFrom } from './rates-in-time.ts'
import { keepRecord, nextId, type Signature } from './records/keep-record-store.ts'

/** Adds an hour type or an item. Its code never changes, nor what it was sold at. */
export async function addCatalogueEntry(
  db: WriteDb,
  by: Signature,
  entry: Omit<CatalogueEntry, 'id' | 'active'>,
): Promise<void> {
  const { code, name, kind, rate: standard, taxPercent: tax, category } = entry
  const id = await nextId(db, 'catalogue')
  const row = { id, code, name, kind, rate: standard, tax_percent: tax, category, active: 1 }
  await keepRecord(db, by, 'record_catalogue', code, [{ table: 'catalogue', rows: [row] }])
}

/** What of an hour type or item can be changed for all days alike. */
export type CatalogueDetails = Pick<CatalogueEntry, 'code' | 'name' | 'category' | 'active'>

/** Changes name, category, and whether it is sold; a code that there is not changes nothing. */
export async function editCatalogueEntry(db: WriteDb, by: Signature, details: CatalogueDetails): Promise<void> {
  const { code, name, category, active } = details
  const row = await db.selectFrom('catalogue').selectAll().where('code', '=', code).executeTakeFirst()
  if (!row) return
  const after = { ...row, name, category, active: active ? 1 : 0 }
  if (JSON.stringify(after) === JSON.stringify(row)) return
  await keepRecord(db, by, 'record_catalogue', code, [{ table: 'catalogue', rows: [after] }])
}

/**
 * Whether the rate of a code may be another one from a day on: nothing may have been sold at it on that day or later,
 * for what was sold keeps its rate, also where an export of the school is brought in anew. Refused: wrong_date.
 */
export async function rateMayChange(
  db: ReadDb,
  code: string,
  from: BusinessDate,
  locale: string,
): Promise<Outcome<null>> {
  const failure = soldSince(await lastSoldOn(db, code), code, from, locale)
  return failure ? { ok: false, failure } : done(null)
}

/** The refusal of a rate from a day on; undefined where nothing was sold on it or later. */
export function soldSince(
  last: BusinessDate | undefined,
  code: string,
  from: BusinessDate,
  locale: string,
): Failure | undefined {
  if (last === undefined || from > last) return undefined
  return {
    code: 'wrong_date',
    message: say('refused_calls.rate_sold_since', { code, day: dateText(last, locale) }),
    field: 'from',
    remedy: say('refused_calls.rate_sold_since_remedy'),
  }
}

/** The last day on which each code was invoiced at its standard rate, or sold in a package. */
export async function lastSoldDays(db: ReadDb): Promise<ReadonlyMap<string, BusinessDate>> {
  const last = new Map<string, BusinessDate>()
  for (const { code } of await db.selectFrom('catalogue').select('code').execute()) {
    const day = await lastSoldOn(db, code)
    if (day !== undefined) last.set(code, day)
  }
  return last
}

async function lastSoldOn(db: ReadDb, code: string): Promise<BusinessDate | undefined> {
  const invoiced = await db
    .selectFrom('invoice_lines as l')
    .innerJoin('invoices as i', 'i.id', 'l.invoice_id')
    .select(({ fn }) => fn.max('i.date').as('day'))
    .where('l.code', '=', code)
    .where('l.customer_package_id', 'is', null)
    .executeTakeFirst()
  const sold = await db
    .selectFrom('customer_package_lines as l')
    .innerJoin('customer_packages as p', 'p.id', 'l.customer_package_id')
    .select(({ fn }) => fn.max('p.added').as('day'))
    .where('l.code', '=', code)
    .executeTakeFirst()
  const day = [invoiced?.day, sold?.day]
    .filter((each) => typeof each === 'string')
    .toSorted()
    .at(-1)
  return day === undefined ? undefined : businessDate(day)
}

/** Another standard rate from a day on. */
export async function setRate(db: WriteDb, by: Signature, code: string, rate: RateFrom): Promise<void> {
  const row = { code, from_date: rate.from, rate: rate.rate, tax_percent: rate.taxPercent }
  await keepRecord(db, by, 'record_catalogue', code, [{ table: 'rates', rows: [row] }])
}

/** Takes a rate from a day on away again. */
export async function removeRate(db: WriteDb, by: Signature, code: string, from: BusinessDate): Promise<void> {
  const rows = await db
    .selectFrom('rates')
    .selectAll()
    .where('code', '=', code)
    .where('from_date', '!=', from)
    .orderBy('from_date')
    .execute()
  const instead = { column: 'code', values: [code] }
  await keepRecord(db, by, 'record_catalogue', code, [{ table: 'rates', rows, instead }])
}
