import type { BusinessDate } from '../../../shared/dates.ts'
import type { WriteDb } from '../../storage/database.ts'
import { foldText } from '../../storage/search-text.ts'
import { indexWords } from '../../storage/search-index.ts'
import { funds, hoursOf, owed, statusOf, type CustomerPackage } from '../customer-package.ts'
import type { Invoice } from '../invoice.ts'

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
  readonly changedPacks: readonly { readonly pack: CustomerPackage; readonly lastActivity: BusinessDate }[]
  readonly invoices: readonly InvoiceChange[]
}

const ROWS_A_STATEMENT = 200

/** Writes the nouns of the books; the ledger's rows are written before. */
export async function flushBooks(db: WriteDb, changes: BookChanges): Promise<void> {
  for (const packs of parts(changes.newPacks)) await insertPacks(db, packs)
  for (const packs of parts(changes.changedPacks)) await writeListRows(db, packs)
  const names = await namesOf(db, changes.newPacks)
  for (const words of parts(names)) await indexWords(db, words)
  for (const invoices of parts(changes.invoices.filter(({ made }) => made))) await insertInvoices(db, invoices)
  for (const invoice of changes.invoices.filter(({ made }) => !made)) await updateInvoice(db, invoice)
  for (const invoices of parts(changes.invoices)) await writePayments(db, invoices)
}

async function insertPacks(db: WriteDb, packs: readonly CustomerPackage[]): Promise<void> {
  await db
    .insertInto('customer_packages')
    .values(
      packs.map(({ id, ref, customerId, packageId, added, price }) => ({
        id,
        ref,
        customer_id: customerId,
        package_id: packageId,
        added,
        price,
      })),
    )
    .execute()
  const lines = packs.flatMap((pack) =>
    pack.lines.map(({ line, code, rate, taxPercent }) => ({
      customer_package_id: pack.id,
      line,
      code,
      rate,
      tax_percent: taxPercent,
    })),
  )
  for (const part of parts(lines)) await db.insertInto('customer_package_lines').values(part).execute()
}

async function writeListRows(db: WriteDb, changed: BookChanges['changedPacks']): Promise<void> {
  const names = new Map(
    (
      await sortNames(
        db,
        changed.map(({ pack }) => pack),
      )
    ).map((row) => [row.id, row]),
  )
  const rows = changed.map(({ pack, lastActivity }) => {
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
      last_activity: lastActivity,
    }
  })
  await db
    .insertInto('package_list')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('customer_package_id').doUpdateSet((eb) => ({
        status: eb.ref('excluded.status'),
        hours_included: eb.ref('excluded.hours_included'),
        hours_remaining: eb.ref('excluded.hours_remaining'),
        paid: eb.ref('excluded.paid'),
        owed: eb.ref('excluded.owed'),
        funds: eb.ref('excluded.funds'),
        // A backdated entry does not make the last activity older.
        last_activity: eb
          .case()
          .when('excluded.last_activity', '>', eb.ref('package_list.last_activity'))
          .then(eb.ref('excluded.last_activity'))
          .else(eb.ref('package_list.last_activity'))
          .end(),
      })),
    )
    .execute()
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
      },
    ]
  })
  await db.insertInto('invoices').values(rows).execute()
  const lines = changes.flatMap(({ invoice }) => invoice.lines.map((line) => lineRow(invoice.id, line)))
  for (const part of parts(lines)) await db.insertInto('invoice_lines').values(part).execute()
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
  }
}

async function updateInvoice(db: WriteDb, { invoice }: InvoiceChange): Promise<void> {
  await db.updateTable('invoices').set({ status: invoice.status }).where('id', '=', invoice.id).execute()
  for (const line of invoice.lines) {
    await db
      .updateTable('invoice_lines')
      .set({ refunded_quantity: line.refunded.quantity, refunded_amount: line.refunded.dollars })
      .where('invoice_id', '=', invoice.id)
      .where('line', '=', line.line)
      .execute()
  }
}

async function writePayments(db: WriteDb, changes: readonly InvoiceChange[]): Promise<void> {
  for (const { invoice, payments } of changes) {
    for (const { payment, refunded } of invoice.payments) {
      const entryNumber = payments.get(payment)
      if (entryNumber === undefined) {
        await db
          .updateTable('invoice_payments')
          .set({ refunded })
          .where('invoice_id', '=', invoice.id)
          .where('payment', '=', payment)
          .execute()
      }
    }
  }
  const added = changes.flatMap(({ invoice, payments }) =>
    invoice.payments.flatMap(({ payment, tender, amount, failed, refunded }) => {
      const entry = payments.get(payment)
      if (entry === undefined) return []
      return [
        { invoice_id: invoice.id, payment, entry_number: entry, tender, amount, failed: failed ? 1 : 0, refunded },
      ]
    }),
  )
  for (const part of parts(added)) await db.insertInto('invoice_payments').values(part).execute()
}

function parts<T>(rows: readonly T[]): T[][] {
  const result: T[][] = []
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    result.push(rows.slice(start, start + ROWS_A_STATEMENT))
  return result
}
