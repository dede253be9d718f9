import type { Offer } from '../../shared/contract/catalogue.ts'
import { sumCents } from '../../shared/money.ts'
import type { Hundredths } from '../../shared/quantity.ts'
import { rateText, type Rate } from '../../shared/rate.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { readCatalogue, readOfferedPackages } from './catalogue-store.ts'
import { lineDollars } from './draw.ts'
import { keepRecord, nextId, type Signature } from './records/keep-record-store.ts'

/** Every package that the school sells or sold, at today's tax. Locked once a customer was added to it. */
export async function readOffers(db: ReadDb, minorDigits: number): Promise<Offer[]> {
  const catalogue = await readCatalogue(db)
  const states = await db
    .selectFrom('packages as k')
    .leftJoin('customer_packages as p', 'p.package_id', 'k.id')
    .select(['k.code', 'k.active'])
    .select(({ fn }) => fn.count<number>('p.id').as('sold'))
    .groupBy(['k.id', 'k.code', 'k.active'])
    .execute()
  const byCode = new Map(states.map((state) => [state.code, state]))
  return [...(await readOfferedPackages(db)).values()].map((offered) => {
    const lines = offered.lines.map((line) => ({
      code: line.code,
      name: catalogue.get(line.code)?.name ?? line.code,
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
      price: sumCents(lines.map(({ amount }) => amount)),
      lines,
    }
  })
}

export interface NewOffer {
  readonly code: string
  readonly name: string
  readonly lines: readonly { readonly code: string; readonly quantity: Hundredths; readonly rate: Rate }[]
}

export async function createOffer(db: WriteDb, by: Signature, offer: NewOffer): Promise<void> {
  const id = await nextId(db, 'packages')
  const lines = offer.lines.map(({ code, quantity, rate }, index) => ({
    package_id: id,
    line: index + 1,
    code,
    quantity,
    rate,
  }))
  await keepRecord(db, by, 'record_package', offer.code, [
    { table: 'packages', rows: [{ id, code: offer.code, name: offer.name, active: 1 }] },
    { table: 'package_lines', rows: lines },
  ])
}

/** Offers a package to customers, or no longer; a code that there is not changes nothing. */
export async function setOfferActive(db: WriteDb, by: Signature, code: string, active: boolean): Promise<void> {
  const row = await db.selectFrom('packages').selectAll().where('code', '=', code).executeTakeFirst()
  if (!row || (row.active === 1) === active) return
  await keepRecord(db, by, 'record_package', code, [{ table: 'packages', rows: [{ ...row, active: active ? 1 : 0 }] }])
}
