import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

/** What a rebuild mends: rows that follow from the ledger, in tables of every kind. */
const DAMAGE = [
  'update account_balances set amount = amount + 1',
  "update customers set name = 'Somebody Else'",
  'update invoice_lines set quantity = quantity + 1',
  'delete from package_list',
]

/** Damages rows that follow from the ledger, all of them at once. */
export function damageRows(data: string): void {
  const raw = new SqliteDatabase(join(data, 'school.blocktime'))
  raw.pragma('foreign_keys = OFF')
  raw.pragma('synchronous = FULL')
  raw.transaction(() => {
    for (const change of DAMAGE) raw.exec(change)
  })()
  raw.close()
}
