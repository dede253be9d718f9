import type { Customer } from '../../../shared/contract/customers.ts'
import type { InvoiceRow } from '../../../shared/contract/invoices.ts'
import type { PackageRow } from '../../../shared/contract/packages.ts'
import { tableOf, type Column, type Table } from '../../documents/spreadsheet.ts'

const PACKAGES: readonly Column<PackageRow>[] = [
  { title: 'Reference', kind: 'text', value: (row) => row.ref },
  { title: 'Customer number', kind: 'text', value: (row) => row.customerNumber },
  { title: 'Customer', kind: 'text', value: (row) => row.customerName },
  { title: 'Package', kind: 'text', value: (row) => row.packageName },
  { title: 'Status', kind: 'text', value: (row) => inWords(row.status) },
  { title: 'Hours included', kind: 'quantity', value: (row) => row.hoursIncluded },
  { title: 'Hours remaining', kind: 'quantity', value: (row) => row.hoursRemaining },
  { title: 'Price', kind: 'money', value: (row) => row.price },
  { title: 'Paid', kind: 'money', value: (row) => row.paid },
  { title: 'Owed', kind: 'money', value: (row) => row.owed },
  { title: 'Package funds', kind: 'money', value: (row) => row.funds },
  { title: 'Last activity', kind: 'date', value: (row) => row.lastActivity },
]

/** Rows of the Packages tab. */
export function packagesTable(rows: readonly PackageRow[]): Table {
  return tableOf('Packages', PACKAGES, rows)
}

const INVOICES: readonly Column<InvoiceRow>[] = [
  { title: 'Reference', kind: 'text', value: (row) => row.ref },
  { title: 'Date', kind: 'date', value: (row) => row.date },
  { title: 'Customer number', kind: 'text', value: (row) => row.customerNumber },
  { title: 'Customer', kind: 'text', value: (row) => row.customerName },
  { title: 'Status', kind: 'text', value: (row) => inWords(row.status) },
  { title: 'Total', kind: 'money', value: (row) => row.total },
  { title: 'Due', kind: 'money', value: (row) => row.due },
]

/** Rows of the Invoices tab. */
export function invoicesTable(rows: readonly InvoiceRow[]): Table {
  return tableOf('Invoices', INVOICES, rows)
}

const CUSTOMERS: readonly Column<Customer>[] = [
  { title: 'Number', kind: 'text', value: (row) => row.number },
  { title: 'Name', kind: 'text', value: (row) => row.name },
  { title: 'Email', kind: 'text', value: (row) => row.email },
  { title: 'Phone', kind: 'text', value: (row) => row.phone },
  { title: 'Active', kind: 'text', value: (row) => (row.active ? 'yes' : 'no') },
]

/** Rows of the customers' list. */
export function customersTable(rows: readonly Customer[]): Table {
  return tableOf('Customers', CUSTOMERS, rows)
}

/** A state as the screens write it: partially_paid is "Partially paid". */
function inWords(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1).replaceAll('_', ' ')
}
