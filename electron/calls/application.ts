import { z } from 'zod'
import { contract, isCallName, type CallEnvelope, type CallName, type CallReply } from '../../shared/contract/index.ts'
import { done, type Failure, type Outcome } from '../../shared/failure.ts'
import { insistOnLedger, keepHead } from '../ledger/head-file.ts'
import { UnknownNames } from '../people/lock-out.ts'
import { Sessions } from '../people/sessions.ts'
import { audit, readUser, rolesAreThere, seedRoles, type User } from '../people/users-store.ts'
import type { Database } from '../storage/database.ts'
import { openDatabase } from '../storage/open-database.ts'
import { asFolderProblem, StorageProblem } from '../storage/problem.ts'
import { onlyOnce } from './command-store.ts'
import type { Caller, Implementations } from './implementation.ts'
import { checkedInput } from './input-failure.ts'
import { backOfficeImplementations } from './back-office.ts'
import { catalogueImplementations } from './catalogue.ts'
import { changesImplementations } from './changes.ts'
import { customersImplementations } from './customers.ts'
import { IntegrityWatch } from './integrity-watch.ts'
import { invoicesImplementations } from './invoices.ts'
import { packageActionImplementations } from './package-actions.ts'
import { packagesImplementations } from './packages.ts'
import { peopleImplementations } from './people.ts'
import { accessRefusal } from './permission.ts'
import { ReadingThreads } from './reading-threads.ts'
import { policiesImplementations } from './policies.ts'
import { preferencesImplementations } from './preferences.ts'
import { schoolImplementations } from './school.ts'
import { sessionImplementations } from './session.ts'
import { startImplementations } from './start.ts'
import { statementsImplementations } from './statements.ts'

/** The application behind every window, whatever host shows it. */
export interface Application {
  readonly database: Database
  /** Carries out one call. Never throws: what goes wrong is a failure with a plain sentence. */
  dispatch(envelope: unknown): Promise<CallReply>
  close(): Promise<void>
}

const envelopeSchema = z.object({
  call: z.string().max(100),
  input: z.unknown(),
  session: z.string().max(200).nullable(),
  commandId: z.string().min(8).max(100).nullable(),
  attended: z.boolean(),
}) satisfies z.ZodType<CallEnvelope>

export interface ApplicationOptions {
  readonly dataFolder: string
  readonly clock?: () => Date
  /** a desk that nobody touches locks itself after so many minutes; 15 where nothing is said */
  readonly idleMinutes?: number | undefined
}

/** Opens the school of a data folder. Throws a StorageProblem where its file cannot be worked with. */
export async function openApplication({ dataFolder, clock, idleMinutes }: ApplicationOptions): Promise<Application> {
  const database = await opened(dataFolder)
  const threads = new ReadingThreads(database)
  const watch = new IntegrityWatch(database, threads, () => clock?.() ?? new Date())
  watch.start()
  const parts: Parts = {
    database,
    sessions: new Sessions(idleMinutes),
    unknownNames: new UnknownNames(),
    implementations: {
      ...startImplementations,
      ...sessionImplementations,
      ...changesImplementations,
      ...packagesImplementations,
      ...packageActionImplementations,
      ...invoicesImplementations,
      ...customersImplementations,
      ...catalogueImplementations,
      ...peopleImplementations,
      ...policiesImplementations,
      ...preferencesImplementations,
      ...schoolImplementations(),
      ...statementsImplementations(),
      ...backOfficeImplementations(threads, watch),
    },
  }
  let closed: Promise<void> | undefined
  return {
    database,
    dispatch: (envelope) => dispatch(parts, envelope, clock?.() ?? new Date()),
    close: () => (closed ??= closedDown(dataFolder, { database, threads, watch })),
  }
}

interface Open {
  readonly database: Database
  readonly threads: ReadingThreads
  readonly watch: IntegrityWatch
}

async function closedDown(dataFolder: string, { database, threads, watch }: Open): Promise<void> {
  try {
    const stopped = watch.close()
    await threads.close()
    await stopped
    await database.read((db) => keepHead(dataFolder, db))
  } finally {
    await database.close()
  }
}

interface Parts {
  readonly database: Database
  readonly sessions: Sessions
  readonly unknownNames: UnknownNames
  readonly implementations: Implementations
}

async function opened(dataFolder: string): Promise<Database> {
  let database: Database | undefined
  try {
    await insistOnLedger(dataFolder, null)
    database = await openDatabase(dataFolder)
    await database.read((db) => insistOnLedger(dataFolder, db))
    // Another process may be writing for long: a start that writes nothing does not wait for it.
    if (!(await database.read(rolesAreThere))) await database.write(seedRoles)
    return database
  } catch (error) {
    await database?.close()
    throw asFolderProblem(error, dataFolder)
  }
}

async function dispatch(parts: Parts, sent: unknown, now: Date): Promise<CallReply> {
  try {
    const envelope = envelopeSchema.safeParse(sent)
    if (!envelope.success)
      return failed({ code: 'invalid_input', message: 'The call is not in the form of the contract.' })
    const { call, session, commandId, attended } = envelope.data
    if (!isCallName(call)) return failed({ code: 'not_found', message: `There is no call ${call}.` })
    const user = await userOf(parts, session, now, attended)
    const refusal = accessRefusal(contract[call].access, user)
    if (refusal) return await refuse(parts, call, user, refusal, now)
    const input = checkedInput(contract[call].input, envelope.data.input)
    if ('failure' in input) return failed(input.failure)
    return await carryOut(parts, call, input.value, { user, now }, session, commandId)
  } catch (error) {
    return failed(unexpected(error))
  }
}

async function userOf(parts: Parts, token: string | null, now: Date, attended: boolean): Promise<User | null> {
  const id = token === null ? undefined : parts.sessions.userOf(token, now, attended)
  if (id === undefined) return null
  return (await parts.database.read((db) => readUser(db, id))) ?? null
}

async function refuse(
  parts: Parts,
  call: CallName,
  user: User | null,
  refusal: Failure,
  now: Date,
): Promise<CallReply> {
  if (refusal.code === 'not_permitted')
    await parts.database.write((db) => audit(db, now, user?.username ?? '', 'call refused', call))
  return failed(refusal)
}

/** The implementation belongs to the call by the map's type; TypeScript cannot follow that through a name. */
type Loose = (context: object, input: unknown) => Promise<Outcome<unknown>>

async function carryOut(
  parts: Parts,
  call: CallName,
  input: unknown,
  caller: Caller,
  token: string | null,
  commandId: string | null,
): Promise<CallReply> {
  const { database, sessions, unknownNames } = parts
  const { effect, output } = contract[call]
  const implementation = parts.implementations[call] as Loose
  // Inside the transaction: an answer that does not keep to the contract is a bug, and nothing of it stays.
  const answer = async (context: object) => kept(await implementation({ ...caller, ...context }, input), output)
  switch (effect) {
    case 'read':
      return database.read((db) => answer({ db }))
    case 'aside':
      return answer({})
    case 'session':
      return answer({ database, sessions, unknownNames, token })
    case 'write': {
      if (commandId === null) return failed({ code: 'invalid_input', message: `The call ${call} needs a command id.` })
      return onlyOnce(database, { id: commandId, call, input, now: caller.now }, (db) => answer({ db }))
    }
  }
}

/** The answer in the form of the contract, without anything that the contract does not name. */
function kept(outcome: Outcome<unknown>, output: z.ZodType): Outcome<unknown> {
  if (!outcome.ok) return outcome
  const checked = output.safeParse(outcome.value)
  if (!checked.success) throw new Error(`an answer does not keep to the contract: ${checked.error.message}`)
  return done(checked.data)
}

function failed(failure: Failure): CallReply {
  return { ok: false, failure }
}

function unexpected(error: unknown): Failure {
  if (error instanceof StorageProblem) return error.failure
  report(error)
  return {
    code: 'internal',
    message: 'Something went wrong in the program; nothing of this action was recorded.',
    remedy: 'Try again. If it stays, run "blocktime verify" and send its output to support.',
  }
}

/** Errors of the program say what broke, never what a person wrote: neither SQLite nor zod put values into them. */
function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
