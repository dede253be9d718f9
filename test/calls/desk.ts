import { onTestFinished } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts'
import type { CallReply } from '../../shared/contract/call.ts'
import type { Role } from '../../shared/permissions.ts'
import { makeDemonstration } from '../../electron/billing/school-store.ts'
import { openApplication, type Application } from '../../electron/calls/application.ts'
import type { ChooseFolder } from '../../electron/calls/areas/places.ts'
import type { HostKind } from '../../electron/statements/papers-folder.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { onTestEngine } from '../test-engine.ts'
import { importFiles, temporaryFolder } from '../temporary-school.ts'

/** The example school with a window on it, whose clock stands until a test moves it. */
export interface Desk {
  readonly application: Application
  readonly folder: string
  send(call: string, input: unknown, session?: string | null, commandId?: string | null): Promise<CallReply>
  /** Sends and unwraps; throws the failure. */
  ask<Name extends CallName>(call: Name, input: CallInput<Name>, session?: string | null): Promise<CallOutput<Name>>
  /** The token of a session of the first user of a role. */
  signInAs(role: Role): Promise<string>
  later(milliseconds: number): void
}

let commands = 0

export async function kestrelDesk(
  folder: string = temporaryFolder(),
  files: Record<string, string> = kestrelFiles(),
  host: HostKind = 'desktop',
  chooseFolder?: ChooseFolder,
): Promise<Desk> {
  await onTestEngine(folder)
  let instant = Date.parse('2026-02-01T12:00:00Z')
  const application = await openApplication({
    dataFolder: folder,
    clock: () => new Date(instant),
    host,
    ...(chooseFolder && { chooseFolder }),
  })
  onTestFinished(() => application.close())
  await importFiles(application.database, files)
  // Lets the tests in by role, as a demonstration school does.
  await application.database.write((db) => makeDemonstration(db, { userId: null, now: new Date(instant) }))
  const send: Desk['send'] = (call, input, session = null, commandId = `test-command-${(commands += 1)}`) =>
    application.dispatch({ call, input, session, commandId, attended: true })
  const ask: Desk['ask'] = async (call, input, session) => {
    const reply = await send(call, input, session)
    if (!reply.ok) throw new Error(`${call}: ${reply.failure.code} ${reply.failure.message}`)
    return reply.value as never
  }
  return {
    application,
    folder,
    send,
    ask,
    signInAs: async (role) => (await ask('session.signInAs', { role })).token,
    later: (milliseconds) => {
      instant += milliseconds
    },
  }
}
