import type {
  AccountsMovement,
  FundsMovement,
  Liability,
  LiabilityPackageRow,
  LiabilityRow,
} from '../../../shared/contract/liability.ts'
import type { LiabilityTable } from '../../../shared/contract/exports.ts'
import { tableOf, type Column, type Table } from '../../documents/spreadsheet.ts'

const MOVEMENT: readonly Column<FundsMovement>[] = [
  { title: 'Opening', kind: 'money', value: (row) => row.opening },
  { title: 'Payments', kind: 'money', value: (row) => row.payments },
  { title: 'Transfers in', kind: 'money', value: (row) => row.transfersIn },
  { title: 'Transfers out', kind: 'money', value: (row) => row.transfersOut },
  { title: 'Drawn', kind: 'money', value: (row) => row.drawn },
  { title: 'Refunded', kind: 'money', value: (row) => row.refunded },
  { title: 'Given back', kind: 'money', value: (row) => row.givenBack },
  { title: 'Reversed', kind: 'money', value: (row) => row.reversed },
  { title: 'Brought over', kind: 'money', value: (row) => row.broughtOver },
  { title: 'Lapsed', kind: 'money', value: (row) => row.lapsed },
  { title: 'Closing', kind: 'money', value: (row) => row.closing },
]

type SplitRow = Pick<LiabilityRow, 'package' | 'name' | 'liability' | 'receivable'> & FundsMovement

const PACKAGES: readonly Column<SplitRow>[] = [
  { title: 'Package', kind: 'text', value: (row) => row.package },
  { title: 'Name', kind: 'text', value: (row) => row.name },
  ...MOVEMENT,
  { title: 'Liability', kind: 'money', value: (row) => row.liability },
  { title: 'Receivable', kind: 'money', value: (row) => row.receivable },
]

const CUSTOMER_PACKAGES: readonly Column<LiabilityPackageRow>[] = [
  { title: 'Reference', kind: 'text', value: (row) => row.ref },
  { title: 'Customer number', kind: 'text', value: (row) => row.customerNumber },
  { title: 'Customer', kind: 'text', value: (row) => row.customerName },
  { title: 'Package', kind: 'text', value: (row) => row.package },
  ...MOVEMENT,
]

const ACCOUNTS: readonly Column<AccountsMovement>[] = [
  { title: 'Opening', kind: 'money', value: (row) => row.opening },
  { title: 'Deposits', kind: 'money', value: (row) => row.deposits },
  { title: 'Transfers in', kind: 'money', value: (row) => row.transfersIn },
  { title: 'Given back', kind: 'money', value: (row) => row.givenBack },
  { title: 'Paid', kind: 'money', value: (row) => row.paid },
  { title: 'Withdrawals', kind: 'money', value: (row) => row.withdrawals },
  { title: 'Reversed', kind: 'money', value: (row) => row.reversed },
  { title: 'Brought over', kind: 'money', value: (row) => row.broughtOver },
  { title: 'Closing', kind: 'money', value: (row) => row.closing },
]

const UNFLOWN: readonly Column<Liability['unflown'][number]>[] = [
  { title: 'Code', kind: 'text', value: (row) => row.code },
  { title: 'Name', kind: 'text', value: (row) => row.name },
  { title: 'Kind', kind: 'text', value: (row) => row.kind },
  { title: 'Remaining', kind: 'quantity', value: (row) => row.quantity },
  { title: 'Dollars remaining', kind: 'money', value: (row) => row.dollars },
  { title: 'On removed packages', kind: 'quantity', value: (row) => row.removedQuantity },
  { title: 'Dollars on removed packages', kind: 'money', value: (row) => row.removedDollars },
]

type SalesRow = Liability['revenueTotal'] & { readonly code: string; readonly name: string; readonly kind: string }

const REVENUE: readonly Column<SalesRow>[] = [
  { title: 'Code', kind: 'text', value: (row) => row.code },
  { title: 'Name', kind: 'text', value: (row) => row.name },
  { title: 'Kind', kind: 'text', value: (row) => row.kind },
  { title: 'Sold', kind: 'money', value: (row) => row.sold },
  { title: 'Given back', kind: 'money', value: (row) => row.givenBack },
  { title: 'Revenue', kind: 'money', value: (row) => row.revenue },
  { title: 'Sales tax contained', kind: 'money', value: (row) => row.tax },
  { title: 'Without tax', kind: 'money', value: (row) => row.net },
]

const TAXES: readonly Column<Liability['taxes'][number]>[] = [
  { title: 'Tax percent', kind: 'percent', value: (row) => row.taxPercent },
  { title: 'Revenue', kind: 'money', value: (row) => row.revenue },
  { title: 'Sales tax contained', kind: 'money', value: (row) => row.tax },
  { title: 'Without tax', kind: 'money', value: (row) => row.net },
]

const SERIES: readonly Column<Liability['series']['points'][number]>[] = [
  { title: 'Date', kind: 'date', value: (row) => row.date },
  { title: 'Liability', kind: 'money', value: (row) => row.liability },
  { title: 'Receivable', kind: 'money', value: (row) => row.receivable },
  { title: 'Account balances', kind: 'money', value: (row) => row.accounts },
]

/** The tables of the liability report, totals included, as they leave the program. */
export function liabilityTables(
  report: Liability,
  customerPackages: readonly LiabilityPackageRow[],
): Readonly<Record<LiabilityTable, Table>> {
  const total = { ...report.total, package: 'Total', name: '' }
  const sales = { ...report.revenueTotal, code: 'Total', name: '', kind: '' }
  return {
    packages: tableOf('Package funds', PACKAGES, [...report.packages, total]),
    customerPackages: tableOf('Customer packages', CUSTOMER_PACKAGES, customerPackages),
    accounts: tableOf('Account balances', ACCOUNTS, [report.accounts]),
    unflown: tableOf('Unflown', UNFLOWN, report.unflown),
    revenue: tableOf('Revenue', REVENUE, [...report.revenue, sales]),
    taxes: tableOf('Sales tax', TAXES, report.taxes),
    series: tableOf('Over time', SERIES, report.series.points),
  }
}
