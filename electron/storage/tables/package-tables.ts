import type { Fixed } from './ledger-tables.ts'

export interface CustomerPackagesTable {
  id: Fixed<number>
  ref: Fixed<string>
  /** another one after a merge */
  customer_id: number
  package_id: Fixed<number>
  added: Fixed<string>
  /** what its lines come to; lapsing lowers it */
  price: number
  /** the agreed price of the whole, and the list price that it stands for; null: sold at the list price */
  agreed_price: Fixed<number | null>
  list_price: Fixed<number | null>
  /** the last day on which something may be invoiced from it; null: it never ends */
  last_valid: string | null
  /** the day on which its customer was removed from it */
  removed_on: string | null
}

/** Frozen at the moment of adding. */
export interface CustomerPackageLinesTable {
  customer_package_id: Fixed<number>
  line: Fixed<number>
  code: Fixed<string>
  rate: Fixed<number>
  tax_percent: Fixed<number>
  /** hundredths that adjustments gave and have not taken back */
  adjusted: number
}

/** Who may fly from somebody else's package, from a day on up to the day before another. */
export interface PackageMembersTable {
  customer_package_id: number
  customer_id: number
  from_date: string
  until_date: string | null
}

/** The Packages tab's row of each customer package, kept beside the ledger in the same transaction. */
export interface PackageListTable {
  customer_package_id: Fixed<number>
  customer_id: number
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
  last_valid: string | null
  /** the fewest hundredths left on an hour type of which some were used; null where none were */
  least_hours: number | null
}

export interface InvoicesTable {
  id: Fixed<number>
  ref: Fixed<string>
  customer_id: number
  date: Fixed<string>
  total: Fixed<number>
  status: string
  /** number of the entry that made it */
  entry_number: Fixed<number>
  /** the voided invoice that it replaces */
  corrects: number | null
  /** the last day on which something of it was refunded, and on which a payment of it was reversed */
  refunded_on: string | null
  reversed_on: string | null
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
  /** 1: its amount was agreed */
  agreed: Fixed<number>
}

export interface InvoicePaymentsTable {
  invoice_id: Fixed<number>
  payment: Fixed<number>
  entry_number: Fixed<number>
  tender: Fixed<string>
  amount: Fixed<number>
  failed: Fixed<number>
  refunded: number
  /** who paid, where it was not the customer */
  payer_id: number | null
  /** 1: it was taken back since */
  reversed: number
}
