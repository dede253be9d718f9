import type { BusinessDate } from '../../../shared/dates.ts'
import type { ReadDb } from '../../storage/database.ts'
import { prepared } from '../../storage/prepared.ts'

export interface Customer {
  readonly id: number
  readonly number: string
  readonly name: string
  readonly active: boolean
}

interface Merge {
  readonly into: number
  readonly on: BusinessDate
}

const customerOfNumber = prepared(['number'], (db, slots) => customers(db).where('number', '=', slots.number))

function customers(db: ReadDb) {
  return db.selectFrom('customers').select(['id', 'number', 'name', 'active', 'merged_into'])
}

/** The customers that one unit of work names; a merged one is the one to whom its records belong now. */
export class Customers {
  readonly #db: ReadDb
  readonly #byNumber = new Map<string, Customer>()
  #merges: ReadonlyMap<number, Merge> | undefined

  constructor(db: ReadDb) {
    this.#db = db
  }

  async byNumber(number: string): Promise<Customer | undefined> {
    const known = this.#byNumber.get(number)
    if (known) return known
    const [row] = await customerOfNumber(this.#db, { number })
    const found = row && (row.merged_into === null ? row : await this.#last(row.merged_into))
    if (!found) return undefined
    const customer = { id: found.id, number: found.number, name: found.name, active: found.active === 1 }
    this.#byNumber.set(number, customer)
    return customer
  }

  /** The number of a customer as the ledger's accounts name one. */
  async numberOf(id: number): Promise<string> {
    const { number } = await customers(this.#db).where('id', '=', id).executeTakeFirstOrThrow()
    return number
  }

  /** To whom the account of a customer belongs now, and since which merge; null where it is still the customer's. */
  async mergedSince(customerId: number): Promise<{ readonly id: number; readonly on: BusinessDate | null }> {
    const merges = (this.#merges ??= await this.#readMerges())
    let id = customerId
    let on: BusinessDate | null = null
    for (let merge = merges.get(id); merge; merge = merges.get(id)) {
      id = merge.into
      if (on === null || merge.on > on) on = merge.on
    }
    return { id, on }
  }

  clear(): void {
    this.#byNumber.clear()
    this.#merges = undefined
  }

  async #last(id: number) {
    const { id: now } = await this.mergedSince(id)
    return customers(this.#db).where('id', '=', now).executeTakeFirstOrThrow()
  }

  async #readMerges(): Promise<ReadonlyMap<number, Merge>> {
    const rows = await this.#db
      .selectFrom('customers')
      .select(['id', 'merged_into', 'merged_on'])
      .where('merged_into', 'is not', null)
      .execute()
    return new Map(
      rows.flatMap(({ id, merged_into: into, merged_on: on }) =>
        into === null || on === null ? [] : [[id, { into, on: on as BusinessDate }] as const],
      ),
    )
  }
}
