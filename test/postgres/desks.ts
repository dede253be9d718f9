import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts'
import type { CallReply } from '../../shared/contract/call.ts'
import { makeDemonstration } from '../../electron/billing/school-store.ts'
import { openApplication, type Application } from '../../electron/calls/application.ts'
import type { Database } from '../../electron/storage/database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { importFiles } from '../temporary-school.ts'

/** A desk with somebody at it who is signed in. */
export interface PostingDesk {
  readonly application: Application
  readonly session: string
  send(call: CallName, input: unknown, commandId: string): Promise<CallReply>
  ask<Name extends CallName>(call: Name, input: CallInput<Name>): Promise<CallOutput<Name>>
}

/** Opens a desk's application in a folder of its own at a school on a server. */
export async function postingDesk(folder: string, address: string): Promise<PostingDesk> {
  leadToServer(folder, address)
  const application = await openApplication({ dataFolder: folder })
  const sent = (call: string, input: unknown, session: string | null, commandId: string | null) =>
    application.dispatch({ call, input, session, commandId, attended: true })
  const signedIn = await sent('session.signInAs', { role: 'billing' }, null, null)
  if (!signedIn.ok) throw new Error(signedIn.failure.message)
  const { token } = signedIn.value as { token: string }
  return {
    application,
    session: token,
    send: (call, input, commandId) => sent(call, input, token, commandId),
    ask: async (call, input) => {
      const reply = await sent(call, input, token, null)
      if (!reply.ok) throw new Error(`${call}: ${reply.failure.message}`)
      return reply.value as never
    },
  }
}

/** The example school, in which desks sign in by role. */
export async function makeExample(database: Database): Promise<void> {
  await importFiles(database, kestrelFiles())
  await database.write((db) => makeDemonstration(db, { userId: null, now: new Date() }))
}

/** What one desk did of which it was told that it is recorded. */
export interface Acknowledged {
  /** command ids whose posting was acknowledged */
  readonly done: string[]
  /** command ids of which nobody knows: the answer was trouble */
  readonly open: string[]
  /** milliseconds of each that was done */
  readonly times: number[]
}

const CUSTOMERS = ['C-001', 'C-002', 'C-003', 'C-004']

/** Posts deposits one after the other until it is time, each under an id of its own; one in trouble is sent again. */
export async function postUntil(
  desk: PostingDesk,
  name: string,
  isTime: (posted: number) => boolean,
): Promise<Acknowledged> {
  const acknowledged: Acknowledged = { done: [], open: [], times: [] }
  for (let count = 0; !isTime(count); count++) {
    const id = `${name}-deposit-${count}`
    const customer = CUSTOMERS[count % CUSTOMERS.length]
    const input = { date: null, note: id, basis: [], customer, amount: 100, method: 'cash', failed: false }
    const began = performance.now()
    let reply = await desk.send('accounts.deposit', input, id)
    // As the window does: what is not known is asked again under the same id.
    for (let time = 0; !reply.ok && reply.failure.code === 'busy' && time < 20; time++)
      reply = await desk.send('accounts.deposit', input, id)
    if (reply.ok) {
      acknowledged.done.push(id)
      acknowledged.times.push(performance.now() - began)
    } else acknowledged.open.push(`${id}: ${reply.failure.message}`)
  }
  return acknowledged
}

/** What is not as it must be: each acknowledged posting is there once, and no other; the school verifies. */
export async function wrongAfter(database: Database, each: readonly Acknowledged[]): Promise<string[]> {
  const wrong: string[] = []
  const notes = await database.read((db) =>
    db.selectFrom('entries').select('note').where('note', 'like', '%-deposit-%').execute(),
  )
  const counts = new Map<string, number>()
  for (const { note } of notes) counts.set(note, (counts.get(note) ?? 0) + 1)
  for (const { done } of each)
    for (const id of done) if (!counts.has(id)) wrong.push(`${id} was acknowledged and is lost`)
  for (const [id, count] of counts) if (count !== 1) wrong.push(`${id} is there ${count} times`)
  const known = new Set(each.flatMap(({ done, open }) => [...done, ...open.map((text) => text.split(':')[0] ?? '')]))
  for (const id of counts.keys()) if (!known.has(id)) wrong.push(`${id} was posted by nobody`)
  const { checks } = await verifySchool(database, null)
  wrong.push(...checks.flatMap(({ findings }) => findings.map(({ message }) => message)))
  const numbers = await database.read((db) =>
    db
      .selectFrom('entries')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('number').as('last')])
      .executeTakeFirstOrThrow(),
  )
  if (numbers.count !== numbers.last) wrong.push(`${numbers.count} entries, and the last is ${numbers.last}`)
  return wrong
}

/** The value below which so large a part of all lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
