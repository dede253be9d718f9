import type { ColumnType, Generated } from 'kysely'

/** Never changed once written: the column may be inserted and read. */
type Fixed<T> = ColumnType<T, T, never>

/** One entry of the ledger. The database refuses update and delete. */
export interface EntriesTable {
  number: Fixed<number>
  date: Fixed<string>
  /** milliseconds since 1970, UTC */
  recorded_at: Fixed<number>
  user_id: Fixed<number>
  action: Fixed<string>
  ref: Fixed<string>
  note: Fixed<string>
  /** the command as given, canonical JSON: what the export and the comparison of a second import read */
  document: Fixed<string>
  /** SHA-256 over the hash before and this entry's content */
  hash: Fixed<Uint8Array>
}

/** A ledger account. Its identity never changes; its balance is kept in account_balances. */
export interface AccountsTable {
  id: Fixed<number>
  kind: Fixed<string>
  /** the customer package, customer, invoice or catalogue entry that it belongs to; 0 for the school's own */
  owner: Fixed<number>
  /** the line of a customer package; 0 where there is none */
  line: Fixed<number>
  /** what its quantities count: a code of the catalogue; empty where it holds money only */
  commodity: Fixed<string>
  /** the entry that opened it, whose hash covers this row */
  opened_by: Fixed<number>
}

export interface PostingsTable {
  entry_number: Fixed<number>
  /** order within the entry, from 1 */
  place: Fixed<number>
  account_id: Fixed<number>
  /** hundredths of the account's commodity */
  quantity: Fixed<number>
  /** minor units of the school's currency */
  amount: Fixed<number>
}

export interface AccountBalancesTable {
  account_id: Fixed<number>
  quantity: number
  amount: number
}

/** Which customer packages an entry concerns, as what, with what amount. */
export interface HistoryTable {
  customer_package_id: Fixed<number>
  entry_number: Fixed<number>
  action: Fixed<string>
  amount: Fixed<number>
}

/** The first answer to each command id. */
export interface CommandsTable {
  id: Fixed<string>
  call: Fixed<string>
  /** SHA-256 of the input, hexadecimal: the same id with another input is refused */
  input_hash: Fixed<string>
  answer: Fixed<string>
  recorded_at: Fixed<number>
}

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

export interface Tables {
  entries: EntriesTable
  accounts: AccountsTable
  postings: PostingsTable
  account_balances: AccountBalancesTable
  history: HistoryTable
  commands: CommandsTable
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
  preferences: PreferencesTable
}
