import type { BusinessDate } from '../../../shared/dates.ts'
import type { WriteDb } from '../../storage/database.ts'
import { foldText } from '../../storage/search-text.ts'
import { preparedForIds } from '../../storage/prepared-for-ids.ts'
import { insertRows, updateRow } from '../../storage/insert-rows.ts'
import { indexWords } from '../../storage/search-index.ts'
import { funds, hoursOf, leastHoursOf, owed, statusOf, type CustomerPackage } from '../customer-package.ts'
import type { Invoice } from '../invoice.ts'
import { writeRestatedPacks } from './changed-packs-store.ts'
import { writeMerge } from './merges-store.ts'
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
  /** `written`: as its row stands; undefined where it has none, as a new one */
  readonly changedPacks: readonly { readonly pack: CustomerPackage; readonly written: CustomerPackage | undefined }[]
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
  const names = await namesOf(db, [...changes.newPacks, ...changes.renamedPacks])
  await writeListRows(db, changes.changedPacks, names)
  await indexWords(db, [...names.values()].map(wordsOf))
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

/** New rows and renamed ones whole, with the names that they sort by; of the others the columns that changed. */
async function writeListRows(db: WriteDb, changed: BookChanges['changedPacks'], names: ReadonlyMap<number, Names>) {
  const rows = []
  for (const { pack, written } of changed) {
    const name = names.get(pack.id)
    if (name) {
      rows.push({
        customer_package_id: pack.id,
        customer_id: pack.customerId,
        customer_sort: foldText(name.customer),
        package_sort: foldText(name.package),
        ...listRow(pack),
      })
    } else if (written)
      await updateRow(db, 'package_list', { customer_package_id: pack.id }, changesOf(listRow(written), listRow(pack)))
    else throw new Error(`${pack.ref} has no customer or no package`)
  }
  await insertRows(db, 'package_list', rows, ['customer_package_id'])
}

function listRow(pack: CustomerPackage) {
  const hours = hoursOf(pack)
  return {
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
}

/** The columns of a row that are other ones now. */
function changesOf<Row extends object>(before: Row, after: Row): Partial<Row> {
  const changed = Object.entries(after).filter(([column, value]) => before[column as keyof Row] !== value)
  return Object.fromEntries(changed) as Partial<Row>
}

type Names = Awaited<ReturnType<typeof sortNames>>[number]

const sortNames = preparedForIds((db, ids) =>
  db
    .selectFrom('customer_packages as p')
    .innerJoin('customers as c', 'c.id', 'p.customer_id')
    .innerJoin('packages as k', 'k.id', 'p.package_id')
    .select(['p.id', 'p.ref', 'c.name as customer', 'c.number', 'k.name as package', 'k.code'])
    .where('p.id', 'in', ids),
)

/** By its id, what a customer package is found and sorted by. */
async function namesOf(db: WriteDb, packs: readonly CustomerPackage[]): Promise<ReadonlyMap<number, Names>> {
  if (packs.length === 0) return new Map()
  const ids = packs.map(({ id }) => id)
  return new Map((await sortNames(db, ids)).map((row) => [row.id, row]))
}

function wordsOf(row: Names): { readonly id: number; readonly words: string } {
  return { id: row.id, words: [row.customer, row.number, row.package, row.code, row.ref].join(' ') }
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
  await updateRow(db, 'invoices', { id: invoice.id }, { status, refunded_on: refundedOn, reversed_on: reversedOn })
  for (const line of invoice.lines) {
    const refunded = { refunded_quantity: line.refunded.quantity, refunded_amount: line.refunded.dollars }
    await updateRow(db, 'invoice_lines', { invoice_id: invoice.id, line: line.line }, refunded)
  }
}

async function writePayments(db: WriteDb, changed: readonly InvoiceChange[]): Promise<void> {
  for (const { invoice, payments } of changed) {
    for (const { payment, refunded, reversed } of invoice.payments) {
      const entryNumber = payments.get(payment)
      if (entryNumber === undefined) {
        const changes = { refunded, reversed: reversed ? 1 : 0 }
        await updateRow(db, 'invoice_payments', { invoice_id: invoice.id, payment }, changes)
      }
    }
  }
  const added = changed.flatMap(({ invoice, payments }) =>
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
