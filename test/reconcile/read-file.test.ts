import { describe, expect, it } from 'vitest'
import { KnownLines } from '../../electron/reconcile/files/known-lines.ts'
import { readReceipts, type ReadFile } from '../../electron/reconcile/files/read-file.ts'
import { recognised } from '../../electron/reconcile/files/repeats.ts'

const US = { currency: 'USD', minorDigits: 2, locale: 'en-US', timeZone: 'America/Denver' }
const GERMANY = { currency: 'EUR', minorDigits: 2, locale: 'de-DE', timeZone: 'Europe/Berlin' }

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
const latin1 = (text: string) => Buffer.from(text, 'latin1')

async function read(bytes: Uint8Array, terms = US): Promise<ReadFile> {
  const file = await readReceipts(bytes, null, terms)
  expect({ problems: file.problems, asks: file.asks }).toEqual({ problems: [], asks: [] })
  return file
}

const amounts = ({ receipts }: ReadFile) => receipts.map(({ date, amount, fee }) => [date, amount, fee])

describe('a file of payments', () => {
  it("of Stripe's payouts is known by its columns; payouts are no payments, fees stand apart", async () => {
    const file = await read(
      utf8(
        'balance_transaction_id,created,available_on,currency,gross,fee,net,reporting_category,description,customer_name,automatic_payout_id\n' +
          'txn_1,2026-01-05 17:22:01,2026-01-07,usd,1500.00,43.80,1456.20,charge,PAY-1,Amelia Osei,po_1\n' +
          'txn_2,2026-01-06 09:00:00,2026-01-08,usd,-100.00,0.00,-100.00,refund,back,Amelia Osei,po_1\n' +
          'txn_3,2026-01-08 00:00:00,2026-01-08,usd,-1356.20,0.00,-1356.20,payout,STRIPE PAYOUT,,po_1\n',
      ),
    )
    expect(file.preset).toBe('Stripe payouts')
    expect(file.leftOut).toHaveLength(1)
    expect(amounts(file)).toEqual([
      ['2026-01-05', 150_000, 4_380],
      ['2026-01-06', -10_000, 0],
    ])
    expect(file.receipts[0]).toMatchObject({ row: 2, reference: 'txn_1', name: 'Amelia Osei', payout: 'po_1' })
  })

  it("of Square's has amounts with signs and currency, and fees below zero", async () => {
    const file = await read(
      utf8(
        'Date,Time,Time Zone,Gross Sales,Total Collected,Fees,Net Total,Transaction ID,Payment ID,Description,Customer Name,Deposit ID\n' +
          '01/16/26,10:11:12,Mountain,"$1,500.00","$1,500.00",($39.30),"$1,460.70",t1,p1,Lesson,Lucía Márquez,d1\n' +
          '01/17/26,10:11:12,Mountain,$0.00,($20.00),$0.52,($19.48),t2,p2,Refund,Lucía Márquez,d1\n' +
          '01/18/26,10:11:12,Mountain,$30.00,$30.00,($1.00),$29.00,t3,p3,Book,,d1\n',
      ),
    )
    expect(file.preset).toBe('Square transactions')
    expect(amounts(file)).toEqual([
      ['2026-01-16', 150_000, 3_930],
      ['2026-01-17', -2_000, -52],
      ['2026-01-18', 3_000, 100],
    ])
  })

  it('of a bank has debit and credit columns, a head above its names, semicolons and decimal commas', async () => {
    const text =
      'Konto;DE00 1234\nZeitraum;01.01.2026 - 31.01.2026\n\nBuchungstag;Verwendungszweck;Auftraggeber;Soll;Haben\n' +
      '05.01.2026;Überweisung C-003;Müller, Jörg;;1.234,56\n13.01.2026;Rücklastschrift;Jörg Müller;100,00;\n;Summe;;100,00;1.234,56\n'
    for (const bytes of [latin1(text), utf16(text), utf8(`\uFEFF${text}`)]) {
      const file = await read(bytes, GERMANY)
      // The sum at the end is no payment.
      expect(file.leftOut).toHaveLength(1)
      expect(amounts(file)).toEqual([
        ['2026-01-05', 123_456, 0],
        ['2026-01-13', -10_000, 0],
      ])
      expect(file.receipts[0]?.name).toBe('Müller, Jörg')
      expect(file.mapping).toMatchObject({ delimiter: ';', skipRows: 3, decimalSign: ',', dateOrder: 'dmy' })
    }
  })

  it.each([
    ['2026-01-05', 'ymd'],
    ['2026-01-05T17:22:01Z', 'ymd'],
    ['20260105', 'ymd'],
    ['01/05/2026', 'mdy'],
    ['1/5/26 5:22 PM', 'mdy'],
    ['05.01.2026', 'dmy'],
    ['05-Jan-2026', 'mdy'],
    ['Jan 5, 2026', 'mdy'],
    ['5 janv. 2026', 'dmy'],
    ['Mon, 5 Jan 2026 10:00', 'dmy'],
  ] as const)('has dates in any common form: %s', async (written, order) => {
    const bytes = utf8(`Date\tAmount\n"${written}"\t1.00\n`)
    const { mapping } = await readReceipts(bytes, null, US)
    const file = await readReceipts(bytes, { ...mapping, dateOrder: order }, US)
    expect(file.problems).toEqual([])
    expect(file.receipts[0]?.date).toBe('2026-01-05')
  })

  it.each([
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['1 234,56', 123_456],
    ["1'234.56", 123_456],
    ['$1,234.56', 123_456],
    ['USD 1234.56', 123_456],
    ['1234.56 USD', 123_456],
    ['(45.00)', -4_500],
    ['($45.00)', -4_500],
    ['-45.00', -4_500],
    ['−45,00', -4_500],
    ['45.00-', -4_500],
    ['250.-', 25_000],
    ['-250.--', -25_000],
    ['1.250,-', 125_000],
    ['USD 250.–', 25_000],
    ['45.00 DR', -4_500],
    ['45.00 CR', 4_500],
    ['+45', 4_500],
    ['12.5000', 1_250],
  ])('has amounts as they are written: %s', async (written, amount) => {
    const file = await read(utf8(`Date,Amount\n2026-01-05,"${written}"\n`))
    expect(file.receipts[0]?.amount).toBe(amount)
  })

  it('tells day and month by a day over 12 anywhere in the column', async () => {
    const file = await read(utf8('Date,Amount\n02/01/2026,1\n13/01/2026,2\n'))
    expect(file.receipts.map(({ date }) => date)).toEqual(['2026-01-02', '2026-01-13'])
  })

  it('writes the day first where it writes points, whatever the school does', async () => {
    const file = await read(utf8('Date;Amount\n05.11.2026;1,00\n'))
    expect(file.receipts.map(({ date }) => date)).toEqual(['2026-11-05'])
  })

  it('that writes what came in as negative is turned', async () => {
    const bytes = utf8('Date,Amount\n2026-01-05,-10.00\n')
    const { mapping } = await read(bytes)
    expect((await readReceipts(bytes, { ...mapping, receivedIs: 'negative' }, US)).receipts[0]?.amount).toBe(1_000)
  })

  it.each([
    ['Date,Amount\n2026-02-30,1.00\n', 2, '"2026-02-30" is not a date.'],
    ['Date,Amount\n2026-01-05,1.00\n2026-01-05,12.3.4\n', 3, '"12.3.4" is not an amount in USD.'],
    ['Date,Amount\n2026-01-05,1e309\n', 2, '"1e309" is not an amount in USD.'],
    ['Date,Amount\n2026-01-05,1.005\n', 2, '"1.005" is not an amount in USD.'],
    ['Date,Amount,Currency\n2026-01-05,1.00,EUR\n', 2, /in EUR, and the school counts in USD/],
    ['', null, 'No columns are found in the file.'],
    ['Date,Amount\n', null, /no payments/],
  ])('that cannot be read is told with its row: %j', async (text, row, message) => {
    expect((await readReceipts(utf8(text), null, US)).problems).toContainEqual({
      row,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
  })

  it('that is no text is refused', async () => {
    const { problems } = await readReceipts(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 0, 0, 0, 7]), null, US)
    expect(problems).not.toEqual([])
  })
})

describe('the same line twice', () => {
  const HEAD = 'Date,Amount,Transaction ID,Reference\n'
  const text = `${HEAD}2026-01-05,10.00,a1,x\n2026-01-05,10.00,a1,x\n2026-01-06,20.00,b2,x\n2026-01-07,20.00,c3,x\n`
  const without = 'Date,Amount,Reference\n2026-01-06,20.00,lesson\n2026-01-06,20.00,lesson\n'
  const repeatsOf = async (content: string, known = new KnownLines()) =>
    recognised((await read(utf8(content))).receipts, known)
  const takenOf = async (content: string) =>
    new KnownLines(
      (await repeatsOf(content))
        .filter(({ repeats }) => repeats === null)
        .map(({ receipt, fingerprint }) => ({ ...receipt, fingerprint })),
    )

  it("is a repeat with a processor's number; two equal deposits without one are two, whatever people typed", async () => {
    expect((await repeatsOf(text)).map(({ repeats }) => repeats)).toEqual([null, 'in_this_file', null, null])
    expect((await repeatsOf(without)).map(({ repeats }) => repeats)).toEqual([null, null])
  })

  it('is known by its number, whatever else changed', async () => {
    const changed = text.replaceAll('2026-01-06,20.00,b2,x', '2026-01-09,21.00,b2,other words')
    const lines = await repeatsOf(changed, await takenOf(text))
    expect(lines.map(({ repeats }) => repeats)).toEqual([
      'taken_before',
      'in_this_file',
      'taken_before',
      'taken_before',
    ])
  })

  it('is noticed in a later file as often as it was taken, however the bank writes its words', async () => {
    const later = `${without.replace('lesson', 'LESSON ')}2026-01-06,20.00,lesson\n`
    const lines = await repeatsOf(later, await takenOf(without))
    expect(lines.map(({ repeats }) => repeats)).toEqual(['taken_before', 'taken_before', null])
  })

  it('is not what goes back in parts under the number of its payment', async () => {
    const paid = `${HEAD}2026-01-05,100.00,a1,x\n2026-01-06,50.00,b2,x\n`
    const first = `${HEAD}2026-01-08,-10.00,a1,x\n2026-01-09,7.00,c3,x\n`
    const second = `${HEAD}2026-01-12,-15.00,a1,x\n2026-01-13,8.00,d4,x\n`
    const known = await takenOf(paid)
    for (const part of [first, second]) {
      const lines = await repeatsOf(part, known)
      expect(lines.map(({ repeats }) => repeats)).toEqual([null, null])
      for (const { receipt, fingerprint } of lines) known.add({ ...receipt, fingerprint })
      expect((await repeatsOf(part, known)).map(({ repeats }) => repeats)).toEqual(['taken_before', 'taken_before'])
    }
  })

  it('of which a file was taken out again finds a number that is free', async () => {
    const [, second] = await repeatsOf(without)
    const known = new KnownLines(second ? [{ ...second.receipt, fingerprint: second.fingerprint }] : [])
    const lines = await repeatsOf(without, known)
    expect(lines.map(({ repeats }) => repeats)).toEqual(['taken_before', null])
    expect(lines[1]?.fingerprint).not.toBe(second?.fingerprint)
  })

  it('is not a row of a file that merely counts its rows', async () => {
    const counted = (day: string) => `ID,Date,Amount,Description\n1,2026-01-${day},10.00,a\n2,2026-01-${day},20.00,b\n`
    const lines = await repeatsOf(counted('08'), await takenOf(counted('05')))
    expect(lines.map(({ repeats }) => repeats)).toEqual([null, null])
  })
})
