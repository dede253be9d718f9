import { migrations } from '../../../migrations/index.ts'
import { StorageProblem } from '../problem.ts'
import { addressText, type ServerAddress } from './address.ts'
import { DESK_ROLE, SCHEMA, ServerConnection } from './server-connection.ts'
import { asServerProblem } from './server-problem.ts'

/** What somebody finds who looks at a server before working there. */
export interface ServerLook {
  /** as the server names its version */
  readonly version: string
  readonly encrypted: boolean
  /** whether a school was made there, also where nothing is in it */
  readonly made: boolean
  /** the school's name; null where there is none */
  readonly school: string | null
  readonly entries: number
}

/** The oldest PostgreSQL that knows all that is asked of it. */
const OLDEST = 12

/**
 * Looks at a server, changing nothing. Throws a StorageProblem with a plain sentence where it cannot be reached, entered,
 * trusted or worked with.
 * @param password null: as the system or the surroundings say it
 */
export async function lookAtServer(address: ServerAddress, password: string | null): Promise<ServerLook> {
  const login = new ServerConnection(address, null, password ?? undefined)
  try {
    await login.insist(0)
    return await looked(login)
  } catch (error) {
    throw asServerProblem(error, address)
  } finally {
    await login.close()
  }
}

async function looked(login: ServerConnection): Promise<ServerLook> {
  const params = { address: addressText(login.address) }
  const [found = {}] = await login.run(`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      pg_encoding_to_char(encoding) as encoding,
      coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
      exists (select from pg_namespace where nspname = '${SCHEMA}') as made,
      (select has_schema_privilege(oid, 'USAGE') from pg_namespace where nspname = '${SCHEMA}') as may_use,
      has_database_privilege(current_database(), 'CREATE') as may_make
    from pg_database where datname = current_database()`)
  const { version, number, encoding, encrypted, made, may_use: mayUse, may_make: mayMake } = found
  if (Number(number) < OLDEST * 10_000)
    throw new StorageProblem('server_version', { ...params, version: String(version), oldest: OLDEST })
  if (encoding !== 'UTF8') throw new StorageProblem('server_encoding', params)
  if (!(made ? mayUse : mayMake)) throw new StorageProblem('server_rights', params)
  const looks = { version: String(version), encrypted: Boolean(encrypted), made: Boolean(made) }
  return { ...looks, ...(looks.made ? await schoolIn(login, params.address) : { school: null, entries: 0 }) }
}

async function schoolIn(login: ServerConnection, address: string): Promise<Pick<ServerLook, 'school' | 'entries'>> {
  const [schema] = await login.run(`set role ${DESK_ROLE}; select schema_version as version from ${SCHEMA}.writer`)
  if (Number(schema?.['version']) > migrations.length) throw new StorageProblem('newer', { file: address })
  const [school] = await login.run(`
    select (select name from ${SCHEMA}.school limit 1) as name,
      (select coalesce(max(number), 0) from ${SCHEMA}.entries) as entries`)
  const name = school?.['name']
  return { school: typeof name === 'string' ? name : null, entries: Number(school?.['entries']) }
}
