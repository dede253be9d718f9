import SqliteDatabase, { type Database as Sqlite } from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import { asStorageProblem } from './sqlite-problem.ts'

/** The tables whose rows a copy is counted by. */
const COUNTED = ['entries', 'postings', 'customers', 'customer_packages', 'invoices', 'users'] as const

/** What a school's file holds, read without changing it. */
export interface FileDescription {
  /** the schema's number */
  readonly version: number
  readonly school: string | null
  /** the ledger's first entry's hash, by which two files of one school know each other; null where it is empty */
  readonly origin: string | null
  readonly head: { readonly number: number; readonly hash: string } | null
  /** the business date of the last entry */
  readonly lastDay: string | null
  readonly counts: Readonly<Record<string, number>>
}

/** Looks into a file that nobody has open. Throws a StorageProblem where it is none of a school. */
export function describeFile(file: string): FileDescription {
  return lookedInto(file, described)
}

/** The hash of an entry in such a file; null where it has no such entry. */
export function entryHash(file: string, number: number): string | null {
  return lookedInto(file, (opened) => {
    const row = opened.prepare('select hex(hash) as hash from entries where number = ?').get(number)
    return textOf((row as { hash?: unknown } | undefined)?.hash)?.toLowerCase() ?? null
  })
}

function lookedInto<Seen>(file: string, look: (opened: Sqlite) => Seen): Seen {
  const before = ['-wal', '-shm'].filter((end) => existsSync(`${file}${end}`))
  let opened: Sqlite | undefined
  try {
    opened = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    return look(opened)
  } catch (error) {
    throw asStorageProblem(error, file)
  } finally {
    opened?.close()
    // A reader of a file in WAL mode leaves an empty log beside it. Its index first: alone it would mean a lost log.
    for (const end of ['-shm', '-wal']) if (!before.includes(end)) rmSync(`${file}${end}`, { force: true })
  }
}

function described(opened: Sqlite): FileDescription {
  const rows = opened.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[]
  const tables = new Set(rows.map(({ name }) => name))
  const one = (text: string) => opened.prepare(text).get() as Readonly<Record<string, unknown>> | undefined
  const entry = (order: 'asc' | 'desc') =>
    tables.has('entries')
      ? one(`select number, hex(hash) as hash, date from entries order by number ${order} limit 1`)
      : undefined
  const last = entry('desc')
  const counts = COUNTED.filter((table) => tables.has(table)).map(
    (table) => [table, Number(one(`select count(*) as rows from ${table}`)?.['rows'])] as const,
  )
  return {
    version: Number(opened.pragma('user_version', { simple: true })),
    school: tables.has('school') ? textOf(one('select name from school')?.['name']) : null,
    origin: textOf(entry('asc')?.['hash'])?.toLowerCase() ?? null,
    head: last ? { number: Number(last['number']), hash: String(last['hash']).toLowerCase() } : null,
    lastDay: textOf(last?.['date']),
    counts: Object.fromEntries(counts),
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Makes one file of a closed database that was in WAL mode, so that it can be read where nothing can be written. */
export function asSingleFile(file: string): void {
  const opened = new SqliteDatabase(file)
  try {
    opened.pragma('journal_mode = DELETE')
  } finally {
    opened.close()
  }
}
