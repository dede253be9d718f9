import { useQuery } from '@tanstack/react-query'
import type {
  FundsMovement,
  Liability,
  LiabilityRow,
  Period,
  RevenueRow,
  UnflownRow,
} from '../../shared/contract/liability.ts'
import { call } from '../api/call.ts'
import { Money } from '../ui/money.tsx'
import { Quantity } from '../ui/quantity.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import { moneyColumn, textColumn } from './columns.tsx'
import { LiabilityChart } from './liability-chart.tsx'
import { ReportFrame, ReportSection } from './report-frame.tsx'
import classes from './reports.module.css'

/** The liability report: what the school owes in unflown hours, how it came to that, and that it ties out. */
export function LiabilityPart({ period }: { period: Period }) {
  const query = useQuery({
    queryKey: ['reports', 'liability', period],
    queryFn: () => call('reports.liability', { period }),
  })
  return (
    <ReportFrame query={query} printed={{ report: 'liability', period, table: 'packages' }}>
      {(report) => (
        <>
          <Figures report={report} />
          <LiabilityChart points={report.series.points} />
          <ReportSection title="Package funds by package" exported={{ report: 'liability', period, table: 'packages' }}>
            <PlainTable
              label="Package funds by package"
              columns={FUNDS}
              rows={[...report.packages, { ...report.total, package: '', name: 'In total' }]}
              rowKey={(row) => row.package}
            />
          </ReportSection>
          <ReportSection title="Unflown hours and items" exported={{ report: 'liability', period, table: 'unflown' }}>
            <PlainTable
              label="Unflown hours and items"
              columns={UNFLOWN}
              rows={report.unflown}
              rowKey={({ code }) => code}
            />
          </ReportSection>
          <ReportSection title="Revenue drawn" exported={{ report: 'liability', period, table: 'revenue' }}>
            <PlainTable label="Revenue drawn" columns={REVENUE} rows={report.revenue} rowKey={({ code }) => code} />
          </ReportSection>
          <Proof report={report} />
        </>
      )}
    </ReportFrame>
  )
}

function Figures({ report }: { report: Liability }) {
  const figures = [
    ['Owed in package funds', report.total.liability],
    ['Used before it was paid', report.total.receivable],
    ['On customers’ accounts', report.accounts.closing],
    ['Sales tax in the revenue', report.revenueTotal.tax],
  ] as const
  return (
    <dl className={classes.figures}>
      {figures.map(([name, amount]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Money amount={amount} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type FundsRow = FundsMovement & Pick<LiabilityRow, 'package' | 'name'>

const FUNDS: readonly Column<FundsRow>[] = [
  textColumn('package', 'Package', ({ name }) => name),
  moneyColumn('opening', 'Opening', ({ opening }) => opening),
  moneyColumn('payments', 'Payments', ({ payments }) => payments),
  moneyColumn('in', 'Transfers in', ({ transfersIn }) => transfersIn),
  moneyColumn('out', 'Transfers out', ({ transfersOut }) => transfersOut),
  moneyColumn('drawn', 'Drawn', ({ drawn }) => drawn),
  moneyColumn('refunded', 'Refunded', ({ refunded }) => refunded),
  moneyColumn('back', 'Given back', ({ givenBack }) => givenBack),
  moneyColumn('reversed', 'Reversed', ({ reversed }) => reversed),
  moneyColumn('brought', 'Brought over', ({ broughtOver }) => broughtOver),
  moneyColumn('lapsed', 'Lapsed', ({ lapsed }) => lapsed),
  moneyColumn('closing', 'Closing', ({ closing }) => closing),
]

const UNFLOWN: readonly Column<UnflownRow>[] = [
  textColumn('name', 'Hours or item', ({ name, code }) => `${name} (${code})`),
  {
    id: 'quantity',
    header: 'Remaining',
    width: '120px',
    align: 'end',
    cell: ({ quantity, kind }) => <Quantity amount={quantity} kind={kind} />,
  },
  moneyColumn('dollars', 'Dollars', ({ dollars }) => dollars),
]

const REVENUE: readonly Column<RevenueRow>[] = [
  textColumn('name', 'Hours or item', ({ name, code }) => `${name} (${code})`),
  moneyColumn('sold', 'Sold', ({ sold }) => sold),
  moneyColumn('back', 'Given back', ({ givenBack }) => givenBack),
  moneyColumn('revenue', 'Revenue', ({ revenue }) => revenue),
  moneyColumn('tax', 'Sales tax in it', ({ tax }) => tax),
  moneyColumn('net', 'Net', ({ net }) => net),
]

/** The sentence that ties it out: everything collected is somewhere. */
function Proof({ report: { proof } }: { report: Liability }) {
  return (
    <p className={classes.proof}>
      It ties out: of <Money amount={proof.collected} /> collected since the beginning,{' '}
      <Money amount={proof.packageFunds} /> is package funds
      {proof.beforeAdding !== 0 && (
        <>
          , <Money amount={proof.beforeAdding} /> was paid before the package was added
        </>
      )}
      , <Money amount={proof.accounts} /> is on customers’ accounts, <Money amount={proof.onOpenInvoices} /> is on open
      invoices, and <Money amount={proof.revenue} /> is revenue.
    </p>
  )
}
