import type { Customer } from '../../../shared/contract/customers.ts'
import type { InvoiceRow } from '../../../shared/contract/invoices.ts'
import { PACKAGE_COLUMN_KEYS, PACKAGE_COLUMNS, type PackageRow } from '../../../shared/contract/package-columns.ts'
import { tableOf, type Column, type Table } from '../../documents/spreadsheet.ts'

const FILE_KINDS = {
  ref: 'text',
  text: 'text',
  quantity: 'quantity',
  money: 'money',
  date: 'date',
  day: 'date',
} as const

const PACKAGES: readonly Column<PackageRow>[] = PACKAGE_COLUMN_KEYS.flatMap((key) => {
  const { title, kind } = PACKAGE_COLUMNS[key]
  if (title === null) return []
  if (kind === 'status') return { title, kind: 'text', value: (row) => inWords(row.status) }
  return { title, kind: FILE_KINDS[kind], value: (row) => row[key] }
})

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
