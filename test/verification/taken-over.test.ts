import { stringify } from 'csv-stringify/sync'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { actions } from '../../electron/billing/actions/index.ts'
import type { ActionName } from '../../electron/billing/books/command.ts'
import { openApplication } from '../../electron/calls/application.ts'
import type { Database } from '../../electron/storage/database.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { takenOver } from '../../electron/verification/taken-over.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { engineBalances } from '../model/engine.ts'
import { dayAfter, rowsOf as rowsOfAction, type Counter } from '../model/every-action.ts'
import { WEIGHTS } from '../model/how-often.ts'
import { activityRow } from '../model/random-actions.ts'
import { RandomNumbers } from '../model/random-numbers.ts'
import { readRows } from '../model/school-files.ts'
import { signedInAt } from '../postgres/desk-without.ts'
import { makeExample } from '../postgres/desks.ts'
import { rowsOf } from '../rows-of-file.ts'
import { importFiles, temporaryFolder } from '../temporary-school.ts'

const ATTEMPTS = 320

/** A school, and a copy that was made of it. */
async function schoolWithCopy(files: Readonly<Record<string, string | Uint8Array>> | null) {
  const folder = temporaryFolder()
  const school = await openDatabase(folder)
  onTestFinished(() => school.close())
  if (files) await importFiles(school, files)
  else await makeExample(school)
  let copied = temporaryFolder()
  const whole = async (): Promise<string> => {
    const other = temporaryFolder()
    await school.copyTo(join(other, 'school.blocktime'))
    return other
  }
  copied = await whole()
  return {
    school,
    folder,
    /** Brings the copy up to the school by its entries; answers whether it could, and makes it anew where not. */
    renew: async (): Promise<boolean> => {
      const copy = await openDatabase(copied)
      const isUpToDate = await school.read((db) => copy.write((into) => takenOver(db, into)))
      const findings = isUpToDate ? await findingsOf(copy) : []
      await copy.close()
      const fresh = await whole()
      if (isUpToDate) {
        expect(rowsOf(join(copied, 'school.blocktime'))).toEqual(rowsOf(join(fresh, 'school.blocktime')))
        expect(findings).toEqual([])
      } else copied = fresh
      return isUpToDate
    },
  }
}

async function findingsOf(copy: Database): Promise<string[]> {
  const { checks } = await verifySchool(copy, null)
  return checks.flatMap((check) => check.findings.map(({ message }) => message))
}

describe('a copy that takes over the entries that came since', () => {
  it('is the school to the last row, whatever actions these are', { timeout: 120_000 }, async () => {
    const { 'activity.csv': _, ...catalogue } = schoolFiles('harrier')
    const { school, renew } = await schoolWithCopy(catalogue)
    const random = new RandomNumbers(20_261_127)
    const customers = readRows(catalogue['customers.csv']).flatMap(({ number }) =>
      number === undefined ? [] : [number],
    )
    const made: Counter['made'][number][] = []
    const accepted = new Set<ActionName>()
    let [today, refs] = ['2026-01-05', 0]
    const leftOut = () => (Object.keys(actions) as ActionName[]).find((name) => !accepted.has(name))
    // What was accepted not once then is tried on its own.
    for (let attempt = 0; attempt < ATTEMPTS || (attempt < 2 * ATTEMPTS && leftOut()); attempt++) {
      if (random.chance(0.4)) today = dayAfter(today, random.whole(1, 3))
      const action = attempt < ATTEMPTS ? random.weighted(WEIGHTS) : (leftOut() ?? random.weighted(WEIGHTS))
      const nextRef = (prefix: string) => `${prefix}-${(refs += 1)}`
      const balances = await engineBalances(school)
      const asked = rowsOfAction(action)({ random, balances, customers, made, date: today, nextRef })
      const rows = asked.map((row) => ({ ...row, action, date: today, user: 'admin', note: `attempt ${attempt}` }))
      const { outcome } = await importFiles(school, { 'activity.csv': stringify(rows, { header: true }) })
      if (outcome === 'imported') {
        accepted.add(action)
        made.push({ action, row: rows[0] ?? activityRow({}) })
      }
      if (attempt % 20 === 19) expect(await renew(), `after ${attempt}`).toBe(true)
    }
    expect(await renew()).toBe(true)
    expect([...accepted].toSorted()).toEqual(Object.keys(actions).toSorted())
  })

  it('and with them people, prices, passwords and papers; what changes earlier rows is copied whole', async () => {
    const { folder, renew } = await schoolWithCopy(null)
    const application = await openApplication({ dataFolder: folder })
    onTestFinished(() => application.close())
    const desk = await signedInAt(application)
    expect(await renew()).toBe(true)
    const words = {
      name: 'Ada Lovelace',
      email: 'ada@example.org',
      phone: '',
      address: 'Here 1',
      remark: '',
      usualPayer: '',
    }
    const { number } = await desk.ask('customers.create', { number: '', ...words } as never)
    await desk.ask('catalogue.setRate', { code: 'BRIEF', from: '2026-03-01', rate: '99', taxPercent: '0' })
    await desk.ask('packages.add', { date: null, note: '', basis: [], customer: number, package: 'STARTER' })
    expect(await renew()).toBe(true)
    await desk.ask('customers.edit', { number, ...words, name: 'Ada King', active: true } as never)
    await desk.ask('preferences.setColorScheme', { colorScheme: 'dark' } as never)
    const user = { username: 'new', name: 'New', role: 'front_desk', customer: null, students: ['C-001'] } as const
    await desk.ask('users.create', { ...user, password: 'horse-battery-staple' } as never)
    await desk.ask('users.setPassword', { username: 'new', password: 'staple-battery-horse' } as never)
    const about = {
      about: { of: 'customer', number },
      asOf: null,
      from: null,
      inWords: false,
      notes: false,
      short: false,
    }
    await desk.ask('statements.issue', about as never)
    expect(await renew()).toBe(true)
    // Nothing was recorded since.
    expect(await renew()).toBe(true)

    const gone = await desk.ask('customers.create', { number: '', ...words, name: 'Gone Soon' } as never)
    await desk.ask('customers.edit', { number: gone.number, ...words, name: 'Gone Soon', active: false } as never)
    expect(await renew()).toBe(true)
    await desk.ask('customers.erase', { number: gone.number } as never)
    expect(await renew()).toBe(false)
    expect(await renew()).toBe(true)
  })

  it('is refused for another school, and where an entry does not fit', async () => {
    const { school, renew } = await schoolWithCopy(schoolFiles('kestrel'))
    const other = await openDatabase(temporaryFolder())
    onTestFinished(() => other.close())
    await importFiles(other, schoolFiles('harrier'))
    const copy = temporaryFolder()
    await school.copyTo(join(copy, 'school.blocktime'))
    const kestrel = await openDatabase(copy)
    expect(await other.read((db) => kestrel.write((into) => takenOver(db, into)))).toBe(false)
    await kestrel.close()
    // Customers that an import brings in hold since before its actions.
    const rows = 'number,name,email,phone\nC-900,Nora Neu,,\n'
    await importFiles(school, { 'customers.csv': rows })
    expect(await renew()).toBe(false)
  })
})
