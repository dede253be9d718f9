import type { Generated } from 'kysely'
import type {
  AccountBalancesTable,
  AccountsTable,
  CommandsTable,
  EntriesTable,
  Fixed,
  HistoryTable,
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

export interface SchoolTable {
  id: Fixed<number>
  name: string
  currency: string
  minor_digits: number
  time_zone: string
  locale: string
  address: string
  demonstration: number
  /** 1: package funds may go below zero (used before paid) */
  funds_below_zero: number
}

export interface CatalogueTable {
  id: Generated<number>
  code: Fixed<string>
  name: string
  kind: Fixed<string>
  /** ten-thousandths of the currency */
  rate: number
  /** ten-thousandths of a percent */
  tax_percent: number
  active: number
}

export interface PackagesTable {
  id: Generated<number>
  code: Fixed<string>
  name: string
  active: number
}

export interface PackageLinesTable {
  package_id: number
  line: number
  code: string
  quantity: number
  rate: number
}

export interface CustomersTable {
  id: Generated<number>
  number: Fixed<string>
  name: string
  email: string
  phone: string
  active: number
}

export interface CustomerPackagesTable {
  id: Fixed<number>
  ref: Fixed<string>
  customer_id: Fixed<number>
  package_id: Fixed<number>
  added: Fixed<string>
  price: Fixed<number>
}

/** Frozen at the moment of adding. */
export interface CustomerPackageLinesTable {
  customer_package_id: Fixed<number>
  line: Fixed<number>
  code: Fixed<string>
  rate: Fixed<number>
  tax_percent: Fixed<number>
}

/** The Packages tab's row of each customer package, kept beside the ledger in the same transaction. */
export interface PackageListTable {
  customer_package_id: Fixed<number>
  customer_id: Fixed<number>
  /** the customer's and the package's name as they sort: lower case, without accents */
  customer_sort: string
  package_sort: string
  status: string
  hours_included: number
  hours_remaining: number
  price: number
  paid: number
  owed: number
  funds: number
  last_activity: string
}

export interface InvoicesTable {
  id: Fixed<number>
  ref: Fixed<string>
  customer_id: Fixed<number>
  date: Fixed<string>
  total: Fixed<number>
  status: string
  /** number of the entry that made it */
  entry_number: Fixed<number>
  /** the voided invoice that it replaces */
  corrects: number | null
}

export interface InvoiceLinesTable {
  invoice_id: Fixed<number>
  line: Fixed<number>
  customer_package_id: Fixed<number | null>
  package_line: Fixed<number | null>
  code: Fixed<string>
  quantity: Fixed<number>
  rate: Fixed<number>
  tax_percent: Fixed<number>
  amount: Fixed<number>
  refunded_quantity: number
  refunded_amount: number
}

export interface InvoicePaymentsTable {
  invoice_id: Fixed<number>
  payment: Fixed<number>
  entry_number: Fixed<number>
  tender: Fixed<string>
  amount: Fixed<number>
  failed: Fixed<number>
  refunded: number
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
  entries: EntriesTable
  accounts: AccountsTable
  postings: PostingsTable
  account_balances: AccountBalancesTable
  history: HistoryTable
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
