import type { Customer } from '../../../shared/contract/customers.ts'
import { matchesWords, searchWords } from '../../../shared/search-words.ts'
import { asCustomers } from '../../billing/customer-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { mergedRecords } from './merged-records-store.ts'
import { cursorPlace, cursorText } from './cursor.ts'

export interface CustomersChoice {
  readonly search: string
  readonly active: boolean | null
  readonly after: string | null
  readonly limit: number
}

const ROWS_AT_ONCE = 2_000

/**
 * One page of customers by number; searched by the beginning of any word of name, number or email. A record that was
 * merged is none of its own: what is written in it finds the customer that it belongs to now.
 */
export async function customersPage(
  db: ReadDb,
  choice: CustomersChoice,
): Promise<{ rows: Customer[]; next: string | null }> {
  const words = searchWords(choice.search)
  // Signs are in no word: a search of nothing but signs finds nothing.
  if (words.length === 0 && choice.search.trim() !== '') return { rows: [], next: null }
  const found: Parameters<typeof asCustomers>[1][number][] = []
  let after = placeOf(choice.after)
  const merged = words.length === 0 ? null : await mergedRecords(db)
  const atOnce = words.length === 0 ? choice.limit + 1 : ROWS_AT_ONCE
  for (;;) {
    let query = db.selectFrom('customers').selectAll()
    if (choice.active !== null) query = query.where('active', '=', choice.active ? 1 : 0)
    if (after !== null) query = query.where('number', '>', after)
    const rows = await query.orderBy('number').limit(atOnce).execute()
    for (const row of rows) {
      if (row.merged_into !== null) continue
      const records = [row, ...(merged?.get(row.id) ?? [])]
      if (records.some(({ name, number, email }) => matchesWords([name, number, email], words))) found.push(row)
    }
    after = rows.at(-1)?.number ?? null
    if (found.length > choice.limit || rows.length < atOnce) break
  }
  const page = found.slice(0, choice.limit)
  const last = page.at(-1)
  return {
    rows: await asCustomers(db, page),
    next: found.length > choice.limit && last ? cursorText([last.number]) : null,
  }
}

function placeOf(after: string | null): string | null {
  const [number] = (after === null ? undefined : cursorPlace(after)) ?? []
  return typeof number === 'string' ? number : null
}
