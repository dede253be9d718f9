import { useQuery } from '@tanstack/react-query'
import type {
  FundsMovement,
  Liability,
  LiabilityRow,
  Period,
  RevenueRow,
  UnflownRow,
} from '../../shared/contract/liability.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { Money } from '../ui/money.tsx'
import { Quantity } from '../ui/quantity.tsx'
import { useSchool } from '../ui/school.tsx'
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
          <ReportSection
            title={say('reports.package_funds_by_package')}
            exported={{ report: 'liability', period, table: 'packages' }}
          >
            <FundsTable rows={[...report.packages, { ...report.total, package: '', name: say('reports.in_total') }]} />
          </ReportSection>
          <ReportSection
            title={say('reports.unflown_hours_and_items')}
            exported={{ report: 'liability', period, table: 'unflown' }}
          >
            <PlainTable
              label={say('reports.unflown_hours_and_items')}
              columns={UNFLOWN}
              rows={report.unflown}
              rowKey={({ code }) => code}
            />
          </ReportSection>
          <ReportSection
            title={say('reports.revenue_drawn')}
            exported={{ report: 'liability', period, table: 'revenue' }}
          >
            <PlainTable
              label={say('reports.revenue_drawn')}
              columns={REVENUE}
              rows={report.revenue}
              rowKey={({ code }) => code}
            />
          </ReportSection>
          <Proof report={report} />
        </>
      )}
    </ReportFrame>
  )
}

function Figures({ report }: { report: Liability }) {
  const figures = [
    [say('reports.owed_in_package_funds'), report.total.liability],
    [say('reports.used_before_it_was_paid'), report.total.receivable],
    [say('reports.on_customers_accounts'), report.accounts.closing],
    [say('reports.sales_tax_in_the_revenue'), report.revenueTotal.tax],
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

function FundsTable({ rows }: { readonly rows: readonly FundsRow[] }) {
  return (
    <PlainTable
      label={say('reports.package_funds_by_package')}
      columns={fundsColumns(rows)}
      rows={rows}
      rowKey={(row) => row.package}
    />
  )
}

type FundsRow = FundsMovement & Pick<LiabilityRow, 'package' | 'name' | 'liability' | 'receivable'>

/** What moves package funds, in the order in which the report adds it up. */
const MOVEMENTS = {
  payments: say('reports.payments'),
  transfersIn: say('reports.transfers_in'),
  transfersOut: say('reports.transfers_out'),
  drawn: say('reports.drawn'),
  refunded: say('reports.refunded'),
  givenBack: say('reports.given_back'),
  reversed: say('reports.reversed'),
  broughtOver: say('reports.brought_over'),
  lapsed: say('reports.lapsed'),
} as const
type Movement = keyof typeof MOVEMENTS

/** Where there is no room for all columns, those leave in which nothing moved. */
function fundsColumns(rows: readonly FundsRow[]): readonly Column<FundsRow>[] {
  const movements = (Object.keys(MOVEMENTS) as Movement[]).map((movement, place): Column<FundsRow> => {
    const column = moneyColumn<FundsRow>(movement, MOVEMENTS[movement], (row) => row[movement])
    return rows.every((row) => row[movement] === 0) ? { ...column, yields: 1 + place } : column
  })
  return [
    textColumn('package', say('reports.package'), ({ name }) => name),
    moneyColumn('opening', say('reports.opening'), ({ opening }) => opening),
    ...movements,
    moneyColumn('closing', say('reports.closing'), ({ closing }) => closing),
    moneyColumn('receivable', say('reports.used_before_it_was_paid'), ({ receivable }) => receivable),
    moneyColumn('liability', say('reports.owed_in_package_funds'), ({ liability }) => liability),
  ]
}

const UNFLOWN: readonly Column<UnflownRow>[] = [
  textColumn('name', say('reports.hours_or_item'), ({ name, code }) => `${name} (${code})`),
  {
    id: 'quantity',
    header: say('reports.remaining'),
    width: '120px',
    align: 'end',
    cell: ({ quantity, kind }) => <Quantity amount={quantity} kind={kind} />,
  },
  moneyColumn('dollars', say('reports.dollars'), ({ dollars }) => dollars),
]

const REVENUE: readonly Column<RevenueRow>[] = [
  textColumn('name', say('reports.hours_or_item'), ({ name, code }) => `${name} (${code})`),
  moneyColumn('sold', say('reports.sold'), ({ sold }) => sold),
  moneyColumn('back', say('reports.given_back'), ({ givenBack }) => givenBack),
  moneyColumn('revenue', say('reports.revenue'), ({ revenue }) => revenue),
  moneyColumn('tax', say('reports.sales_tax_in_it'), ({ tax }) => tax),
  moneyColumn('net', say('reports.net'), ({ net }) => net),
]

/** The sentence that ties it out: everything collected is somewhere. */
function Proof({ report: { proof } }: { report: Liability }) {
  const school = useSchool()
  const amounts = {
    collected: moneyText(proof.collected, school),
    funds: moneyText(proof.packageFunds, school),
    before: moneyText(proof.beforeAdding, school),
    accounts: moneyText(proof.accounts, school),
    invoices: moneyText(proof.onOpenInvoices, school),
    revenue: moneyText(proof.revenue, school),
  }
  return (
    <p className={classes.proof}>
      {proof.beforeAdding === 0 ? say('reports.proof', amounts) : say('reports.proof_before_adding', amounts)}
    </p>
  )
}
