import type { BusinessDate } from '../../../shared/dates.ts'
import type { WriteDb } from '../../storage/database.ts'
import { foldText } from '../../storage/search-text.ts'
import { preparedChange } from '../../storage/prepared.ts'
import { insertRows } from '../../storage/insert-rows.ts'
import { indexWords } from '../../storage/search-index.ts'
import { funds, hoursOf, leastHoursOf, owed, statusOf, type CustomerPackage } from '../customer-package.ts'
import type { Invoice } from '../invoice.ts'
import { writeRestatedPacks } from './changed-packs-store.ts'
import { writeMerge } from './merges-store.ts'
import { parts } from './parts.ts'
import type { MergedCustomer } from './recent.ts'

export interface InvoiceChange {
  readonly invoice: Invoice
  /** when it was made in these books; null where it was read */
  readonly made: { readonly date: BusinessDate; readonly entryNumber: number } | null
  /** payments recorded since it was read, by number, with their entries */
  readonly payments: Map<number, number>
  readonly changed: boolean
}

export interface BookChanges {
  readonly newPacks: readonly CustomerPackage[]
  readonly changedPacks: readonly CustomerPackage[]
  /** those of the new and the changed ones of which more than balances changed */
  readonly restatedPacks: readonly CustomerPackage[]
  /** those that a merge gave to another customer */
  readonly renamedPacks: readonly CustomerPackage[]
  readonly invoices: readonly InvoiceChange[]
  /** entries that were taken back, by which */
  readonly undone: readonly { readonly entry: number; readonly by: number }[]
  readonly merges: readonly MergedCustomer[]
  /** the last entry of each action */
  readonly latest: ReadonlyMap<string, number>
}

/** Writes the nouns of the books; the ledger's rows are written before. */
export async function flushBooks(db: WriteDb, changes: BookChanges): Promise<void> {
  await insertPacks(db, changes.newPacks)
  await writeRestatedPacks(db, changes.restatedPacks)
  for (const packs of parts(changes.changedPacks)) await writeListRows(db, packs)
  const names = await namesOf(db, [...changes.newPacks, ...changes.renamedPacks])
  for (const words of parts(names)) await indexWords(db, words)
  await insertInvoices(
    db,
    changes.invoices.filter(({ made }) => made),
  )
  for (const invoice of changes.invoices.filter(({ made }) => !made)) await updateInvoice(db, invoice)
  await writePayments(db, changes.invoices)
  const undone = changes.undone.map(({ entry, by }) => ({ entry_number: entry, by_entry: by }))
  await insertRows(db, 'undone', undone)
  for (const merge of changes.merges) await writeMerge(db, merge)
  const latest = [...changes.latest].map(([action, entry]) => ({ action, entry_number: entry }))
  await insertRows(db, 'latest_entries', latest, ['action'])
}

async function insertPacks(db: WriteDb, packs: readonly CustomerPackage[]): Promise<void> {
  await insertRows(
    db,
    'customer_packages',
    packs.map(({ id, ref, customerId, packageId, added, price, lines, ...states }) => ({
      id,
      ref,
      customer_id: customerId,
      package_id: packageId,
      added,
      price,
      agreed_price: lines[0]?.agreed?.price ?? null,
      list_price: lines[0]?.agreed?.list ?? null,
      last_valid: states.lastValid,
      removed_on: states.removedOn,
    })),
  )
  const lines = packs.flatMap((pack) =>
    pack.lines.map(({ line, code, rate, taxPercent, adjusted }) => ({
      customer_package_id: pack.id,
      line,
      code,
      rate,
      tax_percent: taxPercent,
      adjusted,
    })),
  )
  await insertRows(db, 'customer_package_lines', lines)
}

async function writeListRows(db: WriteDb, changed: BookChanges['changedPacks']): Promise<void> {
  const names = new Map((await sortNames(db, changed)).map((row) => [row.id, row]))
  const rows = changed.map((pack) => {
    const hours = hoursOf(pack)
    const name = names.get(pack.id)
    if (!name) throw new Error(`${pack.ref} has no customer or no package`)
    return {
      customer_package_id: pack.id,
      customer_id: pack.customerId,
      customer_sort: foldText(name.customer),
      package_sort: foldText(name.package),
      status: statusOf(pack),
      hours_included: hours.included,
      hours_remaining: hours.remaining,
      price: pack.price,
      paid: pack.paid,
      owed: owed(pack),
      funds: funds(pack),
      last_activity: pack.lastDay,
      last_valid: pack.lastValid,
      least_hours: leastHoursOf(pack),
    }
  })
  await insertRows(db, 'package_list', rows, ['customer_package_id'])
}

function sortNames(db: WriteDb, packs: readonly CustomerPackage[]) {
  return db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select(['p.id', 'p.ref', 'c.name as customer', 'c.number', 'k.name as package', 'k.code'])
    .where(
      'p.id',
      'in',
      packs.map(({ id }) => id),
    )
    .execute()
}

async function namesOf(db: WriteDb, packs: readonly CustomerPackage[]): Promise<{ id: number; words: string }[]> {
  const words: { id: number; words: string }[] = []
  for (const part of parts(packs)) {
    for (const row of await sortNames(db, part)) {
      words.push({ id: row.id, words: [row.customer, row.number, row.package, row.code, row.ref].join(' ') })
    }
  }
  return words
}

async function insertInvoices(db: WriteDb, changes: readonly InvoiceChange[]): Promise<void> {
  const rows = changes.flatMap(({ invoice, made }) => {
    if (!made) return []
    const { id, ref, customerId, total, status } = invoice
    return [
      {
        id,
        ref,
        customer_id: customerId,
        date: made.date,
        total,
        status,
        entry_number: made.entryNumber,
        corrects: null,
        refunded_on: invoice.refundedOn,
        reversed_on: invoice.reversedOn,
      },
    ]
  })
  await insertRows(db, 'invoices', rows)
  const lines = changes.flatMap(({ invoice }) => invoice.lines.map((line) => lineRow(invoice.id, line)))
  await insertRows(db, 'invoice_lines', lines)
}

function lineRow(invoiceId: number, line: Invoice['lines'][number]) {
  return {
    invoice_id: invoiceId,
    line: line.line,
    customer_package_id: line.from?.customerPackageId ?? null,
    package_line: line.from?.packageLine ?? null,
    code: line.code,
    quantity: line.drawn.quantity,
    rate: line.rate,
    tax_percent: line.taxPercent,
    amount: line.drawn.dollars,
    refunded_quantity: line.refunded.quantity,
    refunded_amount: line.refunded.dollars,
    agreed: line.amountAgreed ? 1 : 0,
  }
}

async function updateInvoice(db: WriteDb, { invoice }: InvoiceChange): Promise<void> {
  const { status, refundedOn, reversedOn } = invoice
  await restateInvoice(db, { id: invoice.id, status, refundedOn, reversedOn })
  for (const { line, refunded } of invoice.lines)
    await restateLine(db, { id: invoice.id, line, quantity: refunded.quantity, dollars: refunded.dollars })
}

const restateInvoice = preparedChange(['id', 'status', 'refundedOn', 'reversedOn'], (db, slots) =>
  db
    .updateTable('invoices')
    .set({ status: slots.status, refunded_on: slots.refundedOn, reversed_on: slots.reversedOn })
    .where('id', '=', slots.id),
)

const restateLine = preparedChange(['id', 'line', 'quantity', 'dollars'], (db, slots) =>
  db
    .updateTable('invoice_lines')
    .set({ refunded_quantity: slots.quantity, refunded_amount: slots.dollars })
    .where('invoice_id', '=', slots.id)
    .where('line', '=', slots.line),
)

const restatePayment = preparedChange(['id', 'payment', 'refunded', 'reversed'], (db, slots) =>
  db
    .updateTable('invoice_payments')
    .set({ refunded: slots.refunded, reversed: slots.reversed })
    .where('invoice_id', '=', slots.id)
    .where('payment', '=', slots.payment),
)

async function writePayments(db: WriteDb, changes: readonly InvoiceChange[]): Promise<void> {
  for (const { invoice, payments } of changes) {
    for (const { payment, refunded, reversed } of invoice.payments) {
      const entryNumber = payments.get(payment)
      if (entryNumber === undefined) {
        await restatePayment(db, { id: invoice.id, payment, refunded, reversed: reversed ? 1 : 0 })
      }
    }
  }
  const added = changes.flatMap(({ invoice, payments }) =>
    invoice.payments.flatMap(({ payment, tender, amount, failed, refunded, payerId, reversed }) => {
      const entry = payments.get(payment)
      if (entry === undefined) return []
      return [
        {
          invoice_id: invoice.id,
          payment,
          entry_number: entry,
          tender,
          amount,
          failed: failed ? 1 : 0,
          refunded,
          payer_id: payerId,
          reversed: reversed ? 1 : 0,
        },
      ]
    }),
  )
  await insertRows(db, 'invoice_payments', added)
}
