import { setImmediate } from 'node:timers/promises'
import { Books } from '../../electron/billing/books/books.ts'
import { perform } from '../../electron/billing/books/perform.ts'
import { makeDemonstration, readSchool } from '../../electron/billing/school-store.ts'
import { billingTerms } from '../../electron/billing/terms.ts'
import { openApplication, type Application } from '../../electron/calls/application.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts'
import { makeSchool } from './checked.ts'

/** More than one part of an accepting, see ACCEPTED_AT_ONCE. */
export const LINES = 900
const SCOPE = { from: '2026-01-01', to: '2026-12-31' }
const COMMAND = 'accept-all-command'

/** Makes a school with a bank's file whose every line fits one card payment exactly. */
export async function makeReconcilable(folder: string): Promise<void> {
  await makeSchool(folder)
  const application = await openApplication({ dataFolder: folder })
  await application.database.write((db) => makeDemonstration(db, { userId: null, now: new Date() }))
  await recordPayments(application)
  const token = await signedIn(application)
  const lines = Array.from({ length: LINES }, (_, at) => `2026-02-01,0.01,${referenceOf(at)}\n`)
  const content = Buffer.from(`Date,Amount,Reference\n${lines.join('')}`).toString('base64')
  const file = { name: 'bank.csv', content }
  const asked = { file, source: null, mapping: null, alsoRows: [] }
  const { mapping, shown } = await ask(application, token, 'reconcile.preview', asked)
  const source = 'Bank'
  await ask(application, token, 'reconcile.take', { file, source, tenders: ['card'], mapping, alsoRows: [], shown })
  await application.close()
}

/**
 * Accepts all that is exact; the same command however often it is begun. Answers how many are settled by it.
 * @param onProgress told how far it is, as often as a window could ask
 */
export async function acceptAll(folder: string, onProgress?: (done: number) => void): Promise<number> {
  const application = await openApplication({ dataFolder: folder })
  const work = { ended: false }
  try {
    const token = await signedIn(application)
    const accepted = ask(application, token, 'reconcile.acceptExact', { scope: { source: 1, ...SCOPE }, except: [] })
    void accepted.catch(() => undefined).finally(() => (work.ended = true))
    while (!work.ended) {
      if (!onProgress) break
      const { progress } = await ask(application, token, 'reconcile.accepting', {})
      if (progress) onProgress(progress.done)
      await setImmediate()
    }
    return (await accepted).settled
  } finally {
    await application.close()
  }
}

async function recordPayments({ database }: Application): Promise<void> {
  await database.write(async (db) => {
    const school = await readSchool(db)
    if (!school) throw new Error('no school')
    const now = new Date()
    const books = await Books.open(db, now)
    for (let at = 0; at < LINES; at++) {
      const performed = await perform(books, billingTerms(school, now), {
        action: 'package_payment',
        date: businessDate('2026-02-01'),
        userId: 1,
        ref: referenceOf(at),
        note: '',
        package: 'CP-1005',
        amount: cents(1),
        method: 'card',
        failed: false,
        payer: '',
      })
      if (!performed.ok) throw new Error(performed.failure.message)
    }
    await books.flush(db)
  })
}

function referenceOf(at: number): string {
  return `CARD-${String(at + 1).padStart(5, '0')}`
}

async function signedIn(application: Application): Promise<string> {
  return (await ask(application, null, 'session.signInAs', { role: 'billing' })).token
}

async function ask<Name extends CallName>(
  application: Application,
  session: string | null,
  call: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const commandId = call === 'reconcile.acceptExact' ? COMMAND : `command of ${call}`
  const reply = await application.dispatch({ call, input, session, commandId, attended: true })
  if (!reply.ok) throw new Error(`${call}: ${reply.failure.message}`)
  return reply.value as CallOutput<Name>
}
