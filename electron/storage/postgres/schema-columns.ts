import { SCHEMA, type ServerConnection } from './server-connection.ts'

/** The school's tables: each column's type, the columns of each key in order, and which columns may be without a value. */
export interface SchemaColumns {
  readonly types: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly keys: ReadonlyMap<string, readonly string[]>
  readonly nullable: ReadonlySet<string>
}

export async function readColumns(connection: ServerConnection): Promise<SchemaColumns> {
  const rows = await connection.run(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, a.attnotnull as filled,
      array_position(i.indkey::int2[], a.attnum) as place
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = '${SCHEMA}'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`)
  const types = new Map<string, Map<string, string>>()
  const keys = new Map<string, [place: number, name: string][]>()
  for (const { table, column, type, place } of rows) {
    const known = types.get(String(table)) ?? new Map<string, string>()
    types.set(String(table), known.set(String(column), String(type)))
    if (place !== null) keys.set(String(table), [...(keys.get(String(table)) ?? []), [Number(place), String(column)]])
  }
  return {
    types,
    keys: new Map([...keys].map(([table, key]) => [table, inOrder(key)])),
    nullable: new Set(rows.filter(({ filled }) => !filled).map(({ column }) => String(column))),
  }
}

function inOrder(key: readonly [place: number, name: string][]): string[] {
  return key.toSorted(([one], [other]) => one - other).map(([, name]) => name)
}
