import type { WriteDb } from '../../storage/database.ts'

/**
 * Takes the person's texts out of the lines that banks and processors reported, where a line was settled with payments
 * of these customers and of nobody else. Days, amounts and references stay, and so does what a line is recognised by.
 */
export async function eraseReported(
  db: WriteDb,
  customers: readonly number[],
  texts: readonly string[],
  instead: string,
): Promise<void> {
  if (texts.length === 0) return
  const own = await ownPayments(db, customers)
  const settled = await db.selectFrom('reconcile_settled_payments').select(['settlement_id', 'entry_number']).execute()
  const settlements = [...Map.groupBy(settled, ({ settlement_id }) => settlement_id)]
    .filter(([, payments]) => payments.every(({ entry_number }) => own.has(entry_number)))
    .map(([id]) => id)
  const lines = await db
    .selectFrom('reconcile_settled_lines as s')
    .innerJoin('reconcile_lines as l', 'l.id', 's.line_id')
    .select(['l.id', 'l.name', 'l.text'])
    .where('s.settlement_id', 'in', settlements)
    .execute()
  const pattern = new RegExp(texts.map(anyWriting).join('|'), 'giu')
  const without = (text: string) => text.replaceAll(pattern, instead)
  for (const { id, name, text } of lines) {
    if (without(name) === name && without(text) === text) continue
    await db
      .updateTable('reconcile_lines')
      .set({ name: without(name), text: without(text) })
      .where('id', '=', id)
      .execute()
  }
}

/** A text in any letters, with blanks or line ends between its words, as a regular expression. */
function anyWriting(text: string): string {
  const words = text.trim().split(/\s+/)
  return words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
}

/** Entries that moved the account, the packages or the invoices of these customers. */
async function ownPayments(db: WriteDb, customers: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('postings as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select('p.entry_number')
    .distinct()
    .where((eb) =>
      eb.or([
        eb.and([eb('a.kind', '=', 'customer_account'), eb('a.owner', 'in', customers)]),
        eb.and([
          eb('a.kind', 'in', ['package_paid', 'package_drawn']),
          eb('a.owner', 'in', eb.selectFrom('customer_packages').select('id').where('customer_id', 'in', customers)),
        ]),
      ]),
    )
    .union(
      db
        .selectFrom('invoice_payments as p')
        .innerJoin('invoices as i', 'i.id', 'p.invoice_id')
        .select('p.entry_number')
        .where('i.customer_id', 'in', customers),
    )
    .execute()
  return new Set(rows.map(({ entry_number }) => entry_number))
}
