import { describe, expect, it } from 'vitest'
import type { SheetInput } from '../../shared/contract/bring-over.ts'
import { businessDate } from '../../shared/dates.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances, expectVerified } from '../model/engine.ts'

const DAY = businessDate('2026-01-31')

function sheet(text: string, more: Partial<SheetInput> = {}): SheetInput {
  const file = { name: 'students.csv', content: Buffer.from(text).toString('base64') }
  return { file, day: DAY, meanings: null, makeCustomers: true, makePackages: false, ...more }
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

  it('makes unknown packages on the way, only where asked and only of what the rows say', async () => {
    const { desk: at, session } = await desk()
    const text = [
      'number,name,package,added,price,paid,C172S left,C172S included,C172S rate,DUAL used,DUAL left',
      'N-1,Ada Blom,NIGHT,01/15/2026,,100,3,5,180.5,2,4',
      'N-2,Ben Cole,NIGHT,2026-01-20,900,50,5,5,,,',
    ].join('\n')
    const unasked = await at.ask('bringOver.read', sheet(text), session)
    expect(unasked.problems.map(({ row }) => row)).toEqual([2, 3])
    const read = await at.ask('bringOver.read', sheet(text, { makePackages: true }), session)
    expect(read.problems).toEqual([])
    expect(read.madePackages).toMatchObject([
      {
        code: 'NIGHT',
        lines: [
          { code: 'C172S', quantity: 500, rate: '180.50', isStandard: false },
          { code: 'DUAL', quantity: 600, isStandard: true },
        ],
      },
    ])
    expect(read.students.flatMap(({ packages }) => packages.map(({ added }) => added))).toEqual([
      '2026-01-15',
      '2026-01-20',
    ])
    const done = await at.ask('bringOver.record', sheet(text, { makePackages: true }), session)
    expect(done).toMatchObject({ students: 2, problems: [] })
    const balances = await engineBalances(at.application.database)
    const made = balances.packages.find(({ ref }) => ref === 'BO-N-2-NIGHT')
    expect(made).toMatchObject({ total: '900.00', paid: '50.00' })
    const again = await at.ask('bringOver.record', sheet(text, { makePackages: true }), session)
    expect(again).toMatchObject({ recorded: 0, problems: [] })
    await expectVerified(at.application.database)
  })

  it.each([
    ['what it includes is not said', 'number,name,package,DUAL left\nN-1,Ada,NEW,3', /includes is not said/],
    [
      'its rows differ',
      'number,name,package,DUAL included\nN-1,Ada,NEW,3\nN-2,Ben,NEW,4',
      /different quantities included of DUAL/,
    ],
    [
      'its rates differ',
      'number,name,package,DUAL included,DUAL rate\nN-1,Ada,NEW,3,60\nN-2,Ben,NEW,3,61',
      /different rates of DUAL: 60.00, 61.00/,
    ],
    ['nothing is in it', 'number,name,package,paid\nN-1,Ada,NEW,3', /What is in the package NEW is not said/],
    ['a code is unknown', 'number,name,package,code,included\nN-1,Ada,NEW,JET,3', /no hour type or item JET/],
  ])('makes no package where %s', async (_, text, reason) => {
    const { desk: at, session } = await desk()
    const read = await at.ask('bringOver.read', sheet(text, { makePackages: true }), session)
    expect(read.problems.map(({ message }) => message).join(' ')).toMatch(reason)
    const refused = await at.ask('bringOver.record', sheet(text, { makePackages: true }), session)
    expect(refused).toMatchObject({ recorded: 0 })
    expect((await at.ask('offers.list', { active: null }, session)).offers.map(({ code }) => code)).not.toContain('NEW')
  })

  it('names rows as the spreadsheet counts, blank ones between them too', async () => {
    const { desk: at, session } = await desk()
    const read = await at.ask('bringOver.read', sheet('number,name,package\n\nN-1,Ada,IFR\n,,\nN-2,Ben,NOPE'), session)
    expect(read.problems.map(({ row }) => row)).toEqual([5])
  })

  it('refuses a change-over that is still to come, and a package that has other lines than the row says', async () => {
    const { desk: at, session } = await desk()
    const early = await at.send('bringOver.read', sheet(STUDENTS, { day: businessDate('2026-02-02') }), session)
    expect(early).toMatchObject({ ok: false, failure: { code: 'wrong_date', field: 'day' } })
    const text = 'number,name,package,DUAL included,DUAL rate\nN-1,Ada,IFR,99,1'
    const read = await at.ask('bringOver.read', sheet(text), session)
    expect(read.problems[0]?.message).toMatch(/DUAL: 99.00 included, and the package has .* DUAL: the rate 1.00/)
  })

  it('sells at the tax of the day on which the package was added, as the preview shows', async () => {
    const files = kestrelFiles()
    const at = await kestrelDesk(undefined, {
      ...files,
      'rates.csv': 'code,from,rate,tax_percent\nDUAL,2026-01-10,70,20\n',
    })
    const session = await at.signInAs('administrator')
    const text = 'number,name,package,added\nN-1,Ada,IFR,2026-01-05\nN-2,Ben,IFR,2026-01-12'
    const read = await at.ask('bringOver.read', sheet(text), session)
    await at.ask('bringOver.record', sheet(text), session)
    const balances = await engineBalances(at.application.database)
    const real = ['BO-N-1-IFR', 'BO-N-2-IFR'].map((ref) => balances.packages.find((pack) => pack.ref === ref)?.total)
    const shown = read.students.flatMap(({ packages }) => packages.map(({ price }) => (price / 100).toFixed(2)))
    expect(shown).toEqual(real)
    expect(new Set(shown).size).toBe(2)
  })
})
