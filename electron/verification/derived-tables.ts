import type { Tables } from '../storage/tables/tables.ts'

/** What everything else is made from. */
export const LOG_TABLES = ['entries', 'texts'] as const satisfies readonly (keyof Tables)[]

/** Rows that the hash of their entry covers, and that are compared entry by entry. */
export const COVERED_TABLES = ['accounts', 'postings', 'history'] as const satisfies readonly (keyof Tables)[]

/** Rows that follow from the log: they are made again and compared, whole, and can be made anew. Parents first. */
export const DERIVED_TABLES = [
  'account_balances',
  'school',
  'policies',
  'catalogue',
  'rates',
  'packages',
  'package_lines',
  'customers',
  'users',
  'role_permissions',
  'dashboard_access',
  'customer_packages',
  'customer_package_lines',
  'package_members',
  'package_list',
  'invoices',
  'invoice_lines',
  'invoice_payments',
  'undone',
  'latest_entries',
  'closings',
  'closing_reopenings',
  'statements',
  'record_mentions',
] as const satisfies readonly (keyof Tables)[]
export type DerivedTable = (typeof DERIVED_TABLES)[number]

/** The index of the Packages tab's search: compared by its words. */
export const DERIVED_INDEX = 'package_search'

/** Columns of derived tables that stay outside the log, each with the reason. */
export const OUTSIDE_COLUMNS: Readonly<Partial<Record<DerivedTable, Readonly<Record<string, string>>>>> = {
  users: {
    password: 'a secret: not even a commitment to it may stand where everybody with the file can read it',
    failed_attempts: 'a secret of the door: it changes with every sign-in, and the audit list has those',
    locked_until: 'a secret of the door, like the failed attempts',
  },
}

/** Tables that stay outside the log, each with the reason. */
export const OUTSIDE_TABLES: Readonly<Record<string, string>> = {
  audit_list:
    'sign-ins and refusals: they tell of people at the door, not of the school, and are append-only themselves',
  pins: 'a secret, like a password',
  commands: 'first answers, kept so that the same command is not done twice; nothing is read from them later',
  preferences: 'personal: how somebody likes the own windows',
  verification_runs: 'about the file, not about the school',
  reconcile_sources: 'how banks and processors write their files',
  reconcile_files: 'what banks and processors reported, which is no record of the school',
  reconcile_lines: 'what banks and processors reported, which is no record of the school',
  reconcile_settlements: 'which reported lines belong to which payments: it moves nothing, and is append-only itself',
  reconcile_settled_lines: 'see reconcile_settlements',
  reconcile_settled_payments: 'see reconcile_settlements',
  reconcile_reopenings: 'see reconcile_settlements',
  reconcile_rejections: 'see reconcile_settlements',
}

/** The columns of a table that are compared with no shadow. */
export function outsideColumns(table: DerivedTable): string[] {
  return Object.keys(OUTSIDE_COLUMNS[table] ?? {})
}

/**
 * The tables that have a shadow while the log is gone through: all that is made again. What that reads of covered
 * tables it reads where they lie: the hash of their entry says whether they are as they were.
 */
export const SHADOWED_TABLES: readonly string[] = [...DERIVED_TABLES, DERIVED_INDEX]
