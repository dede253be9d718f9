import { StorageProblem } from '../problem.ts'
import { readFile, type ReadFile } from '../sqlite/read-file.ts'
import { addressText, readAddress, type ServerAddress } from './address.ts'
import { OWN_TABLES } from './copy-to-file.ts'
import { inOneStep, makeEmptySchool } from './migrate-server.ts'
import { readColumns, type SchemaColumns } from './schema-columns.ts'
import { DESK_ROLE, SCHEMA, ServerConnection } from './server-connection.ts'
import { asServerProblem } from './server-problem.ts'
import { quoted } from './server-rows.ts'

/** How the schemas are called in which schools were put aside, before the instant. */
export const KEPT = `${SCHEMA}_kept_`
const ROWS_AT_ONCE = 2_000

/**
 * Puts the school of a file in the place of the one on a server, in one transaction. The present one is kept aside
 * under a dated name; answers that name, or null where there was none. Only who owns the database may.
 * @param file null: the present one is only put aside
 */
export async function replaceOnServer(text: string, file: string | null, now: Date): Promise<string | null> {
  const address = readAddress(text)
  if (typeof address === 'string') throw new StorageProblem('server_address', { folder: '', name: 'server.json' })
  try {
    return await onLogin(address, async (login) => {
      let aside: string | null = null
      await inOneStep(login, async () => {
        const before = await versionBefore(login)
        aside = await putAside(login, now)
        if (file === null) return
        await makeEmptySchool(login)
        const columns = await readColumns(login)
        await readFile(file, (from) => fill(login, columns, from))
        await login.run(`update writer set version = ${before + 1}`)
      })
      return aside === null ? null : `${addressText(address)} ${String(aside)}`
    })
  } catch (error) {
    throw asServerProblem(error, address)
  }
}

async function onLogin<T>(address: ServerAddress, work: (login: ServerConnection) => Promise<T>): Promise<T> {
  const login = new ServerConnection(address, null)
  try {
    await login.insist()
    return await work(login)
  } finally {
    await login.close()
  }
}

/** The number of the school's state: the next one is another one to every desk that has it open. */
async function versionBefore(login: ServerConnection): Promise<number> {
  const [there] = await login.run(`select to_regclass('${SCHEMA}.writer') is not null as is`)
  if (!there?.['is']) return 0
  const [row] = await login.run('select version from writer for update')
  return Number(row?.['version'])
}

/** A schema without a school in it is of no use to anybody. */
async function putAside(login: ServerConnection, now: Date): Promise<string | null> {
  const [there] = await login.run(`select to_regclass('${SCHEMA}.school') is not null as is`)
  if (!there?.['is']) return null
  const [filled] = await login.run('select exists (select from school) or exists (select from entries) as is')
  if (!filled?.['is']) {
    await login.run(`drop schema ${SCHEMA} cascade`)
    return null
  }
  const aside = `${KEPT}${now.toISOString().replace(/\D/g, '')}`
  await login.run(`revoke usage on schema ${SCHEMA} from ${DESK_ROLE}; alter schema ${SCHEMA} rename to ${aside}`)
  return aside
}

async function fill(login: ServerConnection, columns: SchemaColumns, from: ReadFile): Promise<void> {
  await login.run('set constraints all deferred')
  for (const table of from.tables) {
    const types = columns.types.get(table)
    if (!types) throw new Error(`the server's schema has no table ${table}`)
    await insertAll(login, { table, types, rows: from.rows(table, [...types.keys()]) })
  }
  const missing = [...columns.types.keys()].filter((table) => ![...from.tables, ...OWN_TABLES].includes(table))
  if (missing.length > 0) throw new Error(`the file has no table ${missing.join(', ')}`)
  const words = new Map([
    ['id', 'bigint'],
    ['word', 'text'],
  ])
  await insertAll(login, { table: 'package_search', types: words, rows: from.words() })
}

interface Filling {
  readonly table: string
  readonly types: ReadonlyMap<string, string>
  readonly rows: Iterable<unknown[]>
}

async function insertAll(login: ServerConnection, { table, types, rows }: Filling): Promise<void> {
  const columns = [...types.keys()]
  const arrays = columns.map((column, place) => `$${place + 1}::${types.get(column) ?? 'text'}[]`)
  const text = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) select * from unnest(${arrays.join(', ')})`
  let part: unknown[][] = []
  const write = async () => {
    const values = columns.map((_, place) => part.map((row) => row[place] ?? null))
    if (part.length > 0) await login.ask({ text, values })
    part = []
  }
  for (const row of rows) {
    part.push(row)
    if (part.length >= ROWS_AT_ONCE) await write()
  }
  await write()
}
