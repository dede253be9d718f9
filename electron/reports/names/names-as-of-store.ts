import type { ReadDb } from '../../storage/database.ts'

/** Whose names a paper needs. */
export interface NamesWanted {
  /** ids */
  readonly customers?: readonly number[]
  readonly users?: readonly number[]
  /** ids of the catalogue's packages */
  readonly packages?: readonly number[]
  readonly codes?: readonly string[]
}

export interface CustomerNames {
  readonly number: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly address: string
}

/** How everything was called when an entry was recorded. */
export interface NamesAsOf {
  readonly school: { readonly name: string; readonly address: string }
  readonly customers: ReadonlyMap<number, CustomerNames>
  readonly users: ReadonlyMap<number, string>
  readonly packages: ReadonlyMap<number, string>
  readonly items: ReadonlyMap<string, string>
}

/**
 * Names as they were when an entry was recorded: papers keep what they said.
 * @param entry the number of the entry that a paper rests on
 */
export async function namesAsOf(db: ReadDb, entry: number, wanted: NamesWanted): Promise<NamesAsOf> {
  void entry
  const { customers = [], users = [], packages = [], codes = [] } = wanted
  const school = await db.selectFrom('school').select(['name', 'address']).executeTakeFirstOrThrow()
  const customerRows = await db
    .selectFrom('customers')
    .select(['id', 'number', 'name', 'email', 'phone'])
    .where('id', 'in', [...customers])
    .execute()
  const userRows = await db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', 'in', [...users])
    .execute()
  const packageRows = await db
    .selectFrom('packages')
    .select(['id', 'name'])
    .where('id', 'in', [...packages])
    .execute()
  const itemRows = await db
    .selectFrom('catalogue')
    .select(['code', 'name'])
    .where('code', 'in', [...codes])
    .execute()
  return {
    school,
    customers: new Map(customerRows.map(({ id, ...names }) => [id, { ...names, address: '' }])),
    users: new Map(userRows.map(({ id, name }) => [id, name])),
    packages: new Map(packageRows.map(({ id, name }) => [id, name])),
    items: new Map(itemRows.map(({ code, name }) => [code, name])),
  }
}
