import type { Kysely } from 'kysely'
import { migrations } from '../../../migrations/index.ts'
import { APPEND_ONLY } from '../append-only.ts'
import { StorageProblem } from '../problem.ts'
import { addressText } from './address.ts'
import { OWN_FORMS } from './own-forms.ts'
import { SCHEMA_FUNCTIONS } from './schema-functions.ts'
import { DESK_ROLE, SCHEMA, type ServerConnection } from './server-connection.ts'
import { onConnection } from './server-dialect.ts'
import { codeOf } from './server-problem.ts'
import { translated } from './translate.ts'

const NOTHING = { rows: [], rowCount: 0, command: '', oid: 0, fields: [] }

/** What the server says where another session makes the same thing: a schema, a role, a right. */
const MADE_BESIDE = ['42P06', '42710', '23505', 'XX000']
const MOST_ATTEMPTS = 5

/** Tables of this engine alone: what of them a desk may do. */
const OWN_RIGHTS: Readonly<Record<string, string>> = {
  writer: 'select, update (version)',
  write_marks: 'select, insert, delete',
}

/**
 * Makes a school's schema where there is none, or brings it up to date, as who signed in: later everything is done in
 * the role of a desk.
 * @param making whether a school is made where there is none
 * @returns the version from which it was brought up; null where it was up to date
 * Throws a StorageProblem where who signed in may not, or where the schema is of a newer Blocktime.
 */
export async function migrateServer(login: ServerConnection, making: boolean): Promise<number | null> {
  const params = { address: addressText(login.address) }
  const [found] = await login.run(`
    select
      pg_encoding_to_char(encoding) as encoding,
      exists (select from pg_namespace where nspname = '${SCHEMA}') as there,
      (select has_schema_privilege(oid, 'USAGE') from pg_namespace where nspname = '${SCHEMA}') as may_use,
      has_database_privilege(current_database(), 'CREATE') as may_make
    from pg_database where datname = current_database()`)
  if (found?.['encoding'] !== 'UTF8') throw new StorageProblem('server_encoding', params)
  if (!found['there']) {
    if (!making) throw new StorageProblem('server_empty', params)
    if (!found['may_make']) throw new StorageProblem('server_rights', params)
    // Another desk that makes it at the same moment, or the role, comes first: then it is there.
    for (let attempt = 1; !(await makeSchema(login, attempt)); attempt++);
  }
  if (found['there'] && !found['may_use']) throw new StorageProblem('server_rights', params)
  const version = await versionOf(login)
  const before = found['there'] ? version : 0
  if (version > migrations.length) throw new StorageProblem('newer', { file: params.address })
  if (version < migrations.length) await bringUpToDate(login)
  await insistOnProtection(login, params.address)
  return before < migrations.length ? before : null
}

/** Answers whether the schema is there now; where somebody else makes the same at this moment it is looked again. */
async function makeSchema(login: ServerConnection, attempt: number): Promise<boolean> {
  const [schema] = await login.run(`select count(*) as there from pg_namespace where nspname = '${SCHEMA}'`)
  if (schema?.['there'] === 1) return true
  try {
    await inOneStep(login, () => makeEmptySchool(login))
    return true
  } catch (error) {
    if (attempt >= MOST_ATTEMPTS || !MADE_BESIDE.includes(codeOf(error))) throw error
    return false
  }
}

/** Makes an empty school, in the transaction that the connection is in. */
export async function makeEmptySchool(login: ServerConnection): Promise<void> {
  await login.run(`create schema ${SCHEMA}`)
  await login.run(SCHEMA_FUNCTIONS)
  await insistOnRole(login)
  await migrateFrom(login, 0)
}

async function bringUpToDate(login: ServerConnection): Promise<void> {
  const [owner] = await login.run(
    `select pg_has_role(nspowner, 'USAGE') as owns from pg_namespace where nspname = '${SCHEMA}'`,
  )
  if (!owner?.['owns']) throw new StorageProblem('server_older', { address: addressText(login.address) })
  await inOneStep(login, async () => {
    await login.run('select id from writer for update')
    await migrateFrom(login, await versionOf(login))
  })
}

export async function inOneStep(login: ServerConnection, work: () => Promise<void>): Promise<void> {
  await login.run('begin')
  try {
    await work()
    await login.run('commit')
  } catch (error) {
    if (!login.isLost) await login.run('rollback')
    throw error
  }
}

async function versionOf(login: ServerConnection): Promise<number> {
  const [row] = await login.run('select schema_version from writer')
  return Number(row?.['schema_version'])
}

/** The role of the desks is the server's, not the database's: it may be there already. Who makes it may take it on. */
async function insistOnRole(login: ServerConnection): Promise<void> {
  const [role] = await login.run(`
    select exists (select from pg_roles where rolname = '${DESK_ROLE}') as there, rolsuper as may_all
    from pg_roles where rolname = current_user`)
  if (role?.['there']) return
  await login.run(`create role ${DESK_ROLE} nologin`)
  if (!role?.['may_all']) await login.run(`grant ${DESK_ROLE} to current_user`)
}

async function migrateFrom(login: ServerConnection, version: number): Promise<void> {
  const db = translating(login, version === 0)
  for (const { name, migration } of migrations.slice(version)) {
    const form = OWN_FORMS.get(name)
    await (form ? form(onConnection(login)) : migration.up(db))
  }
  await login.run(`update writer set schema_version = ${migrations.length}`)
  await giveRights(login)
}

/**
 * Runs each statement in PostgreSQL's words.
 * @param empty whether there are no rows yet: what only changes rows, or makes some from others, is left out
 */
function translating(login: ServerConnection, empty: boolean): Kysely<unknown> {
  const ask: ServerConnection['ask'] = async (question) => {
    const { text, values } = typeof question === 'string' ? { text: question, values: [] } : question
    if (empty && changesRows(text)) return NOTHING
    const texts = translated(text)
    for (const before of texts.slice(0, -1)) await login.ask(before)
    return login.ask({ text: texts.at(-1) ?? '', values: values ?? [] })
  }
  return onConnection<unknown>({ ask })
}

function changesRows(text: string): boolean {
  return /^\s*(update|delete|insert into \S+ \([^)]*\)\s*select)\b/.test(text)
}

/** What a trigger refuses to everybody, a desk has no right to either. */
async function giveRights(login: ServerConnection): Promise<void> {
  const tables = await login.run(`
    select c.relname as name,
      exists (select from pg_trigger where tgrelid = c.oid and tgname = c.relname || '_refuse_update') as fixed,
      exists (select from pg_trigger where tgrelid = c.oid and tgname = c.relname || '_refuse_delete') as kept
    from pg_class c where c.relnamespace = '${SCHEMA}'::regnamespace and c.relkind = 'r'`)
  const rights = tables.map(({ name, fixed, kept }) => {
    const given = OWN_RIGHTS[String(name)] ?? `select, insert${fixed ? '' : ', update'}${kept ? '' : ', delete'}`
    return `revoke all on ${String(name)} from ${DESK_ROLE}; grant ${given} on ${String(name)} to ${DESK_ROLE};`
  })
  await login.run(`
    grant usage on schema ${SCHEMA} to ${DESK_ROLE};
    revoke execute on function forget_text from public;
    grant execute on function forget_text to ${DESK_ROLE};
    ${rights.join('\n')}`)
}

/** Whoever owns the schema can drop triggers and give rights, so they are looked for at every start. */
async function insistOnProtection(login: ServerConnection, address: string): Promise<void> {
  const rows = await login.run(`
    select t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = '${SCHEMA}'::regnamespace and t.tgenabled in ('O', 'A')`)
  const present = new Set(rows.map(({ name }) => name))
  const wanted = APPEND_ONLY.flatMap((table) => [`${table}_refuse_update`, `${table}_refuse_delete`])
  const missing = wanted.filter((name) => !present.has(name))
  const given = await login.ask({
    text: `
      select c.relname as name from pg_class c
      where c.relnamespace = '${SCHEMA}'::regnamespace and c.relname = any ($1::text[])
        and (has_table_privilege('${DESK_ROLE}', c.oid, 'UPDATE') or has_table_privilege('${DESK_ROLE}', c.oid, 'DELETE'))`,
    values: [APPEND_ONLY],
  })
  missing.push(...given.rows.map(({ name }) => `rights on ${String(name)}`))
  if (missing.length > 0) throw new StorageProblem('unprotected', { file: address, missing: missing.join(', ') })
}
