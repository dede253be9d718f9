import type { Generated } from 'kysely'
import type {
  SchoolTable,
  CatalogueTable,
  RatesTable,
  PackagesTable,
  PackageLinesTable,
  CustomersTable,
} from './school-tables.ts'
import type {
  CustomerPackagesTable,
  CustomerPackageLinesTable,
  PackageMembersTable,
  PackageListTable,
  InvoicesTable,
  InvoiceLinesTable,
  InvoicePaymentsTable,
} from './package-tables.ts'
import type {
  AccountBalancesTable,
  AccountsTable,
  CommandsTable,
  EntriesTable,
  Fixed,
  HistoryTable,
  LatestEntriesTable,
  PostingsTable,
} from './ledger-tables.ts'
import type { RecordMentionsTable, TextsTable } from './records-tables.ts'
import type {
  ReconcileFilesTable,
  ReconcileLinesTable,
  ReconcileRejectionsTable,
  ReconcileReopeningsTable,
  ReconcileSettledLinesTable,
  ReconcileSettledPaymentsTable,
  ReconcileSettlementsTable,
  ReconcileSourcesTable,
} from './reconcile-tables.ts'

/** Entries that were taken back, by which. */
export interface UndoneTable {
  entry_number: Fixed<number>
  by_entry: Fixed<number>
}

export interface UsersTable {
  id: Generated<number>
  username: Fixed<string>
  name: string
  role: string
  /** scrypt parameters, salt and key as text; null until an administrator sets a password */
  password: string | null
  failed_attempts: number
  /** milliseconds since 1970; no sign-in before it */
  locked_until: number
  customer_id: number | null
  active: number
}

export interface RolePermissionsTable {
  role: string
  permission: string
}

/** The dashboards of customers that a user was given access to: an instructor's students. */
export interface DashboardAccessTable {
  user_id: number
  customer_id: number
}

/** Sign-ins and refusals. The database refuses update and delete. */
export interface AuditListTable {
  id: Generated<number>
  at: Fixed<number>
  username: Fixed<string>
  event: Fixed<string>
  detail: Fixed<string>
}

/** What an issued statement rests on. Append-only. */
export interface StatementsTable {
  id: Generated<number>
  /** JSON of the choice: whom it is about, up to which day, from which */
  about: Fixed<string>
  customer_id: Fixed<number>
  date: Fixed<string>
  issued_at: Fixed<number>
  /** null: by the command line */
  user_id: Fixed<number | null>
  head_entry: Fixed<number>
  head_hash: Fixed<string>
  digest: Fixed<string>
}

export interface PoliciesTable {
  name: Fixed<string>
  /** JSON */
  value: string
}

/** What a user has settled for the own windows, by name. */
export interface PreferencesTable {
  user_id: Fixed<number>
  name: Fixed<string>
  value: string
}

/** The PIN by which a user returns to a desk, as electron/people/password.ts keeps it. */
export interface PinsTable {
  user_id: Fixed<number>
  kept: string
}

/** A closed day or period, signed off. The database refuses update and delete. */
export interface ClosingsTable {
  id: Generated<number>
  from_date: Fixed<string>
  to_date: Fixed<string>
  user_id: Fixed<number>
  /** milliseconds since 1970, UTC */
  closed_at: Fixed<number>
  /** number of the ledger's last entry at that moment; 0 in an empty ledger */
  last_entry: Fixed<number>
  /** JSON: what was expected, counted and explained */
  document: Fixed<string>
}

/** What made a closed period open again. The database refuses update and delete. */
export interface ClosingReopeningsTable {
  closing_id: Fixed<number>
  user_id: Fixed<number>
  reopened_at: Fixed<number>
  last_entry: Fixed<number>
  reason: Fixed<string>
}

/** What a verification found, for the Integrity page. */
export interface VerificationRunsTable {
  id: Generated<number>
  finished_at: Fixed<number>
  milliseconds: Fixed<number>
  /** null: in the background */
  user_id: Fixed<number | null>
  ok: Fixed<number>
  /** JSON: each check with what it found */
  checks: Fixed<string>
}

export interface Tables {
  package_members: PackageMembersTable
  rates: RatesTable
  undone: UndoneTable
  entries: EntriesTable
  accounts: AccountsTable
  postings: PostingsTable
  account_balances: AccountBalancesTable
  history: HistoryTable
  latest_entries: LatestEntriesTable
  commands: CommandsTable
  texts: TextsTable
  record_mentions: RecordMentionsTable
  school: SchoolTable
  catalogue: CatalogueTable
  packages: PackagesTable
  package_lines: PackageLinesTable
  customers: CustomersTable
  customer_packages: CustomerPackagesTable
  customer_package_lines: CustomerPackageLinesTable
  package_list: PackageListTable
  invoices: InvoicesTable
  invoice_lines: InvoiceLinesTable
  invoice_payments: InvoicePaymentsTable
  users: UsersTable
  role_permissions: RolePermissionsTable
  dashboard_access: DashboardAccessTable
  audit_list: AuditListTable
  policies: PoliciesTable
  statements: StatementsTable
  preferences: PreferencesTable
  pins: PinsTable
  closings: ClosingsTable
  closing_reopenings: ClosingReopeningsTable
  verification_runs: VerificationRunsTable
  reconcile_sources: ReconcileSourcesTable
  reconcile_files: ReconcileFilesTable
  reconcile_lines: ReconcileLinesTable
  reconcile_settlements: ReconcileSettlementsTable
  reconcile_settled_lines: ReconcileSettledLinesTable
  reconcile_settled_payments: ReconcileSettledPaymentsTable
  reconcile_reopenings: ReconcileReopeningsTable
  reconcile_rejections: ReconcileRejectionsTable
}
