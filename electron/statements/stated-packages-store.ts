import type { StatementChoice } from '../../shared/contract/statements.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { lineKind } from '../billing/catalogue-store.ts'
import { ownerAfter, ownerThen, type Merge } from '../reports/names/owners-then-store.ts'
import { priceThen } from '../reports/packages/price-then-store.ts'
import type { ReadDb } from '../storage/database.ts'
import type { StatedPackage } from './statement-package.ts'

export type FoundPackage = StatedPackage & { readonly id: number; readonly packageId: number }

/** The day, and the last entry that is taken in. */
export interface Then {
  readonly asOf: BusinessDate
  readonly head: number
  readonly merges: readonly Merge[]
}

/** Whether a package or an invoice, which is whose it is now, belonged to a customer then. */
export async function wasOf(
  db: ReadDb,
  merges: readonly Merge[],
  customerId: number,
  owned: Parameters<typeof ownerThen>[2],
): Promise<boolean> {
  return merges.every(({ entry }) => entry <= owned.head) || (await ownerThen(db, merges, owned)) === customerId
}

/** The customer and the packages that a statement is about, as far as the ledger knew them on its day at an entry. */
export async function statedPackages(db: ReadDb, { about }: Pick<StatementChoice, 'about'>, then: Then) {
  const { asOf, head, merges } = then
  const customer = await statedCustomer(db, about, then)
  if (!customer.ok) return customer
  const { id: customerId } = customer.value
  const rows = await db
    .selectFrom('customer_packages as p')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    // A package sold later, even with an earlier day, is no part of a statement that was issued before.
    .innerJoin('history as h', (join) =>
      join
        .onRef('h.customer_package_id', '=', 'p.id')
        .on('h.action', '=', 'added_to_package')
        .on('h.entry_number', '<=', head),
    )
    .select(['p.id', 'p.ref', 'p.added', 'p.package_id', 'k.code', 'k.name as package_name'])
    .where(
      about.of === 'package' ? 'p.ref' : 'p.customer_id',
      '=',
      about.of === 'package' ? about.ref : ownerAfter(merges, customerId),
    )
    .where('p.added', '<=', asOf)
    .orderBy('p.id')
    .execute()
  const packages: FoundPackage[] = []
  for (const { id, ref, added, package_id, code, package_name } of rows) {
    if (!(await wasOf(db, merges, customerId, { action: 'add_to_package', ref, head }))) continue
    packages.push({
      id,
      packageId: package_id,
      ref,
      packageCode: code,
      packageName: package_name,
      added: businessDate(added),
      price: await priceThen(db, id, { head, asOf }),
      lines: await linesOf(db, id),
    })
  }
  return done({ customerId, name: customer.value.name, packages })
}

/** The customer that a statement is about, or to whom its package belonged then. */
async function statedCustomer(
  db: ReadDb,
  about: StatementChoice['about'],
  { head, merges }: Then,
): Promise<Outcome<{ readonly id: number; readonly name: string }>> {
  if (about.of === 'customer') {
    const named = await db
      .selectFrom('customers')
      .select(['id', 'name'])
      .where('number', '=', about.number)
      .executeTakeFirst()
    if (named) return done(named)
    return refused('not_found', say('statements.there_is_no_customer_with_the_number', { number: about.number }), {
      remedy: say('statements.check_how_it_is_written'),
    })
  }
  const pack = await db
    .selectFrom('customer_packages')
    .select('customer_id')
    .where('ref', '=', about.ref)
    .executeTakeFirst()
  if (!pack) {
    return refused('not_found', say('statements.there_is_no_customer_package_ref', { ref: about.ref }), {
      remedy: say('statements.check_how_it_is_written'),
    })
  }
  const mergedSince = merges.some(({ entry }) => entry > head)
  const id = mergedSince
    ? await ownerThen(db, merges, { action: 'add_to_package', ref: about.ref, head })
    : pack.customer_id
  return done(await db.selectFrom('customers').select(['id', 'name']).where('id', '=', id).executeTakeFirstOrThrow())
}

async function linesOf(db: ReadDb, id: number): Promise<StatedPackage['lines']> {
  const rows = await db
    .selectFrom('customer_package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.line', 'l.code', 'c.name', 'c.kind'])
    .where('l.customer_package_id', '=', id)
    .orderBy('l.line')
    .execute()
  return rows.map(({ line, code, name, kind }) => ({ line, code, name, kind: lineKind(kind) }))
}
