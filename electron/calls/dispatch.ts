import { dirname } from 'node:path'
import { z } from 'zod'
import type { CallEnvelope, CallName, CallReply } from '../../shared/contract/index.ts'
import { done, type Failure, type Outcome } from '../../shared/failure.ts'
import { TooLarge } from '../../shared/too-large.ts'
import { say } from '../../shared/words/say.ts'
import { logBroken } from '../log/program-log.ts'
import type { AuditTrail } from '../people/audit-trail.ts'
import type { LockOuts } from '../people/lock-out.ts'
import type { Moment } from '../people/moment.ts'
import type { Sessions } from '../people/sessions.ts'
import { audit, readUser, type User } from '../people/users-store.ts'
import type { Database, ReadDb, WriteDb } from '../storage/database.ts'
import { Closing, Occupied, StorageProblem } from '../storage/problem.ts'
import { bound, type BoundCommand, type Command } from './command.ts'
import { contract, isCallName } from './contract.ts'
import { onlyOnce, onlyOncePrepared } from './command-store.ts'
import type { Anyone, Implementations, Prepared, SessionDoor } from './implementation.ts'
import { checkedInput, tooLarge } from './input-failure.ts'
import { kept } from './kept-answer.ts'
import { accessRefusal } from './permission.ts'
import { schoolToday } from './school-today.ts'
import { isSentLater } from './outbox/sent-later.ts'
import type { Unsent } from './outbox/unsent.ts'
import type { SentCommands } from './sent-commands.ts'

/** What the calls of one application share. */
export interface Parts {
  readonly database: Database
  readonly sessions: Sessions
  readonly lockOuts: LockOuts
  readonly trail: AuditTrail
  readonly implementations: Implementations
  /** why a call that leaves something behind may not be made; null while all is well */
  stopped(call: CallName): Failure | null
  /** where actions are recorded while the server is out of reach; null while there is no such thing */
  readonly unsent: Unsent | null
  /** Does again, under a new command, what was refused of this desk's outbox. */
  doAgain(
    number: number,
    command: BoundCommand,
    work: (db: WriteDb) => Promise<Outcome<unknown>>,
  ): Promise<Outcome<unknown>>
  /** what became of a command that this desk recorded without its server; undefined where it did not */
  unsentAnswer(command: BoundCommand): Outcome<unknown> | undefined
  readonly sent: SentCommands
  /** the commands that are worked on, or wait for their turn, by their id */
  readonly underWay: Map<string, Promise<CallReply>>
}

const envelopeSchema = z.object({
  call: z.string().max(100),
  input: z.unknown(),
  session: z.string().max(200).nullable(),
  commandId: z
    .string()
    .regex(/^[ -~]{8,100}$/)
    .nullable(),
  attended: z.boolean(),
  again: z.int().min(1).optional(),
}) satisfies z.ZodType<CallEnvelope>

/** A call whose access and input were checked. */
interface Checked {
  readonly call: CallName
  readonly input: unknown
  readonly user: User | null
  readonly now: Date
  readonly at: Moment
  readonly token: string | null
  readonly commandId: string | null
  readonly again: number | undefined
}

/** Carries out one call. Never throws: what goes wrong is a failure with a plain sentence. */
export async function dispatch(parts: Parts, sent: unknown, at: Moment): Promise<CallReply> {
  try {
    const envelope = envelopeSchema.safeParse(sent)
    if (!envelope.success) return failed({ code: 'invalid_input', message: say('refused_calls.not_an_envelope') })
    const { call, session: token, commandId, attended } = envelope.data
    if (!isCallName(call)) return failed({ code: 'not_found', message: say('refused_calls.no_such_call', { call }) })
    if (contract[call].effect === 'heard') return await fromMemory(parts, call, envelope.data, at)
    const user = await userOf(parts, token, at, attended)
    const refusal = accessRefusal(contract[call].access, user)
    if (refusal) return refuse(parts, call, user, refusal, at.now)
    const stopped = parts.stopped(call)
    if (stopped) return failed(stopped)
    const input = checkedInput(contract[call].input, envelope.data.input)
    if ('failure' in input) return failed(input.failure)
    const { again } = envelope.data
    return await carryOut(parts, { call, input: input.value, user, now: at.now, at, token, commandId, again })
  } catch (error) {
    const reply = failed(unexpected(parts, error))
    if (error instanceof StorageProblem && error.kind === 'server_away') awayReplies.add(reply)
    return reply
  }
}

const awayReplies = new WeakSet<CallReply>()

/** Whether a call was not carried out because the server is out of reach. */
export function saysAway(reply: CallReply): boolean {
  return awayReplies.has(reply)
}

/** The user of a session, unless the password or the role is another one since it began. */
async function userOf(parts: Parts, token: string | null, at: Moment, attended: boolean): Promise<User | null> {
  const held = token === null ? undefined : parts.sessions.userOf(token, at, attended)
  if (token === null || held === undefined) return null
  const user = await parts.database.read((db) => readUser(db, held.id))
  if (user?.stamp === held.stamp) return user
  parts.sessions.end(token)
  return null
}

/** A call that asks nothing of the data: its session is looked at as this process remembers it. */
async function fromMemory(parts: Parts, call: CallName, envelope: CallEnvelope, at: Moment): Promise<CallReply> {
  const { session: token, attended } = envelope
  const held = token === null ? undefined : parts.sessions.userOf(token, at, attended)
  const refusal = token !== null && held ? undefined : accessRefusal(contract[call].access, null)
  if (refusal) return failed(refusal)
  const input = checkedInput(contract[call].input, envelope.input)
  if ('failure' in input) return failed(input.failure)
  const context = { isStaff: token !== null && parts.sessions.isOfStaff(token) }
  return kept(await (parts.implementations[call] as Loose)(context, input.value), contract[call].output)
}

/** The answer first: what is noted of it waits behind whoever writes at the moment. */
function refuse(parts: Parts, call: CallName, user: User | null, refusal: Failure, now: Date): CallReply {
  if (refusal.code === 'not_permitted')
    void parts.trail.later((db) => audit(db, now, user?.username ?? '', 'call refused', call))
  return failed(refusal)
}

/** The implementation belongs to the call by the map's type; TypeScript cannot follow that through a name. */
type Loose = (context: object, input: unknown) => Promise<Outcome<unknown>>
interface LooseStaged {
  readonly prepare: (context: object, input: unknown) => Promise<Outcome<Prepared<unknown>>>
}

async function carryOut(parts: Parts, checked: Checked): Promise<CallReply> {
  const { database } = parts
  const { call, input } = checked
  const implementation = parts.implementations[call] as Loose | LooseStaged
  const direct = async (context: object) =>
    'prepare' in implementation
      ? Promise.reject(new Error(`${call} changes nothing, but is prepared`))
      : kept(await implementation(context, input), contract[call].output)
  switch (contract[call].effect) {
    case 'read':
      return database.read(async (db) => direct({ ...(await callerIn(db, checked)), db }))
    case 'heard':
      throw new Error(`${call} is answered from memory`)
    case 'aside':
      return direct(await callerOf(database, checked))
    case 'session':
      return direct({ ...(await callerOf(database, checked)), ...doorOf(parts, checked) })
    case 'write':
      return carryOutOnce(parts, checked, implementation)
  }
}

/** Whatever changes something does so once for each command id. */
async function carryOutOnce(parts: Parts, checked: Checked, implementation: Loose | LooseStaged): Promise<CallReply> {
  const { call, input, user, now, commandId: id, again } = checked
  if (again !== undefined && !isSentLater(call))
    return failed({ code: 'invalid_input', message: say('unsent.not_again') })
  if (id === null) return failed({ code: 'invalid_input', message: say('refused_calls.needs_command_id', { call }) })
  const definition = contract[call]
  const secret: readonly string[] = 'secret' in definition ? definition.secret : []
  const command = { id, call, userId: user?.id ?? null, input, secret, now }
  // The same at the same moment waits for the first, whose answer it then finds.
  while (parts.underWay.has(id)) await parts.underWay.get(id)?.catch(() => undefined)
  if (user) parts.sent.begin(id, user.id, now)
  const working = recordedOnce(parts, checked, implementation, command)
  parts.underWay.set(id, working)
  try {
    return await working
  } finally {
    parts.underWay.delete(id)
    if (user) parts.sent.end(id)
  }
}

async function recordedOnce(
  parts: Parts,
  checked: Checked,
  implementation: Loose | LooseStaged,
  command: Command,
): Promise<CallReply> {
  const { database } = parts
  const { call, input } = checked
  const keeping = (outcome: Outcome<unknown>) => kept(outcome, contract[call].output)
  if ('prepare' in implementation) {
    return onlyOncePrepared(database, command, async () => {
      const caller = await callerOf(database, checked)
      const prepared = await implementation.prepare(
        { ...caller, read: database.read, door: doorOf(parts, checked) },
        input,
      )
      return prepared.ok ? done(answering(prepared.value, keeping)) : prepared
    })
  }
  const work = async (db: WriteDb) => keeping(await implementation({ ...(await callerIn(db, checked)), db }, input))
  const known = bound(command)
  if (checked.again !== undefined) return parts.doAgain(checked.again, known, work)
  if (parts.unsent) return parts.unsent.once(known, input, work)
  return parts.unsentAnswer(known) ?? (await onlyOnce(database, known, work)).outcome
}

function answering(
  prepared: Prepared<unknown>,
  keeping: (outcome: Outcome<unknown>) => Outcome<unknown>,
): Prepared<unknown> {
  if ('inThread' in prepared) return prepared
  if ('parts' in prepared)
    return { ...prepared, parts: prepared.parts.map((part) => async (db) => keeping(await part(db))) }
  return { ...prepared, record: async (db) => keeping(await prepared.record(db)) }
}

function doorOf({ database, sessions, lockOuts, trail }: Parts, { token, at }: Checked): SessionDoor {
  return { database, sessions, lockOuts, trail, token, at }
}

function callerOf(database: Database, checked: Checked): Promise<Anyone> {
  return database.read((db) => callerIn(db, checked))
}

/** Who calls, when, and at which school. Whoever is signed in is at a school: another state of the file is broken. */
async function callerIn(db: ReadDb, { user, now }: Checked): Promise<Anyone> {
  const { school, today } = await schoolToday(db, now)
  if (user && !school) throw new Error('a signed-in user without a school')
  return { user, now, school, today }
}

function failed(failure: Failure): CallReply {
  return { ok: false, failure }
}

function unexpected({ database }: Parts, error: unknown): Failure {
  if (error instanceof StorageProblem || error instanceof Occupied || error instanceof Closing) return error.failure
  if (error instanceof TooLarge) return tooLarge(error)
  report(error)
  logBroken(dirname(database.file), error)
  return { code: 'internal', message: say('refused_calls.internal'), remedy: say('refused_calls.internal_remedy') }
}

/** Errors of the program say what broke, never what a person wrote: neither SQLite nor zod put values into them. */
export function report(error: unknown): void {
  if (error instanceof Closing) return
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
