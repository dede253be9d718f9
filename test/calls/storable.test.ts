import { describe, expect, it } from 'vitest'
import { verifySchool } from '../../electron/verification/verification.ts'
import { LARGEST_AMOUNT_CENTS } from '../../shared/money.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { importFiles, emptySchool } from '../temporary-school.ts'
import { kestrelDesk } from './desk.ts'

const HEADER = { date: null, note: '', basis: [] }
const deposit = (more: object) => ({
  ...HEADER,
  customer: 'C-001',
  amount: 100,
  method: 'card',
  failed: false,
  ...more,
})

describe('a text that cannot be kept as it is', () => {
  it.each([
    ['half a sign', 'a\ud800'],
    ['a NUL', 'a\u0000'],
    ['nothing to see', '\u200b'],
  ])('%s in a note is refused at its field, and the ledger still verifies', async (_, note) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    expect(await desk.send('accounts.deposit', deposit({ note }), session)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field: 'note' },
    })
    expect((await verifySchool(desk.application.database, null)).ok).toBe(true)
  })

  it('is refused deep within an input, too', async () => {
    const desk = await kestrelDesk()
    const lines = [{ package: null, code: 'HEADSET', quantity: 100, note: '\udfff' }]
    const reply = await desk.send(
      'invoices.make',
      { ...HEADER, customer: 'C-001', lines },
      await desk.signInAs('billing'),
    )
    expect(reply).toMatchObject({ failure: { code: 'invalid_input', field: 'lines.0.note' } })
  })
})

describe('amounts are bounded', () => {
  it('an amount above the largest is refused in words', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const reply = await desk.send('accounts.deposit', deposit({ amount: LARGEST_AMOUNT_CENTS + 1 }), session)
    expect(reply).toMatchObject({
      failure: { code: 'invalid_input', field: 'amount', message: 'This amount is larger than any that can be kept.' },
    })
  })

  it('an account that would outgrow what is exact refuses, and goes on with the next', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const largest = deposit({ amount: LARGEST_AMOUNT_CENTS })
    let reply = await desk.send('accounts.deposit', largest, session)
    for (let times = 1; reply.ok && times < 300; times++) reply = await desk.send('accounts.deposit', largest, session)
    expect(reply).toMatchObject({
      failure: { code: 'invalid_input', message: 'An account would hold more than can be kept.' },
    })
    expect(await desk.send('accounts.deposit', deposit({}), session)).toMatchObject({ ok: true })
    expect((await verifySchool(desk.application.database, null)).ok).toBe(true)
  }, 180_000)

  it('a line that comes to more than any amount is refused in words', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const lines = [{ code: 'C172S', quantity: 1_000_000_000, rate: '10000000' }]
    expect(await desk.send('offers.price', { lines }, session)).toMatchObject({
      failure: { code: 'invalid_input', message: 'A line comes to more than can be kept.' },
    })
  })

  it('rows of an import that outgrow an account are refused with their row, and nothing is changed', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const rows = Array.from(
      { length: 250 },
      (_, place) => `2026-01-31,desk,account_deposit,LARGE-${place},C-001,,,,99999999999.99,card,,,`,
    )
    const header = 'date,user,action,ref,customer,package,code,quantity,amount,method,status,to,note'
    const result = await importFiles(database, { 'activity.csv': `${[header, ...rows].join('\n')}\n` })
    expect(result).toMatchObject({ outcome: 'refused' })
    expect(JSON.stringify(result)).toContain('An account would hold more than can be kept.')
  }, 180_000)
})

describe('a reference', () => {
  it('named like the account is refused: transfers of funds would be ambiguous', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const text = 'date,user,action,ref,customer,package\n2026-01-31,desk,add_to_package,account,C-001,PPL\n'
    expect(JSON.stringify(await importFiles(database, { 'activity.csv': text }))).toContain('The reference')
  })
})
