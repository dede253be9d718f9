import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { kestrelExpected, kestrelFiles } from '../fixtures/kestrel.ts'
import { accountBalance, type Books, type CustomerPackage, type Invoice } from './books.ts'
import { byCodePoint, printDecimal, roundHalfUp, sum } from './numbers.ts'
import { randomSchool } from './random-school.ts'
import { playSchool, type ReferenceSchool } from './reference-school.ts'
import { readActivity } from './school-files.ts'
import { printedJson } from './write-school.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
const UNPAID = ['open', 'partially_paid']
const PAID = ['paid', 'partially_refunded', 'refunded']

function play(seed: number, invalidShare = 0): { school: ReferenceSchool; books: Books } {
  const { school } = playSchool(randomSchool(seed, { customers: 6, actions: 250, invalidShare }).files)
  return { school, books: school.books }
}

function linesOn(books: Books, pack: CustomerPackage, statuses: string[]) {
  const invoices = [...books.invoices.values()].filter(({ status }) => statuses.includes(status))
  return invoices.flatMap((invoice) =>
    invoice.lines.filter(({ from }) => from?.pack === pack).map((line) => ({ ...line, invoice })),
  )
}

function paymentsStanding(invoice: Invoice): bigint {
  return sum(invoice.payments.map(({ standing }) => standing))
}

describe('the reference model on the example school', () => {
  const { school, errors } = playSchool(kestrelFiles())

  it('accepts every row', () => expect(errors).toEqual([]))
  it('gives exactly the expected balances', () =>
    expect(printedJson(school.balances())).toBe(kestrelExpected('balances')))
  it('gives exactly the expected history', () => expect(printedJson(school.history())).toBe(kestrelExpected('history')))
  it('gives exactly the expected balances of a day', () =>
    expect(printedJson(school.balances('2026-01-16'))).toBe(kestrelExpected('as-of-2026-01-16')))
})

describe('numbers', () => {
  it('round half up', () => {
    expect([roundHalfUp(5n, 2n), roundHalfUp(1n, 2n), roundHalfUp(49n, 100n), roundHalfUp(0n, 7n)]).toEqual([
      3n,
      1n,
      0n,
      0n,
    ])
  })
  it('are printed with exactly the decimals asked for', () => {
    expect([printDecimal(5n, 2), printDecimal(-5n, 2), printDecimal(1234n, 0), printDecimal(1n, 3)]).toEqual([
      '0.05',
      '-0.05',
      '1234',
      '0.001',
    ])
  })
  it('and references sort by code point, not by UTF-16 unit', () => {
    expect(['\u{1F6E9}', '\uFF21', 'a', 'B', 'É'].toSorted(byCodePoint)).toEqual(['B', 'a', 'É', '\uFF21', '\u{1F6E9}'])
  })
})

describe.each(SEEDS)('random school %i', (seed) => {
  const { school, books } = play(seed)
  const packages = [...books.packages.values()]

  it('is the same school again from the same seed', () => {
    const options = { customers: 4, actions: 60, invalidShare: 0.1 }
    expect(randomSchool(seed, options)).toEqual(randomSchool(seed, options))
  })

  it('holds only rows that the rules accept', () => {
    expect(randomSchool(seed, { customers: 6, actions: 250 }).errors).toEqual([])
  })

  it('the running sum of the history is the balance', () => {
    const now = school.balances().packages.map(({ status: _status, lines, ...pack }) => ({
      ...pack,
      lines: lines.map(({ pending: _pending, ...line }) => line),
    }))
    expect(school.balances('9999-12-31').packages).toEqual(now)
  })

  it('the lines of a package add up to its price, whatever was transferred between them', () => {
    for (const pack of packages) expect(sum(pack.lines.map(({ dollarsIncluded }) => dollarsIncluded))).toBe(pack.price)
  })

  it('nothing is ever used or pending beyond what is included, and an empty line holds no odd cents', () => {
    for (const line of packages.flatMap(({ lines }) => lines)) {
      expect(line.used >= 0n && line.pending >= 0n && line.used + line.pending <= line.included).toBe(true)
      const left = line.dollarsIncluded - line.dollarsUsed - line.dollarsPending
      expect(left >= 0n && line.dollarsUsed >= 0n && line.dollarsPending >= 0n).toBe(true)
    }
  })

  it('used is what paid invoices took and did not give back; pending is what unpaid invoices hold', () => {
    for (const pack of packages) {
      for (const line of pack.lines) {
        const paid = linesOn(books, pack, PAID).filter(({ from }) => from?.line === line)
        const unpaid = linesOn(books, pack, UNPAID).filter(({ from }) => from?.line === line)
        expect(line.used).toBe(sum(paid.map(({ quantityLeft }) => quantityLeft)))
        expect(line.dollarsUsed).toBe(sum(paid.map(({ amountLeft }) => amountLeft)))
        expect(line.pending).toBe(sum(unpaid.map(({ quantity }) => quantity)))
        expect(line.dollarsPending).toBe(sum(unpaid.map(({ amount }) => amount)))
      }
    }
  })

  it('package funds are the amount paid less what standing package tenders have drawn', () => {
    for (const pack of packages) {
      const drawn = linesOn(books, pack, [...UNPAID, ...PAID]).filter(({ invoice }) => invoice.paidByPackages)
      expect(pack.funds).toBe(pack.paid - sum(drawn.map(({ amountLeft }) => amountLeft)))
    }
  })

  it('what stands of the payments is what stands of the invoice', () => {
    for (const invoice of books.invoices.values()) {
      const byPackages = sum(
        invoice.lines.filter(({ from }) => from && invoice.paidByPackages).map(({ amountLeft }) => amountLeft),
      )
      const left = sum(invoice.lines.map(({ amountLeft }) => amountLeft))
      const stillDue = UNPAID.includes(invoice.status) ? invoice.due : 0n
      expect(paymentsStanding(invoice) + byPackages + stillDue).toBe(left)
    }
  })

  it('no account is ever below zero', () => {
    for (const movements of books.accounts.values()) {
      let balance = 0n
      for (const { change } of movements) expect((balance += change) >= 0n).toBe(true)
    }
    for (const { customer, balance } of school.balances().accounts) {
      expect(balance).toBe(printDecimal(accountBalance(books, customer), books.catalogue.currencyDigits))
    }
  })
})

/** The school without the rows that were refused. */
function withoutRefused(files: Record<string, string>, refused: { row: number }[]): Record<string, string> {
  const rows = new Set(refused.map(({ row }) => row))
  const kept = readActivity(files).filter(({ row }) => !rows.has(row))
  return {
    ...files,
    'activity.csv': stringify(
      kept.flatMap((group) => group.rows),
      { header: true },
    ),
  }
}

describe('refused rows', () => {
  it.each(SEEDS)('count as if they were not there (seed %i)', (seed) => {
    const { files, errors, expected } = randomSchool(seed, { customers: 5, actions: 200, invalidShare: 0.15 })
    expect(errors.length).toBeGreaterThan(5)
    const clean = playSchool(withoutRefused(files, errors))
    expect(clean.errors).toEqual([])
    expect(clean.school.balances()).toEqual(expected.balances)
    expect(clean.school.history()).toEqual(expected.history)
  })
})
