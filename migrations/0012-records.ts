import { type Kysely, sql } from 'kysely'

/**
 * What the school knows becomes entries of the chain, too: the texts that lie beside them, and where each customer,
 * user, package and code is spoken of. A school of before is taken over by an entry that holds what was found.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table texts (
      entry_number integer not null references entries (number) deferrable initially deferred,
      place integer not null,
      salt blob not null,
      text text not null,
      primary key (entry_number, place)
    ) strict, without rowid`.execute(db)
  await sql`
    create trigger texts_refuse_update before update on texts
    begin select raise(abort, 'texts are append-only: a correction is a new record'); end`.execute(db)
  await sql`
    create table record_mentions (
      noun text not null,
      subject text not null,
      entry_number integer not null references entries (number) deferrable initially deferred,
      primary key (noun, subject, entry_number)
    ) strict, without rowid`.execute(db)
  await takeOver(db, 1, TABLES)
  await takeOver(db, null, [CORRECTIONS])
}

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly texts: readonly string[]
  readonly noun: string
  readonly subject: string | null
}

/** The tables of records as they were at this migration, parents first. */
const TABLES: readonly Table[] = [
  {
    name: 'school',
    columns: [
      'id',
      'name',
      'currency',
      'minor_digits',
      'time_zone',
      'locale',
      'address',
      'demonstration',
      'funds_below_zero',
    ],
    texts: [],
    noun: 'school',
    subject: null,
  },
  { name: 'policies', columns: ['name', 'value'], texts: [], noun: 'school', subject: null },
  {
    name: 'catalogue',
    columns: ['id', 'code', 'name', 'kind', 'rate', 'tax_percent', 'active'],
    texts: [],
    noun: 'catalogue',
    subject: 'id',
  },
  { name: 'packages', columns: ['id', 'code', 'name', 'active'], texts: [], noun: 'package', subject: 'id' },
  {
    name: 'package_lines',
    columns: ['package_id', 'line', 'code', 'quantity', 'rate'],
    texts: [],
    noun: 'package',
    subject: 'package_id',
  },
  {
    name: 'customers',
    columns: ['id', 'number', 'active'],
    texts: ['name', 'email', 'phone'],
    noun: 'customer',
    subject: 'id',
  },
  {
    name: 'users',
    columns: ['id', 'username', 'role', 'customer_id', 'active'],
    texts: ['name'],
    noun: 'user',
    subject: 'id',
  },
  { name: 'dashboard_access', columns: ['user_id', 'customer_id'], texts: [], noun: 'user', subject: 'user_id' },
  { name: 'role_permissions', columns: ['role', 'permission'], texts: [], noun: 'role', subject: 'role' },
  {
    name: 'closings',
    columns: ['id', 'from_date', 'to_date', 'user_id', 'closed_at', 'last_entry'],
    texts: ['document'],
    noun: 'closing',
    subject: 'id',
  },
  {
    name: 'closing_reopenings',
    columns: ['closing_id', 'user_id', 'reopened_at', 'last_entry'],
    texts: ['reason'],
    noun: 'closing',
    subject: 'closing_id',
  },
  {
    name: 'statements',
    columns: ['id', 'about', 'customer_id', 'date', 'issued_at', 'user_id', 'head_entry', 'head_hash', 'digest'],
    texts: [],
    noun: 'statement',
    subject: 'id',
  },
]

/** Which invoice replaces which voided one. */
const CORRECTIONS = { name: 'invoices', columns: ['id', 'corrects'], texts: [], noun: 'invoice', subject: 'id' }

const RECORDS_AN_ENTRY = 5_000
const ROWS_A_STATEMENT = 200

/** @param since before which entry it holds: what is found held before the first; what names invoices, only now */
async function takeOver(db: Kysely<unknown>, since: number | null, tables: readonly Table[]): Promise<void> {
  let waiting: { table: Table; rows: Row[] }[] = []
  let count = 0
  for (const table of tables) {
    const rows = await rowsOf(db, table)
    for (let start = 0; start < rows.length;) {
      const part = rows.slice(start, start + RECORDS_AN_ENTRY - count)
      waiting.push({ table, rows: part })
      count += part.length
      start += part.length
      if (count < RECORDS_AN_ENTRY) continue
      await append(db, since, waiting)
      waiting = []
      count = 0
    }
  }
  if (waiting.length > 0) await append(db, since, waiting)
}

async function rowsOf(db: Kysely<unknown>, { name, columns, texts }: Table): Promise<readonly Row[]> {
  const chosen = sql.join([...columns, ...texts].map((column) => sql.ref(column)))
  const which = name === 'invoices' ? sql`where corrects is not null` : sql``
  return (await sql<Row>`select ${chosen} from ${sql.table(name)} ${which} order by 1, 2`.execute(db)).rows
}

async function append(
  db: Kysely<unknown>,
  since: number | null,
  parts: readonly { table: Table; rows: readonly Row[] }[],
): Promise<void> {
  const head = await sql<{ number: number; hash: Uint8Array }>`
    select number, hash from entries order by number desc limit 1`.execute(db)
  const number = (head.rows[0]?.number ?? 0) + 1
  const texts: { place: number; salt: Uint8Array; text: string }[] = []
  const written = []
  for (const { table, rows } of parts) {
    const values: Value[][] = []
    for (const row of rows) {
      const plain = table.columns.map((column) => row[column] ?? null)
      if (table.texts.length === 0) {
        values.push(plain)
        continue
      }
      const salt = crypto.getRandomValues(new Uint8Array(16))
      const text = JSON.stringify(table.texts.map((column) => row[column] ?? ''))
      texts.push({ place: texts.length + 1, salt, text })
      values.push([...plain, (await sha256(salt, text)).toString('base64url').slice(0, 22)])
    }
    written.push({ table: table.name, columns: table.columns, texts: table.texts, rows: values })
  }
  const now = new Date()
  const date = await today(db, now)
  const document = JSON.stringify({ ...(since !== null && { since }), parts: written })
  const content = JSON.stringify([number, date, now.getTime(), 0, 'takeover', '', '', document, [], [], []])
  const hash = await sha256(head.rows[0]?.hash ?? new Uint8Array(32), content)
  await sql`
    insert into entries (number, date, recorded_at, user_id, action, ref, note, document, hash)
    values (${number}, ${date}, ${now.getTime()}, 0, 'takeover', '', '', ${document}, ${hash})`.execute(db)
  await insert(
    db,
    'texts',
    ['entry_number', 'place', 'salt', 'text'],
    texts.map(({ place, salt, text }) => [number, place, Buffer.from(salt), text]),
  )
  await insert(
    db,
    'record_mentions',
    ['noun', 'subject', 'entry_number'],
    mentions(parts).map(([noun, subject]) => [noun, subject, number]),
  )
}

function mentions(parts: readonly { table: Table; rows: readonly Row[] }[]): [string, string][] {
  const found = new Map<string, [string, string]>()
  for (const { table, rows } of parts) {
    for (const row of rows) {
      const subject = table.subject === null ? '' : String(row[table.subject])
      found.set(`${table.noun} ${subject}`, [table.noun, subject])
    }
  }
  return [...found.values()]
}

async function insert(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (Value | Uint8Array)[])[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const values = rows.slice(start, start + ROWS_A_STATEMENT).map((row) => sql`(${sql.join(row)})`)
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(db)
  }
}

/** The business date of the school at this instant. */
async function today(db: Kysely<unknown>, now: Date): Promise<string> {
  const school = await sql<{ time_zone: string }>`select time_zone from school`.execute(db)
  const timeZone = school.rows[0]?.time_zone ?? 'UTC'
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}

async function sha256(before: Uint8Array, text: string): Promise<Buffer> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.concat([before, Buffer.from(text)])))
}
