import { describe, expect, it } from 'vitest'
import { readReceipts } from '../../electron/reconcile/files/read-file.ts'

const US = { currency: 'USD', minorDigits: 2, locale: 'en-US', timeZone: 'America/Denver' }

const read = (text: string, terms = US, mapping: Parameters<typeof readReceipts>[1] = null) =>
  readReceipts(new TextEncoder().encode(text), mapping, terms)
const amounts = async (text: string, terms = US) => {
  const { receipts, problems, asks } = await read(text, terms)
  expect({ problems, asks }).toEqual({ problems: [], asks: [] })
  return receipts.map(({ amount }) => amount)
}

describe('an amount', () => {
  it.each(['45.00 EUR', '€45.00', 'CA$45.00', 'abc5', '--5', '-45.00 CR'])(
    'in another currency, or that contradicts itself, is refused with its row: %s',
    async (written) => {
      expect((await read(`Date,Amount\n2026-01-05,1.00\n2026-01-05,${written}\n`)).problems).toEqual([
        { row: 3, message: `"${written}" is not an amount in USD.` },
      ])
    },
  )

  it.each([
    ['CAD', 2, 'en-CA', 'C$45.00', 4_500],
    ['SEK', 2, 'sv-SE', '"1 234,50 kr"', 123_450],
    ['JPY', 0, 'ja-JP', '"1,235円"', 1_235],
    ['KWD', 3, 'en-US', '1.234', 1_234],
    ['IDR', 2, 'id-ID', '"45,00 IDR"', 4_500],
    ['USD', 2, 'en-US', 'DR 45.00', -4_500],
  ])('is in the %s of the school, with its own decimals', async (currency, minorDigits, locale, written, amount) => {
    expect(
      await amounts(`Date,Amount,Text\n2026-01-05,${written},x\n`, {
        currency,
        minorDigits,
        locale,
        timeZone: 'Etc/UTC',
      }),
    ).toEqual([amount])
  })

  it('in a column of debits goes out, however the column is signed; a credit taken back goes out, too', async () => {
    const head = 'Date,Details,Debit,Credit\n'
    expect(await amounts(`${head}2026-01-05,a,45.00,\n2026-01-06,b,,100.00\n`)).toEqual([-4_500, 10_000])
    expect(await amounts(`${head}2026-01-05,a,-45.00,\n2026-01-06,b,,-100.00\n`)).toEqual([-4_500, -10_000])
  })
})

describe('a line', () => {
  it('of a bank that calls it a transfer is a payment; of a processor it is the payout', async () => {
    expect(await amounts('Date,Type,Description,Amount\n2026-01-05,Transfer,C-001,500.00\n')).toEqual([50_000])
    const processors =
      'Created (UTC),Type,Amount,Fee,Net\n2026-01-05,charge,5.00,1,4\n2026-01-07,payout,-4.00,0,-4.00\n'
    expect(await read(processors)).toMatchObject({
      leftOut: [{ reason: 'payout' }],
      receipts: [{ amount: 500, fee: 100 }],
    })
  })

  it("of Stripe's payments that were refunded in part is the payment, and what went back on its day", async () => {
    const { receipts } = await read(
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Fee,Status,Refunded date (UTC)\n' +
        'ch_1,2026-01-05 10:00,100.00,20.00,usd,3.20,Paid,2026-01-09 11:00\n',
    )
    expect(receipts.map(({ date, amount, fee }) => [date, amount, fee])).toEqual([
      ['2026-01-05', 10_000, 320],
      ['2026-01-09', -2_000, 0],
    ])
  })

  it('ends as its file does, also below a head that ends its lines in another way', async () => {
    expect(await amounts('Bank\n\nDate,Description,Amount\r\n2026-01-05,a,"1.00"\r\n')).toEqual([100])
  })

  it('with a date that is none is refused, unless it is the sum', async () => {
    const file = await read(
      'Date,Description,Amount\n2026-01-05,a,1.00\nTotal,,1.00\n,Sum,1.00\nsoon,Total fitness,1.00\n',
    )
    expect(file.leftOut).toHaveLength(2)
    expect(file.problems).toEqual([{ row: 5, message: '"soon" is not a date.' }])
  })
})

describe('a date', () => {
  it.each([
    ['20260105T172201Z', 'ymd'],
    ['20260105172201', 'ymd'],
    ['26-01-05', 'ymd'],
  ] as const)('may be %s', async (written, dateOrder) => {
    const { mapping } = await read('Date,Amount\n2026-01-05,1\n')
    const file = await read(`Date,Amount\n${written},1.00\n`, US, { ...mapping, dateOrder })
    expect(file.receipts[0]?.date).toBe('2026-01-05')
  })

  it('of which as many have the day first as the month is asked about, and then refused where it is none', async () => {
    const both = 'Date,Amount\n13/01/2026,1.00\n01/14/2026,2.00\n05/01/2026,3.00\n'
    const file = await read(both)
    expect([file.receipts, file.asks.map(({ about }) => about)]).toEqual([[], ['dateOrder']])
    const answered = await read(both, US, { ...file.mapping, dateOrder: 'dmy' })
    expect(answered.receipts.map(({ date }) => date)).toEqual(['2026-01-13', '2026-01-05'])
    expect(answered.problems).toMatchObject([{ row: 3 }])
    // A day that is none says nothing against what the others are.
    const wrong = await read('Date,Amount\n01/30/2026,1.00\n02/30/2026,2.00\n')
    expect(wrong.receipts.map(({ date }) => date)).toEqual(['2026-01-30'])
  })

  it('of two digits has the year first where the first stay and the last go on', async () => {
    expect((await read('Date,Amount\n26-01-05,1\n26-01-25,1\n')).receipts.map(({ date }) => date)).toEqual([
      '2026-01-05',
      '2026-01-25',
    ])
  })
})

describe('the columns', () => {
  it.each([
    ['Transaction ID,Transaction Type,Date,Amount', 'Date', 'Amount', 'Transaction ID'],
    ['Deposit ID,Posted Date,Total Collected,Reference', 'Posted Date', 'Total Collected', 'Reference'],
    ['Buchungstag,Valutadatum,Betrag,Verwendungszweck', 'Buchungstag', 'Betrag', null],
    ['Fecha,Concepto,Importe,Saldo', 'Fecha', 'Importe', null],
    ['Date,Amount,Credit,Memo', 'Date', 'Amount', null],
  ])('%s are told by their names', async (names, date, amount, reference) => {
    const { columns } = (await read(`${names}\n`)).mapping
    expect(columns).toMatchObject({ date, amount, reference, received: null })
  })

  it('of one name that say different things are asked about, each with what it comes to', async () => {
    const file = await read('Date,Amount,Amount\n2026-01-05,1.00,2.00\n')
    expect(file.receipts).toEqual([])
    expect(file.asks).toHaveLength(1)
    const days = await read('Date,Date,Amount\n2026-01-05,2026-01-06,1.00\n')
    expect([days.receipts, days.asks.length]).toEqual([[], 1])
    // Where they say the same it does not matter which.
    expect(await amounts('Date,Amount,Amount\n2026-01-05,1.00,1.00\n')).toEqual([100])
  })

  it('are found again where the head above them has grown', async () => {
    const { mapping } = await read('Account,1\nDate,Amount\n2026-01-05,1.00\n')
    expect(mapping.skipRows).toBe(1)
    const grown = await read('Account,1\nBranch,2\nPeriod,3\nDate,Amount\n2026-01-06,2.00\n', US, mapping)
    expect(grown).toMatchObject({ problems: [], mapping: { skipRows: 3 }, receipts: [{ row: 5, amount: 200 }] })
  })
})
