import SqliteDatabase from 'better-sqlite3'
import { dirname } from 'node:path'
import type { Database } from '../electron/storage/database.ts'
import { serverOf } from '../electron/storage/server-folder.ts'
import { asSql } from './postgres/server.ts'

/** Whether the schools of this run lie on a server. */
export const onServer = process.env['BLOCKTIME_TEST_ENGINE'] === 'postgres'

/** What is said to whoever changes the ledger: by a trigger, or, on a server, because nobody at a desk has the right to. */
export const REFUSED_CHANGE = onServer ? /has not the rights/ : /append-only/

/** Why a test about the data file itself is skipped where there is none. */
export const notOnServer = (why: string) => `not on a server: ${why}`

/** Changes a school as a program that knows nothing of Blocktime would, past everything that protects it. */
export function changeBehind(database: Database, ...changes: readonly string[]): void {
  const address = serverOf(dirname(database.file))
  if (address === null) return changeFile(database.file, changes)
  const { port, pathname } = new URL(address)
  const past = 'set search_path = blocktime; set session_replication_role = replica;'
  asSql({ port: Number(port) }, pathname.slice(1), `${past} ${changes.join(';')}`)
}

function changeFile(file: string, changes: readonly string[]): void {
  const raw = new SqliteDatabase(file)
  raw.pragma('foreign_keys = OFF')
  const triggers = raw.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  raw.exec('begin immediate')
  for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
  for (const change of changes) raw.exec(change)
  for (const { sql } of triggers) raw.exec(sql)
  raw.exec('commit')
  raw.close()
}

type Row = Readonly<Record<string, unknown>>

/** All rows of every table, as they lie there: those that an engine keeps for itself included. */
export function rowsBehind(database: Database): Map<string, readonly Row[]> {
  const address = serverOf(dirname(database.file))
  if (address !== null) return rowsOn(address)
  const raw = new SqliteDatabase(database.file, { readonly: true })
  const tables = raw.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
  const rows = new Map(tables.map((table) => [table, raw.prepare(`select * from "${table}"`).all() as Row[]]))
  raw.close()
  return rows
}

function rowsOn(address: string): Map<string, readonly Row[]> {
  const { port, pathname } = new URL(address)
  const asked = (text: string) => {
    const lines = asSql({ port: Number(port) }, pathname.slice(1), text).split('\n')
    return lines.filter((line) => line !== '')
  }
  const tables = asked("select tablename from pg_tables where schemaname = 'blocktime'")
  return new Map(
    tables.map((table) => {
      const rows = asked(`select row_to_json(t) from blocktime.${table} t`)
      return [table, rows.map((line) => JSON.parse(line) as Row)]
    }),
  )
}
