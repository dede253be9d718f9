import { describe, expect, it } from 'vitest'
import { lineDollars } from '../../electron/billing/draw.ts'
import { readSchool } from '../../electron/billing/school-store.ts'
import { invoicesPage } from '../../electron/reports/lists/invoices-list.ts'
import { openInvoices } from '../../electron/reports/lists/open-invoices-store.ts'
import { customerPayments } from '../../electron/reports/packages/customer-payments-store.ts'
import { invoiceOfPaper } from '../../electron/reports/papers/invoice-of-paper-store.ts'
import { paperOfInvoice, paperOfReceipt } from '../../electron/reports/papers/papers.ts'
import { receiptOfPaper } from '../../electron/reports/papers/receipt-store.ts'
import { taxSums } from '../../electron/reports/papers/tax-sums.ts'
import { makeStatement } from '../../electron/statements/statement.ts'
import { statementPaper } from '../../electron/statements/statement-paper.ts'
import type { Database, ReadDb } from '../../electron/storage/database.ts'
import { businessDate } from '../../shared/dates.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const TODAY = businessDate('2026-11-25')
const SCHOOLS = ['harrier', 'wide-usd', 'wide-jpy', 'wide-kwd'] as const

async function school(name: string): Promise<Database> {
  const database = await emptySchool()
  await importFiles(database, schoolFiles(name))
  return database
}

async function terms(db: ReadDb) {
  const found = await readSchool(db)
  if (!found) throw new Error('no school')
  return { school: found, notes: true }
}

describe.each(SCHOOLS)('the papers of %s', (name) => {
  it('are made of every invoice; net and tax make its total, and what is due is what the list says', async () => {
    const database = await school(name)
    await database.read(async (db) => {
      const { rows } = await invoicesPage(db, { search: '', status: null, after: null, limit: 1_000 })
      expect(rows.length).toBeGreaterThan(5)
      const open = await openInvoices(db, { asOf: TODAY, head: null, customerId: null })
      expect(open.map(({ ref, due }) => [ref, due]).toSorted()).toEqual(
        rows
          .filter(({ due }) => due > 0)
          .map(({ ref, due }) => [ref, due])
          .toSorted(),
      )
      for (const { ref } of rows) {
        const invoice = await invoiceOfPaper(db, ref)
        const sums = taxSums(invoice?.lines ?? [])
        expect(sums.reduce((all, { net, tax }) => all + net + tax, 0)).toBe(invoice?.total)
        expect(await paperOfInvoice(db, ref, await terms(db))).toMatchObject({ ok: true })
      }
    })
  })

  it('name a standard rate where the amount follows from it, and nowhere else', async () => {
    const database = await school(name)
    await database.read(async (db) => {
      const { rows } = await invoicesPage(db, { search: '', status: null, after: null, limit: 1_000 })
      const { school: style, notes } = await terms(db)
      for (const { ref } of rows) {
        const invoice = await invoiceOfPaper(db, ref)
        const paper = await paperOfInvoice(db, ref, { school: style, notes })
        const table = paper.ok ? paper.value.paper.parts.find((part) => part.kind === 'table') : undefined
        for (const [place, line] of (invoice?.lines ?? []).entries()) {
          const [, from, , rateShown] = table?.rows[place]?.cells ?? []
          if (line.from !== null) continue
          const follows =
            lineDollars({ rate: line.rate, taxPercent: line.taxPercent }, line.quantity, style.minorDigits) ===
            line.amount
          expect([ref, from, rateShown !== '']).toEqual([
            ref,
            ...(line.agreed ? ['Agreed amount', false] : ['Standard rate', true]),
          ])
          expect([ref, follows || line.agreed]).toEqual([ref, true])
        }
      }
    })
  })

  it('are made of every payment of a customer, refund and reversal, for what the payment says', async () => {
    const database = await school(name)
    await database.read(async (db) => {
      let receipts = 0
      for (const { number } of await db.selectFrom('customers').select('number').execute()) {
        for (const payment of await customerPayments(db, number)) {
          const receipt = await receiptOfPaper(db, payment.entry)
          const money =
            receipt && [...receipt.tenders, { amount: receipt.rounding }].reduce((all, { amount }) => all + amount, 0)
          expect({ ...payment, money }).toEqual({ ...payment, money: payment.amount })
          expect(await paperOfReceipt(db, payment.entry, await terms(db))).toMatchObject({ ok: true })
          receipts += 1
        }
      }
      expect(receipts).toBeGreaterThan(10)
    })
  })

  it('are made of every customer’s statement', async () => {
    const database = await school(name)
    await database.read(async (db) => {
      for (const { number } of await db.selectFrom('customers').select('number').execute()) {
        const choice = {
          about: { of: 'customer' as const, number },
          asOf: null,
          from: null,
          inWords: true,
          notes: true,
        }
        const made = await makeStatement(db, { choice, today: TODAY, head: null })
        if (!made.ok) throw new Error(made.failure.message)
        expect(statementPaper(made.value.statement).parts.length).toBeGreaterThan(0)
      }
    })
  })
})
