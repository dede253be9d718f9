import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { verifySchool } from '../../electron/verification/verification.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { onServer, REFUSED_CHANGE } from '../of-the-file.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const ABOUT = { about: { of: 'package' as const, ref: 'CP-1001' }, asOf: null, from: null, inWords: true }
const PAY = { package: 'CP-1001', amount: 1_000, method: 'cash' as const, failed: false, note: '', basis: [] }

async function issued(desk: Desk, session: string) {
  const statement = await desk.ask('statements.issue', ABOUT, session)
  return { ...statement, number: statement.number ?? '' }
}

describe('an issued statement', () => {
  it('has the next number, and comes out as PDF and CSV again as it was, whatever is recorded since', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const first = await issued(desk, session)
    const before = await desk.ask('statements.file', { number: first.number, form: 'csv' }, session)
    await desk.ask('packages.pay', { ...PAY, date: '2026-01-20' }, session)
    const after = await desk.ask('statements.file', { number: first.number, form: 'csv' }, session)
    expect(after).toEqual(before)
    expect(before.name).toBe(`${first.number}_C-001_CP-1001.csv`)
    const pdf = await desk.ask('statements.file', { number: first.number, form: 'pdf' }, session)
    expect(Buffer.from(pdf.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const second = await issued(desk, session)
    expect([first.number, second.number]).toEqual(['ST-1001', 'ST-1002'])
    expect(second.fingerprint).not.toBe(first.fingerprint)
  })

  it('adds up column by column in its CSV', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { number } = await issued(desk, session)
    const { content } = await desk.ask('statements.file', { number, form: 'csv' }, session)
    const [header = '', ...rows] = Buffer.from(content, 'base64')
      .toString('utf8')
      .replace('\uFEFF', '')
      .trim()
      .split('\n')
    const at = header.split(',').indexOf('funds')
    const cents = (row: string) => Math.round(Number(row.split(',')[at] || 0) * 100)
    const closing = rows.filter((row) => row.includes(',closing,')).reduce((sum, row) => sum + cents(row), 0)
    const others = rows.filter((row) => !row.includes(',closing,')).reduce((sum, row) => sum + cents(row), 0)
    expect([others, closing]).toEqual([459_087, 459_087])
  })

  it('is confirmed by number and fingerprint, however they are copied off paper', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { number, fingerprint } = await issued(desk, session)
    const check = (typed: string, of = number) =>
      desk.ask('statements.check', { number: of, fingerprint: typed }, session)
    expect(await check(fingerprint)).toMatchObject({ outcome: 'valid' })
    expect(await check(fingerprint.toLowerCase().replaceAll('-', ' '), '1001')).toMatchObject({ outcome: 'valid' })
    expect(await check('45-0000-0000-0000')).toMatchObject({ outcome: 'differs' })
    expect(await check(fingerprint, 'ST-9999')).toMatchObject({ outcome: 'unknown' })
    await desk.ask('packages.pay', { ...PAY, date: '2026-01-20' }, session)
    const later = await check(fingerprint)
    expect(later.outcome).toBe('valid')
    expect(later.words.join(' ')).toContain('1 action was recorded')
  })

  it('is named by verify once the ledger behind it was changed, and cannot be changed itself', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { number } = await issued(desk, session)
    const { database } = desk.application
    const findings = async () =>
      (await verifySchool(database, null)).checks.find(({ check }) => check === 'statements')?.findings
    expect(await findings()).toEqual([])
    await expect(
      database.write((db) =>
        db
          .updateTable('statements')
          .set({ digest: 'x' } as never)
          .execute(),
      ),
    ).rejects.toThrow(REFUSED_CHANGE)
    // There nobody who works at a desk takes a table away: test/postgres/tampering.test.ts.
    if (onServer) return
    await database.write(async (db) => {
      await db.schema.dropTable('statements').execute()
      await db.schema
        .createTable('statements')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('about', 'text')
        .addColumn('customer_id', 'integer')
        .addColumn('date', 'text')
        .addColumn('issued_at', 'integer')
        .addColumn('user_id', 'integer')
        .addColumn('head_entry', 'integer')
        .addColumn('head_hash', 'text')
        .addColumn('digest', 'text')
        .execute()
      const row = { about: JSON.stringify({ ...ABOUT, asOf: '2026-02-01' }), customer_id: 1, date: '2026-02-01' }
      await db
        .insertInto('statements')
        .values({
          ...row,
          issued_at: 1,
          user_id: null,
          head_entry: 45,
          head_hash: 'f'.repeat(64),
          digest: 'f'.repeat(64),
        })
        .execute()
    })
    expect(await findings()).toMatchObject([{ message: expect.stringContaining(number) }])
  })
})

describe('a batch of statements', () => {
  it('is not written into a folder of the system, nor by the front desk into anybody else’s', async () => {
    const desk = await kestrelDesk()
    const order = {
      search: '',
      status: null,
      asOf: null,
      from: null,
      inWords: false,
      short: false,
      form: 'one' as const,
    }
    for (const [role, folder] of [
      ['administrator', '/proc/self/task'],
      ['front_desk', temporaryFolder()],
    ] as const) {
      expect(await desk.send('statements.startBatch', { ...order, folder }, await desk.signInAs(role))).toMatchObject({
        failure: { code: 'invalid_input', field: 'folder' },
      })
    }
  })

  it('begins the activity on a day, or leaves it out: the same numbers on one short page', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const order = { search: '', status: null, asOf: '2026-01-20', inWords: false, form: 'folder' as const }
    const late = { ...order, from: '2026-01-21', short: false, folder: temporaryFolder() }
    expect(await desk.send('statements.startBatch', late, session)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field: 'from' },
    })
    const choice = { about: { of: 'package' as const, ref: 'CP-1001' }, asOf: null, from: null, inWords: false }
    const whole = await desk.ask('statements.issue', choice, session)
    const short = await desk.ask('statements.issue', { ...choice, short: true }, session)
    const titles = (paper: typeof whole.paper) =>
      paper.parts.flatMap((part) => (part.kind === 'title' ? [part.text] : []))
    expect(titles(whole.paper)).toContain('Activity')
    expect(titles(short.paper)).not.toContain('Activity')
    // By its fingerprint both can be checked, and the short one comes out short again.
    expect(short.fingerprint.split('-').slice(1)).toEqual(whole.fingerprint.split('-').slice(1))
    const file = await desk.ask('statements.file', { number: short.number, form: 'pdf' }, session)
    const long = await desk.ask('statements.file', { number: whole.number, form: 'pdf' }, session)
    expect(file.content.length).toBeLessThan(long.content.length)
  })

  it('writes one PDF for each package of a filter in a worker, and all in one', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const folder = temporaryFolder()
    const order = {
      search: '',
      status: 'active' as const,
      asOf: null,
      from: null,
      inWords: false,
      short: false,
      folder,
    }
    const finished = () =>
      vi.waitUntil(
        async () => {
          const { progress } = await desk.ask('statements.batch', {}, session)
          return progress?.state === 'running' ? undefined : progress
        },
        { timeout: 30_000 },
      )
    const started = await desk.ask('statements.startBatch', { ...order, form: 'folder' }, session)
    expect(await desk.send('statements.startBatch', { ...order, form: 'one' }, session)).toMatchObject({
      ok: false,
      failure: { code: 'busy' },
    })
    expect(await finished()).toMatchObject({ state: 'finished', done: started.total, problem: null })
    const papers = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
    expect(papers).toHaveLength(started.total)
    // Beside them stands whose each is, and where it can be sent.
    const [list = '', ...others] = readdirSync(folder).filter((name) => name.startsWith('List of statements'))
    expect(others).toEqual([])
    const rows = readFileSync(join(folder, list), 'utf8').trim().split(/\r?\n/)
    expect(rows[0]?.replace('\uFEFF', '')).toBe('Statement,Customer number,Customer,Package,E-mail,File,Fingerprint')
    expect(rows).toHaveLength(papers.length + 1)
    for (const paper of papers) expect(rows.filter((row) => row.includes(`,${paper},`))).toHaveLength(1)
    await desk.ask('statements.startBatch', { ...order, form: 'one' }, session)
    const one = await finished()
    expect(
      readFileSync(one?.into ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(one?.into).toBe(join(folder, `Statements ST-${1001 + started.total} to ST-${1000 + 2 * started.total}.pdf`))
  }, 60_000)

  it('that cannot begin says why', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const order = {
      search: '',
      status: null,
      asOf: null,
      from: null,
      inWords: false,
      short: false,
      form: 'one' as const,
      folder: 'not/whole',
    }
    expect(await desk.send('statements.startBatch', order, session)).toMatchObject({
      ok: false,
      failure: { field: 'folder' },
    })
    expect(await desk.send('statements.startBatch', { ...order, search: 'nobody', folder: '' }, session)).toMatchObject(
      {
        ok: false,
        failure: { code: 'not_found' },
      },
    )
  })
})

describe('what no font can write', () => {
  it('is said before a statement is issued', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    expect((await desk.ask('statements.show', ABOUT, session)).unwritten).toEqual([])
    const customer = { number: 'C-001', name: 'Amelia ᚠ 🛩️', email: '', phone: '', active: true }
    await desk.ask('customers.edit', customer, session)
    expect((await desk.ask('statements.show', ABOUT, session)).unwritten).toEqual(['ᚠ', '🛩'])
    expect(await desk.ask('statements.unwritten', { search: 'amelia', status: null }, session)).toEqual({
      names: [{ customer: 'C-001', name: customer.name, characters: ['ᚠ', '🛩'] }],
    })
    expect(await desk.ask('statements.unwritten', { search: 'tanaka', status: null }, session)).toEqual({ names: [] })
  })
})
