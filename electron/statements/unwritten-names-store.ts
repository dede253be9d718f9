import type { ReadDb } from '../storage/database.ts'
import { unwritable } from '../documents/pdf/unwritable.ts'
import { inPartsOf } from '../../shared/in-parts.ts'

/** Whose statements would have boxes in the place of characters, and which these are. */
export interface UnwrittenName {
  /** a customer's number; nothing where it is the school, a package or an item, which stand on all of them */
  readonly customer: string
  readonly name: string
  readonly characters: readonly string[]
}

const REFS_A_READING = 500

/** The names and addresses on the statements of some packages that no font can write; each once. */
export async function unwrittenNames(db: ReadDb, refs: readonly string[]): Promise<UnwrittenName[]> {
  const names = new Map<string, Omit<UnwrittenName, 'characters'> & { texts: readonly string[] }>()
  for (const name of await namesOfAll(db)) names.set(` ${name}`, { customer: '', name, texts: [name] })
  for (const part of inPartsOf(refs, REFS_A_READING)) {
    const rows = await db
      .selectFrom('customer_packages as p')
      .innerJoin('customers as c', 'c.id', 'p.customer_id')
      .select(['c.number', 'c.name', 'c.address'])
      .distinct()
      .where('p.ref', 'in', part)
      .execute()
    for (const { number, name, address } of rows) names.set(number, { customer: number, name, texts: [name, address] })
  }
  return [...names.values()].flatMap(({ customer, name, texts }) => {
    const characters = unwritable(texts)
    return characters.length === 0 ? [] : [{ customer, name, characters }]
  })
}

async function namesOfAll(db: ReadDb): Promise<string[]> {
  const school = await db.selectFrom('school').select(['name', 'address']).executeTakeFirst()
  const packages = await db.selectFrom('packages').select('name').execute()
  const items = await db.selectFrom('catalogue').select('name').execute()
  return [school?.name ?? '', school?.address ?? '', ...[...packages, ...items].map(({ name }) => name)]
}
