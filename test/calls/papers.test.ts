import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../shared/contract/paper.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { kestrelDesk, type Desk } from './desk.ts'

const NO_PDFTOTEXT = spawnSync('pdftotext', ['-v']).error !== undefined
const PLAIN = { notes: false, pdf: false }
const AMELIA = { number: 'C-001', name: 'Amelia Osei', email: 'amelia@example.test', phone: '555-0101', active: true }

/** Every text of a paper, in its order. */
const textOf = (paper: Paper): string =>
  JSON.stringify([paper.to, paper.facts, paper.parts]).replaceAll(/[\u00A0\u202F]/g, ' ')

function sumsOf(paper: Paper): Record<string, string> {
  const sums = paper.parts.flatMap((part) => (part.kind === 'sums' ? part.rows : []))
  return Object.fromEntries(sums.map(({ label, value }) => [label, value]))
}

async function entryOf(desk: Desk, action: string, ref: string): Promise<number> {
  const row = await desk.application.database.read((db) =>
    db
      .selectFrom('entries')
      .select('number')
      .where('action', '=', action)
      .where('ref', '=', ref)
      .executeTakeFirstOrThrow(),
  )
  return row.number
}

describe('an invoice on paper', () => {
  it('says net, tax for each rate and gross once, and what is due', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { paper } = await desk.ask('papers.invoice', { ref: 'INV-2001', ...PLAIN }, session)
    expect(sumsOf(paper)).toEqual({
      Net: '$393.50',
      'Tax 0 % on $153.00': '$0.00',
      'Tax 6.5 % on $240.50': '$15.63',
      Total: '$409.13',
      Paid: '$409.13',
      Due: '$0.00',
    })
    expect(textOf(paper)).toContain('Cessna 172')
    expect(paper.to.lines).toContain('Customer C-001')
  })

  it('keeps notes inside the house unless a person ticks that they go on paper', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const ask = (notes: boolean) => desk.ask('papers.invoice', { ref: 'INV-2001', notes, pdf: false }, session)
    expect(textOf((await ask(false)).paper)).not.toContain('lesson 1')
    expect(textOf((await ask(true)).paper)).toContain('lesson 1')
  })

  it('prints again with the names of its day, whatever is renamed since', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const ask = async (ref: string) => textOf((await desk.ask('papers.invoice', { ref, ...PLAIN }, session)).paper)
    await desk.ask('customers.edit', { ...AMELIA, name: 'Amelia Asante' }, session)
    const lines = [{ package: null, code: 'SIM', quantity: 100, note: '' }]
    const header = { date: '2026-02-01', note: '', basis: [] }
    const made = await desk.ask('invoices.make', { ...header, customer: 'C-001', lines }, session)
    await desk.ask('customers.edit', { ...AMELIA, name: 'Amelia Boateng' }, session)
    expect(await ask('INV-2001')).toContain('Amelia Osei')
    expect(await ask(made.ref)).toContain('Amelia Asante')
  })

  it.skipIf(NO_PDFTOTEXT)('is the same in the PDF, with its page number (skipped without pdftotext)', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const { paper, pdf } = await desk.ask('papers.invoice', { ref: 'INV-2001', notes: false, pdf: true }, session)
    expect(pdf?.name).toBe('Invoice-INV-2001_C-001.pdf')
    const input = Buffer.from(pdf?.content ?? '', 'base64')
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }).replaceAll(/\s+/g, ' ')
    for (const [label, value] of Object.entries(sumsOf(paper))) expect(text).toContain(`${label} ${value}`)
    expect(text).toContain('Page 1 of 1')
  })
})

describe('a receipt', () => {
  it.each([
    ['package_payment', 'PAY-1', 'Receipt PAY-1', { Received: '$5,000.00' }],
    ['account_deposit', 'DEP-1', 'Receipt DEP-1', { Received: '$1,000.00', 'Account balance then': '$1,000.00' }],
    ['package_payment', 'PAY-3', 'Receipt PAY-3', { Received: '$600.00', 'Paid on the package until then': '$600.00' }],
    ['invoice_payment', 'INV-2001', 'Receipt INV-2001', { Received: '$409.13', 'Due on the invoice then': '$0.00' }],
    ['package_refund', 'REF-1', 'Refund receipt REF-1', { 'Given back': '$500.00' }],
    ['invoice_refund', 'INV-2007', 'Refund receipt INV-2007', {}],
    ['invoice_void', 'INV-2003', 'Refund receipt INV-2003', {}],
  ])('of %s %s says what moved, and what is left after it', async (action, ref, heading, sums) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const entry = await entryOf(desk, action, ref)
    const { paper } = await desk.ask('papers.receipt', { entry, ...PLAIN }, session)
    expect(paper.heading).toBe(heading)
    expect(sumsOf(paper)).toMatchObject(sums)
  })

  it('of a payment that failed, and of what moves no money, there is none', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    for (const entry of [
      await entryOf(desk, 'package_payment', 'PAY-4'),
      await entryOf(desk, 'add_to_package', 'CP-1001'),
      99_999,
    ]) {
      expect(await desk.send('papers.receipt', { entry, ...PLAIN }, session)).toMatchObject({
        ok: false,
        failure: { code: 'not_found' },
      })
    }
  })
})

describe('a statement', () => {
  it('prints again with the names of the day on which it was issued', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const choice = { about: { of: 'customer' as const, number: 'C-001' }, asOf: null, from: null, inWords: false }
    const csvOf = async (number: string) =>
      (await desk.ask('statements.file', { number, form: 'pdf' }, session)).content
    await desk.ask('customers.edit', { ...AMELIA, name: 'Amelia Asante' }, session)
    const first = await desk.ask('statements.issue', choice, session)
    expect(first.paper.to.name).toBe('Amelia Asante')
    const before = await csvOf(first.number)
    await desk.ask('customers.edit', { ...AMELIA, name: 'Amelia Boateng' }, session)
    expect(await csvOf(first.number)).toBe(before)
    expect((await desk.ask('statements.issue', choice, session)).paper.to.name).toBe('Amelia Boateng')
  })

  it('of a customer has the open invoices and the account, also of one without a package', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('front_desk')
    const choice = { about: { of: 'customer' as const, number: 'C-006' }, asOf: null, from: null, inWords: false }
    await desk.ask(
      'accounts.deposit',
      {
        customer: 'C-006',
        amount: 12_000,
        method: 'cash',
        failed: false,
        date: '2026-01-30',
        note: 'secret',
        basis: [],
      },
      session,
    )
    const lines = [{ package: null, code: 'SIM', quantity: 100, note: '' }]
    await desk.ask('invoices.make', { date: '2026-01-31', note: '', basis: [], customer: 'C-006', lines }, session)
    const { paper } = await desk.ask('statements.show', choice, session)
    const text = textOf(paper)
    expect(text).toContain('Open invoices')
    expect(sumsOf(paper)).toEqual({ 'Due on invoices in all': '$105.00' })
    expect(text).toContain('+$120.00')
    expect(text).not.toContain('secret')
    expect(textOf((await desk.ask('statements.show', { ...choice, notes: true }, session)).paper)).toContain('secret')
  })
})

describe('a customer who signs in', () => {
  async function asStudent(permissions: readonly string[] = []) {
    const desk = await kestrelDesk(undefined, {
      ...kestrelFiles(),
      'users.csv': `${kestrelFiles()['users.csv'] ?? ''}student,Sam Student,customer\n`,
    })
    await desk.application.database.write(async (db) => {
      const { id } = await db
        .selectFrom('customers')
        .select('id')
        .where('number', '=', 'C-001')
        .executeTakeFirstOrThrow()
      await db.updateTable('users').set({ customer_id: id }).where('username', '=', 'student').execute()
      for (const permission of permissions)
        await db.insertInto('role_permissions').values({ role: 'customer', permission }).execute()
    })
    return { desk, session: await desk.signInAs('customer') }
  }

  it('gets the own papers without Access Billing Tab, and nobody else’s', async () => {
    const { desk, session } = await asStudent()
    const { paper } = await desk.ask('papers.invoice', { ref: 'INV-2001', notes: true, pdf: true }, session)
    expect(textOf(paper)).not.toContain('lesson 1')
    const entry = await entryOf(desk, 'package_payment', 'PAY-1')
    expect((await desk.ask('papers.receipt', { entry, ...PLAIN }, session)).paper.heading).toBe('Receipt PAY-1')
    const choice = { about: { of: 'customer' as const, number: 'C-001' }, asOf: null, from: null, inWords: true }
    const issued = await desk.ask('statements.issue', choice, session)
    await desk.ask('statements.file', { number: issued.number, form: 'pdf' }, session)
    const others = [
      ['papers.invoice', { ref: 'INV-2003', ...PLAIN }],
      ['papers.invoice', { ref: 'INV-9999', ...PLAIN }],
      ['papers.receipt', { entry: await entryOf(desk, 'account_deposit', 'DEP-1'), ...PLAIN }],
      ['statements.show', { ...choice, about: { of: 'customer', number: 'C-002' } }],
      ['statements.issue', { ...choice, about: { of: 'package', ref: 'CP-1002' } }],
      ['statements.file', { number: 'ST-9999', form: 'pdf' }],
      ['statements.file', { number: issued.number, form: 'csv' }],
    ] as const
    for (const [call, input] of others) {
      expect(await desk.send(call, input, session), call).toMatchObject({
        ok: false,
        failure: { code: 'not_permitted' },
      })
    }
  })

  it('sees every own payment with what came in, each with a receipt', async () => {
    const { desk, session } = await asStudent()
    const { payments } = await desk.ask('customers.overview', { number: 'C-001' }, session)
    expect(payments).toContainEqual({
      entry: await entryOf(desk, 'package_payment', 'PAY-1'),
      date: '2026-01-05',
      action: 'package_payment',
      ref: 'PAY-1',
      amount: 500_000,
    })
    expect(payments?.length).toBeGreaterThan(1)
    for (const { entry } of payments ?? []) await desk.ask('papers.receipt', { entry, ...PLAIN }, session)
  })

  it('sees the money of the own packages on the own statement only under View Package Funds', async () => {
    const choice = { about: { of: 'package' as const, ref: 'CP-1001' }, asOf: null, from: null, inWords: true }
    const without = await asStudent()
    const hidden = textOf((await without.desk.ask('statements.show', choice, without.session)).paper)
    expect(hidden).toContain('48.70')
    expect(hidden).not.toContain('$')
    const given = await asStudent(['View Package Funds'])
    expect(textOf((await given.desk.ask('statements.show', choice, given.session)).paper)).toContain('$4,590.87')
  })
})

describe('an instructor', () => {
  it('sees the hours left of the own students', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('instructor')
    expect(await desk.ask('customers.mine', {}, session)).toEqual({ rows: [] })
    await desk.application.database.write(async (db) => {
      const { id } = await db
        .selectFrom('users')
        .select('id')
        .where('role', '=', 'instructor')
        .executeTakeFirstOrThrow()
      const student = await db
        .selectFrom('customers')
        .select('id')
        .where('number', '=', 'C-001')
        .executeTakeFirstOrThrow()
      await db.insertInto('dashboard_access').values({ user_id: id, customer_id: student.id }).execute()
    })
    const { rows } = await desk.ask('customers.mine', {}, session)
    expect(rows[0]?.hours[0]).toEqual({ package: 'CP-1001', name: 'Aircraft rental - Cessna 172S', remaining: 4_870 })
  })
})
