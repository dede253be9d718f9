import type { Liability, LiabilityPackageRow, LiabilityRow, Period } from '../../../shared/contract/liability.ts'
import { cents } from '../../../shared/money.ts'
import { CUSTOMER_KINDS, INVOICE_KINDS } from '../../billing/account-names.ts'
import type { ReadDb } from '../../storage/database.ts'
import { accountsMovement, fundsMovement } from './liability-funds.ts'
import { insistEqual, moneyProof } from './liability-proof.ts'
import { revenue } from './liability-revenue.ts'
import { liabilitySeries } from './liability-series.ts'
import { fundsSplit } from './liability-split.ts'
import { fundsByAction, sumsByAction, type FundsSums } from './liability-sums.ts'
import { unflown } from './liability-unflown.ts'

/**
 * What the school owes its customers at the end of a period, and how it came to that. Reads the ledger by business
 * date; throws where any part of it does not tie out to the ledger's accounts to the minor unit.
 */
export async function liabilityReport(db: ReadDb, period: Period): Promise<Liability> {
  const funds = await fundsByAction(db, period, 'package')
  const packages = await packageRows(db, period, funds)
  const total = fundsMovement(funds)
  const accounts = accountsMovement(await sumsByAction(db, CUSTOMER_KINDS, period))
  const open = await sumsByAction(db, INVOICE_KINDS, period)
  const opening = -open.reduce((sum, { before }) => sum + before, 0)
  const closing = opening - open.reduce((sum, { debits, credits }) => sum + debits + credits, 0)
  const sum = (value: (row: LiabilityRow) => number) => packages.reduce((all, row) => all + value(row), 0)
  const report: Liability = {
    packages,
    total: { ...total, liability: cents(sum((row) => row.liability)), receivable: cents(sum((row) => row.receivable)) },
    accounts,
    onOpenInvoices: { opening: cents(opening), closing: cents(closing) },
    unflown: await unflown(db, period.to),
    ...(await revenue(db, period)),
    series: await liabilitySeries(db, period),
    proof: await moneyProof(db, period.to),
  }
  insistTied(report)
  return report
}

async function packageRows(db: ReadDb, period: Period, funds: readonly FundsSums[]): Promise<LiabilityRow[]> {
  const sums = Map.groupBy(funds, ({ group }) => group)
  const split = new Map((await fundsSplit(db, period.to)).map((row) => [row.package, row]))
  const packages = await db.selectFrom('packages').select(['id', 'code', 'name']).orderBy('id').execute()
  return packages.flatMap(({ id, code, name }) => {
    const own = sums.get(id)
    if (!own) return []
    const { liability = 0, receivable = 0 } = split.get(id) ?? {}
    return [{ package: code, name, ...fundsMovement(own), liability: cents(liability), receivable: cents(receivable) }]
  })
}

/** How the funds of each customer package moved, of one package or of all; those that never had any are left out. */
export async function liabilityByCustomerPackage(
  db: ReadDb,
  period: Period,
  code: string | null,
): Promise<LiabilityPackageRow[]> {
  const sums = Map.groupBy(await fundsByAction(db, period, 'customer_package'), ({ group }) => group)
  const rows = await db
    .selectFrom('customer_packages as c')
    .innerJoin('customers as k', 'k.id', 'c.customer_id')
    .innerJoin('packages as p', 'p.id', 'c.package_id')
    .select(['c.id', 'c.ref', 'k.number', 'k.name', 'p.code'])
    .$if(code !== null, (query) => query.where('p.code', '=', code ?? ''))
    .orderBy('c.ref')
    .execute()
  return rows.flatMap((row) => {
    const own = sums.get(row.id)
    const { ref, number, name } = row
    return own ? [{ ref, customerNumber: number, customerName: name, package: row.code, ...fundsMovement(own) }] : []
  })
}

function insistTied({ packages, total, accounts, onOpenInvoices, series, proof }: Liability): void {
  const funds = proof.packageFunds
  insistEqual('closing package funds', total.closing, funds)
  insistEqual(
    'the funds of all packages',
    packages.reduce((sum, { closing }) => sum + closing, 0),
    funds,
  )
  insistEqual('liability less receivable', total.liability - total.receivable, funds)
  insistEqual('customers’ accounts', accounts.closing, proof.accounts)
  insistEqual('what is on open invoices', onOpenInvoices.closing, proof.onOpenInvoices)
  const last = series.points.at(-1)
  insistEqual('the end of the chart', (last?.liability ?? 0) - (last?.receivable ?? 0), funds)
  insistEqual('the accounts of the chart', last?.accounts ?? 0, proof.accounts)
}
