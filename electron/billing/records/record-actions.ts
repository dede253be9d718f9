/**
 * Entries of the ledger's chain that move no money: what the school knows, as it is from then on. Readings that mean
 * the actions of the billing rules leave them out.
 */
export const RECORD_ACTIONS = [
  'takeover',
  'erase',
  'record_school',
  'record_policy',
  'record_catalogue',
  'record_package',
  'record_customer',
  'record_user',
  'record_role',
  'record_closing',
  'record_reopening',
  'record_statement',
  'record_correction',
] as const

export type RecordAction = (typeof RECORD_ACTIONS)[number]

/** Whether an entry is a record; otherwise it is an action of the billing rules. */
export function isRecord(action: string): action is RecordAction {
  return (RECORD_ACTIONS as readonly string[]).includes(action)
}
