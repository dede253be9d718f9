import type { Generated } from 'kysely'
import type { Fixed } from './ledger-tables.ts'

/** Who reports payments: a processor, a bank, an accounting program. */
export interface ReconcileSourcesTable {
  id: Generated<number>
  name: string
  /** JSON: the tenders of which it reports */
  tenders: string
  /** JSON: how it writes its files */
  mapping: string
}

export interface ReconcileFilesTable {
  id: Generated<number>
  source_id: Fixed<number>
  name: Fixed<string>
  user_id: Fixed<number>
  /** milliseconds since 1970, UTC */
  taken_at: Fixed<number>
}

/** A line of a file, or a part into which one was split. Amounts in minor units. */
export interface ReconcileLinesTable {
  id: Generated<number>
  file_id: Fixed<number>
  source_id: Fixed<number>
  row: Fixed<number>
  /** the line of which it is a part; null: it stands in the file */
  part_of: Fixed<number | null>
  /** 1: parts stand for it */
  split: number
  date: Fixed<string>
  amount: Fixed<number>
  fee: Fixed<number>
  reference: Fixed<string>
  name: string
  text: string
  payout: Fixed<string>
  /** what the same line is recognised by in another file; null for a part */
  fingerprint: Fixed<string | null>
}

/** What was settled. The database refuses update and delete. */
export interface ReconcileSettlementsTable {
  id: Generated<number>
  source_id: Fixed<number>
  kind: Fixed<string>
  /** lines - payments, in minor units */
  difference: Fixed<number>
  note: Fixed<string>
  user_id: Fixed<number>
  settled_at: Fixed<number>
}

export interface ReconcileSettledLinesTable {
  settlement_id: Fixed<number>
  line_id: Fixed<number>
}

export interface ReconcileSettledPaymentsTable {
  settlement_id: Fixed<number>
  entry_number: Fixed<number>
  tender: Fixed<string>
}

/** What opened a settlement again. The database refuses update and delete. */
export interface ReconcileReopeningsTable {
  settlement_id: Fixed<number>
  user_id: Fixed<number>
  reopened_at: Fixed<number>
}

/** Pairs that do not belong together, as somebody said. */
export interface ReconcileRejectionsTable {
  source_id: Fixed<number>
  /** line ids, then payment keys */
  pair: Fixed<string>
}
