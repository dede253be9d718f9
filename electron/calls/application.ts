import { z } from 'zod'
import { contract, isCallName, type CallEnvelope, type CallName, type CallReply } from '../../shared/contract/index.ts'
import type { Failure, Outcome } from '../../shared/failure.ts'
import { Sessions } from '../people/sessions.ts'
import { audit, readUser, seedRoles, type User } from '../people/users-store.ts'
import { openDatabase, type Database } from '../storage/database.ts'
import { asStorageProblem, StorageProblem } from '../storage/problem.ts'
import { onlyOnce } from './command-store.ts'
import type { Caller, Implementations } from './implementation.ts'
import { packagesImplementations } from './packages.ts'
import { accessRefusal } from './permission.ts'
import { schoolImplementations } from './school.ts'
import { sessionImplementations } from './session.ts'
import { startImplementations } from './start.ts'

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
}) satisfies z.ZodType<CallEnvelope>

/** Opens the school of a data folder. Throws a StorageProblem where its file cannot be worked with. */
export async function openApplication(options: { dataFolder: string; clock?: () => Date }): Promise<Application> {
  const database = await opened(options.dataFolder)
  await database.write(seedRoles)
  const sessions = new Sessions()
  const clock = options.clock ?? (() => new Date())
  const implementations: Implementations = {
    ...startImplementations,
    ...sessionImplementations,
    ...packagesImplementations,
    ...schoolImplementations(),
  }
  return {
    database,
    dispatch: (envelope) => dispatch({ database, sessions, implementations }, envelope, clock()),
    close: () => database.close(),
  }
}

interface Parts {
  readonly database: Database
  readonly sessions: Sessions
  readonly implementations: Implementations
}

async function opened(dataFolder: string): Promise<Database> {
  try {
    return await openDatabase(dataFolder)
  } catch (error) {
    throw asStorageProblem(error, dataFolder)
  }
}

async function dispatch(parts: Parts, sent: unknown, now: Date): Promise<CallReply> {
  try {
    const envelope = envelopeSchema.safeParse(sent)
    if (!envelope.success)
      return failed({ code: 'invalid_input', message: 'The call is not in the form of the contract.' })
    const { call, session, commandId } = envelope.data
    if (!isCallName(call)) return failed({ code: 'not_found', message: `There is no call ${call}.` })
    const user = await userOf(parts, session, now)
    const refusal = accessRefusal(contract[call].access, user)
    if (refusal) return await refuse(parts, call, user, refusal, now)
    const input = contract[call].input.safeParse(envelope.data.input)
    if (!input.success) return failed(inputFailure(input.error))
    return await carryOut(parts, call, input.data, { user, now }, session, commandId)
  } catch (error) {
    return failed(unexpected(asStorageProblem(error, parts.database.file)))
  }
}

async function userOf(parts: Parts, token: string | null, now: Date): Promise<User | null> {
  const id = token === null ? undefined : parts.sessions.userOf(token, now)
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
  const { database, sessions } = parts
  const implementation = parts.implementations[call] as Loose
  const { effect, output } = contract[call]
  switch (effect) {
    case 'read':
      return replied(await database.read((db) => implementation({ ...caller, db }, input)), output)
    case 'session':
      return replied(await implementation({ ...caller, database, sessions, token }, input), output)
    case 'write': {
      if (commandId === null) return failed({ code: 'invalid_input', message: `The call ${call} needs a command id.` })
      const command = { id: commandId, call, input, now: caller.now }
      return replied(await onlyOnce(database, command, (db) => implementation({ ...caller, db }, input)), output)
    }
  }
}

/** Every reply keeps to the contract: a bug here is found here, not in the window. */
function replied(outcome: Outcome<unknown>, output: z.ZodType): CallReply {
  if (!outcome.ok) return outcome
  const checked = output.safeParse(outcome.value)
  if (!checked.success) throw new Error(`a reply does not keep to the contract: ${checked.error.message}`)
  return { ok: true, value: outcome.value }
}

function failed(failure: Failure): CallReply {
  return { ok: false, failure }
}

function inputFailure(error: z.ZodError): Failure {
  const [issue] = error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  const message = issue?.message ?? 'The input is not in the form of the contract.'
  return { code: 'invalid_input', message, ...(field === '' ? {} : { field }) }
}

function unexpected(error: unknown): Failure {
  if (error instanceof StorageProblem) return error.failure
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return {
    code: 'internal',
    message: 'Something went wrong in the program; nothing of this action was recorded.',
    remedy: 'Try again. If it stays, run "blocktime verify" and send its output to support.',
  }
}
