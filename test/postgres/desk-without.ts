import { setTimeout as wait } from 'node:timers/promises'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts'
import type { CallReply } from '../../shared/contract/call.ts'
import { openApplication, type Application } from '../../electron/calls/application.ts'
import { ReadingThreads } from '../../electron/calls/threads/reading-threads.ts'
import { LastSeenWatch } from '../../electron/calls/watches/last-seen-watch.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import type { Role } from '../../shared/permissions.ts'

const LONGEST_MS = 120_000

/** A desk at a school on a server that it loses and finds again, with somebody signed in. */
export interface DeskWithout {
  readonly application: Application
  send(call: string, input: unknown, commandId?: string): Promise<CallReply>
  /** Does again, by its number, what the server refused of this desk's outbox. */
  again(number: number, call: string, input: unknown, commandId: string): Promise<CallReply>
  ask<Name extends CallName>(call: Name, input: CallInput<Name>): Promise<CallOutput<Name>>
  /** Somebody else who is signed in at the same desk. */
  as(role: Role): Promise<DeskWithout>
  /** Resolves once the desk works on its copy. */
  isWithout(): Promise<void>
  /** Resolves once everything was sent and the desk works at the server. */
  isBack(): Promise<void>
}

let commands = 0

export async function deskWithout(folder: string): Promise<DeskWithout> {
  return signedInAt(await openApplication({ dataFolder: folder }))
}

/** Somebody at a desk that is open. */
export function signedInAt(application: Application): Promise<DeskWithout> {
  return signedIn(application, 'administrator')
}

async function signedIn(application: Application, role: Role): Promise<DeskWithout> {
  const sent = (call: string, input: unknown, session: string | null, commandId: string | null) =>
    application.dispatch({ call, input, session, commandId, attended: true })
  const begun = await sent('session.signInAs', { role }, null, null)
  if (!begun.ok) throw new Error(begun.failure.message)
  const { token } = begun.value as { token: string }
  const send: DeskWithout['send'] = (call, input, id = `without-${process.pid}-${(commands += 1)}`) =>
    sent(call, input, token, id)
  const ask: DeskWithout['ask'] = async (call, input) => {
    const reply = await send(call, input)
    if (!reply.ok) throw new Error(`${call}: ${reply.failure.message} ${reply.failure.remedy ?? ''}`)
    return reply.value as never
  }
  const since = async () => (await ask('backups.standing', {})).outbox?.since ?? null
  return {
    application,
    send,
    ask,
    again: (again, call, input, commandId) =>
      application.dispatch({ call, input, session: token, commandId, attended: true, again }),
    as: (other) => signedIn(application, other),
    isWithout: () => until(async () => (await since()) !== null),
    isBack: () => until(async () => (await since()) === null),
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; !(await isSo()); await wait(100))
    if (Date.now() > end) throw new Error('what was waited for did not come')
}

/** Makes the copy of the school that a desk has beside it. */
export async function lookAtSchool(folder: string): Promise<void> {
  const database = await openDatabase(folder)
  const threads = new ReadingThreads(folder)
  await new LastSeenWatch({ database, threads, dataFolder: folder }).keep()
  await threads.close()
  await database.close()
}
