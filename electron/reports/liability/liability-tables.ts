import type {
  AccountsMovement,
  FundsMovement,
  Liability,
  LiabilityPackageRow,
  LiabilityRow,
} from '../../../shared/contract/liability.ts'
import type { LiabilityTable } from '../../../shared/contract/exports.ts'
import { say } from '../../../shared/words/say.ts'
import { tableOf, type Column, type Table } from '../../documents/spreadsheet.ts'

const MOVEMENT: readonly Column<FundsMovement>[] = [
  { title: say('reports.opening'), kind: 'money', value: (row) => row.opening },
  { title: say('reports.payments'), kind: 'money', value: (row) => row.payments },
  { title: say('reports.transfers_in'), kind: 'money', value: (row) => row.transfersIn },
  { title: say('reports.transfers_out'), kind: 'money', value: (row) => row.transfersOut },
  { title: say('reports.drawn'), kind: 'money', value: (row) => row.drawn },
  { title: say('reports.refunded'), kind: 'money', value: (row) => row.refunded },
  { title: say('reports.given_back'), kind: 'money', value: (row) => row.givenBack },
  { title: say('reports.reversed'), kind: 'money', value: (row) => row.reversed },
  { title: say('reports.brought_over'), kind: 'money', value: (row) => row.broughtOver },
  { title: say('reports.lapsed'), kind: 'money', value: (row) => row.lapsed },
  { title: say('reports.closing'), kind: 'money', value: (row) => row.closing },
]

type SplitRow = Pick<LiabilityRow, 'package' | 'name' | 'liability' | 'receivable'> & FundsMovement

const PACKAGES: readonly Column<SplitRow>[] = [
  { title: say('reports.package'), kind: 'text', value: (row) => row.package },
  { title: say('reports.name'), kind: 'text', value: (row) => row.name },
  ...MOVEMENT,
  { title: say('reports.liability'), kind: 'money', value: (row) => row.liability },
  { title: say('reports.receivable'), kind: 'money', value: (row) => row.receivable },
]

const CUSTOMER_PACKAGES: readonly Column<LiabilityPackageRow>[] = [
  { title: say('reports.reference'), kind: 'text', value: (row) => row.ref },
  { title: say('reports.customer_number'), kind: 'text', value: (row) => row.customerNumber },
  { title: say('reports.customer'), kind: 'text', value: (row) => row.customerName },
  { title: say('reports.package'), kind: 'text', value: (row) => row.package },
  ...MOVEMENT,
]

const ACCOUNTS: readonly Column<AccountsMovement>[] = [
  { title: say('reports.opening'), kind: 'money', value: (row) => row.opening },
  { title: say('reports.deposits'), kind: 'money', value: (row) => row.deposits },
  { title: say('reports.transfers_in'), kind: 'money', value: (row) => row.transfersIn },
  { title: say('reports.given_back'), kind: 'money', value: (row) => row.givenBack },
  { title: say('reports.paid'), kind: 'money', value: (row) => row.paid },
  { title: say('reports.withdrawals'), kind: 'money', value: (row) => row.withdrawals },
  { title: say('reports.reversed'), kind: 'money', value: (row) => row.reversed },
  { title: say('reports.brought_over'), kind: 'money', value: (row) => row.broughtOver },
  { title: say('reports.closing'), kind: 'money', value: (row) => row.closing },
]

const UNFLOWN: readonly Column<Liability['unflown'][number]>[] = [
  { title: say('reports.code'), kind: 'text', value: (row) => row.code },
  { title: say('reports.name'), kind: 'text', value: (row) => row.name },
  { title: say('reports.kind'), kind: 'text', value: (row) => row.kind },
  { title: say('reports.remaining'), kind: 'quantity', value: (row) => row.quantity },
  { title: say('reports.dollars_remaining'), kind: 'money', value: (row) => row.dollars },
  { title: say('reports.on_removed_packages'), kind: 'quantity', value: (row) => row.removedQuantity },
  { title: say('reports.dollars_on_removed_packages'), kind: 'money', value: (row) => row.removedDollars },
]

type SalesRow = Liability['revenueTotal'] & { readonly code: string; readonly name: string; readonly kind: string }

const REVENUE: readonly Column<SalesRow>[] = [
  { title: say('reports.code'), kind: 'text', value: (row) => row.code },
  { title: say('reports.name'), kind: 'text', value: (row) => row.name },
  { title: say('reports.kind'), kind: 'text', value: (row) => row.kind },
  { title: say('reports.sold'), kind: 'money', value: (row) => row.sold },
  { title: say('reports.given_back'), kind: 'money', value: (row) => row.givenBack },
  { title: say('reports.revenue'), kind: 'money', value: (row) => row.revenue },
  { title: say('reports.sales_tax_contained'), kind: 'money', value: (row) => row.tax },
  { title: say('reports.without_tax'), kind: 'money', value: (row) => row.net },
]

const TAXES: readonly Column<Liability['taxes'][number]>[] = [
  { title: say('reports.tax_percent'), kind: 'percent', value: (row) => row.taxPercent },
  { title: say('reports.revenue'), kind: 'money', value: (row) => row.revenue },
  { title: say('reports.sales_tax_contained'), kind: 'money', value: (row) => row.tax },
  { title: say('reports.without_tax'), kind: 'money', value: (row) => row.net },
]

const SERIES: readonly Column<Liability['series']['points'][number]>[] = [
  { title: say('reports.date'), kind: 'date', value: (row) => row.date },
  { title: say('reports.liability'), kind: 'money', value: (row) => row.liability },
  { title: say('reports.receivable'), kind: 'money', value: (row) => row.receivable },
  { title: say('reports.account_balances'), kind: 'money', value: (row) => row.accounts },
]

/** The tables of the liability report, totals included, as they leave the program. */
export function liabilityTables(
  report: Liability,
  customerPackages: readonly LiabilityPackageRow[],
): Readonly<Record<LiabilityTable, Table>> {
  const total = { ...report.total, package: say('reports.total'), name: '' }
  const sales = { ...report.revenueTotal, code: say('reports.total'), name: '', kind: '' }
  return {
    packages: tableOf(say('reports.package_funds'), PACKAGES, [...report.packages, total]),
    customerPackages: tableOf(say('reports.customer_packages'), CUSTOMER_PACKAGES, customerPackages),
    accounts: tableOf(say('reports.account_balances'), ACCOUNTS, [report.accounts]),
    unflown: tableOf(say('reports.unflown'), UNFLOWN, report.unflown),
    revenue: tableOf(say('reports.revenue'), REVENUE, [...report.revenue, sales]),
    taxes: tableOf(say('reports.sales_tax'), TAXES, report.taxes),
    series: tableOf(say('reports.over_time'), SERIES, report.series.points),
  }
}
