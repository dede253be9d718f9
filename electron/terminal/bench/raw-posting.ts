import type { RawRows } from '../../storage/raw-rows.ts'
import type { ReadDb } from '../../storage/database.ts'

/** One paid invoice as it was written, from which others like it can be written. */
export interface WrittenInvoice {
  /** the rows of the invoice that comes so many after it */
  rowsAfter(count: number): RawRows[]
}

const ENTRIES_AN_INVOICE = 2

/** The rows of the last paid invoice: of its two entries, of the invoice, and what follows from them. */
export async function lastPaidInvoice(db: ReadDb, packageId: number): Promise<WrittenInvoice> {
  const ledger = await lastEntries(db)
  const sold = await lastInvoice(db)
  const { hours_remaining, funds, least_hours } = await db
    .selectFrom('package_list')
    .select(['hours_remaining', 'funds', 'least_hours'])
    .where('customer_package_id', '=', packageId)
    .executeTakeFirstOrThrow()
  return {
    rowsAfter(count) {
      const shift = count * ENTRIES_AN_INVOICE
      const ref = `RAW-${count}`
      const shifted = <Row extends { entry_number: number }>(row: Row) => ({
        ...row,
        entry_number: row.entry_number + shift,
      })
      const ofInvoice = <Row extends { invoice_id: number }>(row: Row) => ({
        ...row,
        invoice_id: row.invoice_id + count,
      })
      const [hours, dollars] = [count * sumOf(sold.lines, 'quantity'), count * sumOf(sold.lines, 'amount')]
      const latest = ledger.entries.map(({ action, number }) => ({ action, entry_number: number + shift }))
      return [
        rows(
          'entries',
          ledger.entries.map((row) => ({ ...row, number: row.number + shift, ref })),
        ),
        rows('postings', ledger.postings.map(shifted)),
        rows('history', ledger.history.map(shifted)),
        rows('account_balances', ledger.balances.map(movedOn(ledger.postings, count)), ['account_id']),
        listRow(packageId, [hours_remaining - hours, funds - dollars, (least_hours ?? 0) - hours]),
        rows('latest_entries', latest, ['action']),
        rows('invoices', [shifted({ ...sold.invoice, id: sold.invoice.id + count, ref })]),
        rows('invoice_lines', sold.lines.map(ofInvoice)),
        rows(
          'invoice_payments',
          sold.payments.map((row) => shifted(ofInvoice(row))),
        ),
      ]
    },
  }
}

/** What an account holds after its entries came so many times again: SQLite writes nothing where nothing changes. */
function movedOn(postings: Awaited<ReturnType<typeof lastEntries>>['postings'], count: number) {
  return (balance: { account_id: number; quantity: number; amount: number }) => {
    const own = postings.filter(({ account_id }) => account_id === balance.account_id)
    return {
      account_id: balance.account_id,
      quantity: balance.quantity + count * sumOf(own, 'quantity'),
      amount: balance.amount + count * sumOf(own, 'amount'),
    }
  }
}

function sumOf<Column extends string>(of: readonly Readonly<Record<Column, number>>[], column: Column): number {
  return of.reduce((sum, row) => sum + row[column], 0)
}

async function lastEntries(db: ReadDb) {
  const entries = await db.selectFrom('entries').selectAll().orderBy('number', 'desc').limit(2).execute()
  const numbers = entries.map(({ number }) => number)
  const postings = await db.selectFrom('postings').selectAll().where('entry_number', 'in', numbers).execute()
  const history = await db.selectFrom('history').selectAll().where('entry_number', 'in', numbers).execute()
  const accounts = [...new Set(postings.map(({ account_id }) => account_id))]
  const balances = await db.selectFrom('account_balances').selectAll().where('account_id', 'in', accounts).execute()
  return { entries: entries.toReversed(), postings, history, balances }
}

async function lastInvoice(db: ReadDb) {
  const invoice = await db.selectFrom('invoices').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  const lines = await db.selectFrom('invoice_lines').selectAll().where('invoice_id', '=', invoice.id).execute()
  const payments = await db.selectFrom('invoice_payments').selectAll().where('invoice_id', '=', invoice.id).execute()
  return { invoice, lines, payments }
}

/** What a paid invoice changes of a package's row in the list. */
function listRow(packageId: number, figures: readonly number[]): RawRows {
  return {
    table: 'package_list',
    columns: ['hours_remaining', 'funds', 'least_hours', 'customer_package_id'],
    rows: [[...figures, packageId]],
    key: ['customer_package_id'],
    there: true,
  }
}

/** Rows as the database gave them. */
export function rows(table: string, all: readonly object[], key: readonly string[] = []): RawRows {
  const columns = Object.keys(all[0] ?? {})
  const valuesOf = (row: object) => columns.map((column) => (row as Record<string, unknown>)[column])
  return { table, columns, key, rows: all.map(valuesOf) }
}
