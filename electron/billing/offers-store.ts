import type { Offer } from '../../shared/contract/catalogue.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { sumCents } from '../../shared/money.ts'
import type { Hundredths } from '../../shared/quantity.ts'
import { rateText, type Rate } from '../../shared/rate.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { PriceList } from './books/price-list-store.ts'
import { lineDollars } from './draw.ts'
import { keepRecord, nextId, type Signature } from './records/keep-record-store.ts'

/** Every package that the school sells or sold, at the tax of a day. Locked once a customer was added to it. */
export async function readOffers(db: ReadDb, minorDigits: number, day: BusinessDate): Promise<Offer[]> {
  const prices = await PriceList.read(db)
  const states = await db
    .selectFrom('packages as k')
    .leftJoin('customer_packages as p', 'p.package_id', 'k.id')
    .select(['k.code', 'k.active'])
    .select(({ fn }) => fn.count<number>('p.id').as('sold'))
    .groupBy(['k.id', 'k.code', 'k.active'])
    .execute()
  const byCode = new Map(states.map((state) => [state.code, state]))
  return prices.offers(day).map((offered) => {
    const lines = offered.lines.map((line) => ({
      code: line.code,
      name: prices.catalogue.get(line.code)?.name ?? line.code,
      kind: line.kind,
      quantity: line.quantity,
      rate: rateText(line.rate),
      amount: lineDollars(line, line.quantity, minorDigits),
    }))
    const state = byCode.get(offered.code)
    return {
      code: offered.code,
      name: offered.name,
      active: state?.active === 1,
      locked: Number(state?.sold ?? 0) > 0,
      validMonths: offered.validMonths,
      price: sumCents(lines.map(({ amount }) => amount)),
      lines,
    }
  })
}

/** A package as it is to be sold. */
export interface OfferGiven {
  readonly code: string
  readonly name: string
  readonly validMonths: number | null
  readonly lines: readonly { readonly code: string; readonly quantity: Hundredths; readonly rate: Rate }[]
}

export async function createOffer(db: WriteDb, by: Signature, offer: OfferGiven): Promise<void> {
  await keepOffer(db, by, offer, { id: await nextId(db, 'packages'), active: 1 })
}

/** Puts another content in the place of a package that nobody holds. */
export async function editOffer(db: WriteDb, by: Signature, offer: OfferGiven): Promise<void> {
  const row = await db.selectFrom('packages').select(['id', 'active']).where('code', '=', offer.code).executeTakeFirst()
  if (row) await keepOffer(db, by, offer, row)
}

async function keepOffer(
  db: WriteDb,
  by: Signature,
  { code, name, validMonths, lines }: OfferGiven,
  { id, active }: { readonly id: number; readonly active: number },
): Promise<void> {
  const rows = lines.map((line, index) => ({
    package_id: id,
    line: index + 1,
    code: line.code,
    quantity: line.quantity,
    rate: line.rate,
  }))
  const instead = { column: 'package_id', values: [id] }
  await keepRecord(db, by, 'record_package', code, [
    { table: 'packages', rows: [{ id, code, name, active, valid_months: validMonths }] },
    { table: 'package_lines', rows, instead },
  ])
}

/** Offers a package to customers, or no longer; a code that there is not changes nothing. */
export async function setOfferActive(db: WriteDb, by: Signature, code: string, active: boolean): Promise<void> {
  const row = await db.selectFrom('packages').selectAll().where('code', '=', code).executeTakeFirst()
  if (!row || (row.active === 1) === active) return
  await keepRecord(db, by, 'record_package', code, [{ table: 'packages', rows: [{ ...row, active: active ? 1 : 0 }] }])
}
