import type { Customer } from '../../../shared/contract/customers.ts'
import type { InvoiceRow } from '../../../shared/contract/invoices.ts'
import { PACKAGE_COLUMN_KEYS, PACKAGE_COLUMNS, type PackageRow } from '../../../shared/contract/package-columns.ts'
import { categorySchema } from '../../../shared/contract/values.ts'
import { say } from '../../../shared/words/say.ts'
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

/** What remains of the hours of each category that there is, besides their sum. */
function categoryColumns(rows: readonly PackageRow[]): readonly Column<PackageRow>[] {
  const there = new Set(rows.flatMap(({ hours }) => hours.map(({ category }) => category)))
  if (there.size === 0 || (there.size === 1 && there.has(''))) return []
  return categorySchema.options
    .filter((category) => there.has(category))
    .map((category) => ({
      title: say('columns.hours_of', { category: category === '' ? 'none' : category }),
      kind: 'quantity',
      value: ({ hours }) => hours.find((own) => own.category === category)?.remaining ?? null,
    }))
}

/** Rows of the Packages tab. */
export function packagesTable(rows: readonly PackageRow[]): Table {
  return tableOf(say('reports.packages'), [...PACKAGES, ...categoryColumns(rows)], rows)
}

const INVOICES: readonly Column<InvoiceRow>[] = [
  { title: say('reports.reference'), kind: 'text', value: (row) => row.ref },
  { title: say('reports.date'), kind: 'date', value: (row) => row.date },
  { title: say('reports.customer_number'), kind: 'text', value: (row) => row.customerNumber },
  { title: say('reports.customer'), kind: 'text', value: (row) => row.customerName },
  { title: say('reports.status'), kind: 'text', value: (row) => inWords(row.status) },
  { title: say('reports.total'), kind: 'money', value: (row) => row.total },
  { title: say('reports.due'), kind: 'money', value: (row) => row.due },
]

/** Rows of the Invoices tab. */
export function invoicesTable(rows: readonly InvoiceRow[]): Table {
  return tableOf(say('reports.invoices'), INVOICES, rows)
}

const CUSTOMERS: readonly Column<Customer>[] = [
  { title: say('reports.number'), kind: 'text', value: (row) => row.number },
  { title: say('reports.name'), kind: 'text', value: (row) => row.name },
  { title: say('reports.email'), kind: 'text', value: (row) => row.email },
  { title: say('reports.phone'), kind: 'text', value: (row) => row.phone },
  { title: say('reports.active'), kind: 'text', value: (row) => (row.active ? 'yes' : 'no') },
]

/** Rows of the customers' list. */
export function customersTable(rows: readonly Customer[]): Table {
  return tableOf(say('reports.customers'), CUSTOMERS, rows)
}

/** A state as the screens write it: partially_paid is "Partially paid". */
function inWords(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1).replaceAll('_', ' ')
}
