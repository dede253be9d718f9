import { describe, expect, it } from 'vitest'
import type { SheetInput } from '../../shared/contract/bring-over.ts'
import { businessDate } from '../../shared/dates.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'
import { engineBalances, expectVerified } from '../model/engine.ts'

const DAY = businessDate('2026-01-31')

function sheet(text: string, more: Partial<SheetInput> = {}): SheetInput {
  const file = { name: 'students.csv', content: Buffer.from(text).toString('base64') }
  return { file, day: DAY, meanings: null, makeCustomers: true, ...more }
}

const STUDENTS = [
  'Student Number,Student Name,Package,Paid,Owed,Account,C172S used,DUAL left',
  'N-1,Ada Blom,IFR,4000,,12.50,,10.5',
  'N-2,Ben Cole,PPL,,5000.44,,3.2,40',
  ',Cy Dahl,BLOCK10,,,,,',
].join('\n')

async function desk(): Promise<{ desk: Desk; session: string }> {
  const made = await kestrelDesk()
  return { desk: made, session: await made.signInAs('administrator') }
}

describe('bringing students over', () => {
  it('shows every balance as it will be, and records exactly that', async () => {
    const { desk: at, session } = await desk()
    const read = await at.ask('bringOver.read', sheet(STUDENTS), session)
    expect(read.problems).toEqual([])
    expect(read.students.map(({ number, name, isNew }) => [number, name, isNew])).toEqual([
      ['N-1', 'Ada Blom', true],
      ['N-2', 'Ben Cole', true],
      ['', 'Cy Dahl', true],
    ])
    const before = await at.ask('reports.liability', { period: { from: null, to: DAY } }, session)
    const done = await at.ask('bringOver.record', sheet(STUDENTS), session)
    expect(done).toMatchObject({ students: 3, alreadyThere: 0, problems: [] })
    const balances = await engineBalances(at.application.database)
    const minor = (text: string) => Number(text.replace('.', ''))
    for (const { packages } of read.students) {
      for (const shown of packages) {
        const real = balances.packages.find(({ ref }) => ref === shown.ref)
        expect(real && [real.total, real.paid, real.owed, real.funds].map(minor), shown.ref).toEqual([
          shown.price,
          shown.paid,
          shown.owed,
          shown.funds,
        ])
        expect(real?.lines.map(({ code, used, remaining }) => [code, minor(used), minor(remaining)])).toEqual(
          shown.lines.map(({ code, used, left }) => [code, used, left]),
        )
      }
    }
    expect(balances.accounts.find(({ customer }) => customer === 'N-1')?.balance).toBe('12.50')
    // No takings and no revenue: only what was brought over moved.
    const after = await at.ask('reports.liability', { period: { from: null, to: DAY } }, session)
    expect(after.proof.collected).toBe(before.proof.collected)
    expect(after.revenueTotal).toEqual(before.revenueTotal)
    expect(after.proof.broughtOver).toBeGreaterThan(0)
    await expectVerified(at.application.database)
  })

  it('again changes nothing and says so', async () => {
    const { desk: at, session } = await desk()
    const first = await at.ask('bringOver.record', sheet(STUDENTS), session)
    const before = await engineBalances(at.application.database)
    const again = await at.ask('bringOver.record', sheet(STUDENTS), session)
    expect(again).toMatchObject({ recorded: 0, alreadyThere: first.recorded, problems: [] })
    expect(await engineBalances(at.application.database)).toEqual(before)
  })

  it('takes one row a line, too, with columns that a person named', async () => {
    const { desk: at, session } = await desk()
    const text = ['who;what;which;gone', 'N-9;IFR;DUAL;2,5', 'N-9;IFR;SIM;1'].join('\n')
    const meanings = (['number', 'package', 'code', 'used'] as const).map((of) => ({ of, code: null }))
    const unnamed = await at.ask('bringOver.read', sheet(text), session)
    expect(unnamed.problems).toHaveLength(2)
    const named = await at.ask('bringOver.read', sheet(text, { meanings }), session)
    expect(named.problems).toEqual([{ row: 2, message: 'The customer’s name is missing.' }])
  })

  it('is all or nothing: every wrong row is named with its reason', async () => {
    const { desk: at, session } = await desk()
    const before = await engineBalances(at.application.database)
    const text = [
      'number,name,package,paid,owed,C172S used,DUAL left',
      'N-1,Ada Blom,IFR,100,,,10',
      'N-2,Ben Cole,NOPE,,,,',
      'N-3,Cy Dahl,PPL,abc,,,',
      'N-4,Di Eno,PPL,,,999,',
      'N-5,Ed Fox,PPL,99999999,,,',
      'N-6,Flo Gil,BLOCK10,,,,3',
    ].join('\n')
    const refused = await at.ask('bringOver.record', sheet(text), session)
    expect(refused.problems.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7])
    expect(refused.recorded).toBe(0)
    expect(await engineBalances(at.application.database)).toEqual(before)
    expect(
      await at.ask('bringOver.read', sheet('number,name\n', {}), session).catch((error: Error) => error.message),
    ).toMatch(/no rows/)
  })
})
