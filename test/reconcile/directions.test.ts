import { describe, expect, it } from 'vitest'
import { readReceipts, type ReadFile } from '../../electron/reconcile/files/read-file.ts'

const US = { currency: 'USD', minorDigits: 2, locale: 'en-US', timeZone: 'America/Denver' }
const SPAIN = { currency: 'EUR', minorDigits: 2, locale: 'es-ES', timeZone: 'Europe/Madrid' }

const read = (text: string, terms = US, mapping: ReadFile['mapping'] | null = null) =>
  readReceipts(Buffer.from(text), mapping, terms)
const amounts = ({ receipts }: ReadFile) => receipts.map(({ amount }) => amount / 100)

const UNSIGNED =
  'Date,Description,Amount\n01/05/2026,Deposit Osei,900.00\n01/06/2026,Withdrawal ATM,200.00\n' +
  '01/16/2026,Refund Nair,50.00\n01/17/2026,Bank fee,12.00\n01/18/2026,Chargeback 123,80.00\n'

describe('amounts without signs', () => {
  it.each([
    ['descriptions', UNSIGNED, US],
    [
      'another language',
      'Fecha;Concepto;Importe\n15/01/2026;Ingreso Osei;900,00\n16/01/2026;Retiro cajero;200,00\n17/01/2026;Comisión;12,00\n',
      SPAIN,
    ],
    [
      'a name, and no description',
      'Date,Payer Name,Amount\n01/05/2026,Osei,900.00\n01/16/2026,Refund to Nair,50.00\n',
      US,
    ],
    ['no names of columns', '01/15/2026,900.00,Osei\n01/16/2026,12.00,Monthly service fee\n', US],
    [
      "a processor's texts",
      'Date,Transaction ID,Description,Amount,Fee,Net\n01/15/2026,t_1,Osei,100.00,3.00,97.00\n01/16/2026,t_2,Refund Osei,100.00,0.00,100.00\n',
      US,
    ],
  ])('are asked about where words hint that some went out: %s', async (_name, text, terms) => {
    const { asks, receipts } = await read(text, terms)
    expect({ about: asks.map(({ about }) => about), receipts }).toEqual({ about: ['direction'], receipts: [] })
    const [out, came] = asks[0]!.choices
    expect(out!.paidOut).toBeGreaterThan(0)
    expect(came!.paidOut).toBe(0)
    expect(out!.received + out!.paidOut).toBe(came!.received)
    for (const choice of asks[0]!.choices) {
      const answered = await read(text, terms, choice.mapping)
      expect(answered.asks).toEqual([])
      expect(answered.receipts).toHaveLength(choice.count)
    }
  })

  it('are read as each word was said, and the words are remembered; a new word is asked about', async () => {
    const { asks } = await read(UNSIGNED)
    const { mapping, column, words } = asks[0]!.words!
    expect(words.map(({ label, count, sum, means }) => [label, count, sum, means])).toEqual([
      ['withdrawal', 1, 20_000, 'out'],
      ['refund', 1, 5_000, 'out'],
      ['bank fee', 1, 1_200, 'out'],
      ['chargeback', 1, 8_000, 'out'],
    ])
    const said = words.map(({ value, label }) => ({
      column,
      value,
      means: label === 'refund' ? ('in' as const) : label === 'bank fee' ? ('no_payment' as const) : ('out' as const),
    }))
    const answered = await read(UNSIGNED, US, { ...mapping, words: said })
    expect(amounts(answered)).toEqual([900, -200, 50, -80])
    expect(answered.leftOut.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['5 said'])
    const next = 'Date,Description,Amount\n02/15/2026,Refund,5.00\n02/16/2026,Overdraft,7.00\n'
    const later = await read(next, US, answered.mapping)
    expect(later.asks[0]?.words?.words.map(({ label }) => label)).toEqual(['overdraft'])
  })

  it.each([
    [
      'the balance moves by each of them',
      'Date,Description,Amount,Balance\n01/15/2026,a,10.00,110.00\n01/16/2026,Refund of Shell,5.00,115.00\n01/17/2026,b,1.00,116.00\n',
    ],
    ['one of them has a sign', 'Date,Description,Amount\n01/15/2026,Refund of Shell,10.00\n01/16/2026,Fuel,-5.00\n'],
    ['each has a plus', 'Date,Description,Amount\n01/15/2026,Refund of Shell,+10.00\n'],
    [
      'the word beside it says that it came in',
      'Buchungstag;Verwendungszweck;Betrag\n15.01.2026;GUTSCHR. DAUERAUFTRAG;10,00\n',
    ],
    ['no word hints at it', 'Date,Description,Amount\n01/15/2026,Osei lesson,10.00\n01/16/2026,Feeney,5.00\n'],
  ])('are not asked about where %s', async (_name, text) => {
    const { asks, receipts } = await read(text)
    expect(asks).toEqual([])
    expect(receipts.length).toBeGreaterThan(0)
  })

  it('are asked about where the balance fits most of them, and not the one with the word', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, place) => `01/${13 + place}/2026,x${place},10.00,${110 + place * 10}.00`,
    )
    const text = `Date,Description,Amount,Balance\n${lines.join('\n')}\n01/28/2026,Refund,10.00,210.00\n`
    expect((await read(text)).asks.map(({ about }) => about)).toContain('direction')
  })
})

describe('types of lines without signs', () => {
  const TYPES =
    'Date,Type,Description,Amount\n01/15/2026,Sale,Osei,900.00\n01/16/2026,Refund,Nair,200.00\n01/17/2026,Chargeback,Nair,50.00\n' +
    '01/18/2026,Fee,monthly,12.00\n01/19/2026,Payout,to bank,838.00\n'

  it('one answer is that sales come in and the others go out; what is paid out to the bank is no payment', async () => {
    const { asks, leftOut } = await read(TYPES)
    expect(leftOut.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['6 payout'])
    expect(asks[0]!.choices[0]).toMatchObject({ received: 90_000, paidOut: 26_200, count: 4 })
    expect(asks[0]!.choices[0]!.answer).toBe('Came in: Sale. Went out: Refund, Chargeback, Fee.')
  })

  it('also where nothing tells that it is a processor, and with words that nobody knows', async () => {
    const text = TYPES.replace('Payout', 'Settled').replace('Sale', 'Lesson')
    const { asks } = await read(text)
    const { choices, words } = asks[0]!
    expect(choices.length).toBeLessThanOrEqual(4)
    expect(choices.map(({ received, paidOut }) => [received, paidOut])).toContainEqual([173_800, 26_200])
    expect(words!.words.map(({ label }) => label)).toEqual(['Lesson', 'Refund', 'Chargeback', 'Fee', 'Settled'])
    const said = words!.words.map(({ value }) => ({
      column: words!.column,
      value,
      means: value === 'Lesson' ? ('in' as const) : value === 'Settled' ? ('no_payment' as const) : ('out' as const),
    }))
    const answered = await read(text, US, { ...words!.mapping, words: said })
    expect(answered.asks).toEqual([])
    expect(amounts(answered)).toEqual([900, -200, -50, -12])
  })

  it('no two answers show the same lines', async () => {
    for (const text of [TYPES, TYPES.replace('Payout', 'Settled'), UNSIGNED]) {
      const { asks } = await read(text)
      const shown = asks[0]!.choices.map(({ receipts }) => receipts.map(({ row, amount }) => `${row} ${amount}`).join())
      expect(new Set(shown).size).toBe(shown.length)
    }
  })

  it('a payout that is paid out is left out also where amounts have signs', async () => {
    const { receipts, leftOut } = await read(
      'Date,Type,Description,Amount\n01/15/2026,Sale,Osei,900.00\n01/16/2026,Refund,Nair,-200.00\n01/19/2026,Payout,to bank,-700.00\n',
    )
    expect(receipts.map(({ amount }) => amount)).toEqual([90_000, -20_000])
    expect(leftOut.map(({ reason }) => reason)).toEqual(['payout'])
  })
})
