import type { ReadDb } from '../storage/database.ts'
import type { ActionName } from './books/command.ts'

/** How references begin where a school has none of the kind yet. */
const PREFIXES: Readonly<
  Record<Exclude<ActionName, 'invoice_payment' | 'invoice_refund' | 'invoice_void' | 'invoice_delete'>, string>
> = {
  add_to_package: 'CP-',
  package_payment: 'PAY-',
  package_refund: 'REF-',
  invoice: 'INV-',
  transfer_hours: 'TH-',
  transfer_funds: 'TF-',
  remove_from_package: 'RM-',
  account_deposit: 'DEP-',
  account_withdrawal: 'WD-',
}

export type MakingAction = keyof typeof PREFIXES

/** The next free reference of a kind: goes on from the latest one in the school's own style. */
export async function nextRef(db: ReadDb, action: MakingAction): Promise<string> {
  const latest = await db
    .selectFrom('entries')
    .select('ref')
    .where('action', '=', action)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [, prefix = PREFIXES[action], digits = '1000'] = /^(.*?)(\d{1,12})$/.exec(latest?.ref ?? '') ?? []
  for (let number = Number(digits) + 1; ; number++) {
    const ref = `${prefix}${String(number).padStart(digits.length, '0')}`
    const taken = await db
      .selectFrom('entries')
      .select('number')
      .where('ref', '=', ref)
      .where('action', '=', action)
      .limit(1)
      .executeTakeFirst()
    if (!taken) return ref
  }
}
