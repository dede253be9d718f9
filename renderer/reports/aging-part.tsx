import { useQuery } from '@tanstack/react-query'
import type { Aging, AgingRow } from '../../shared/contract/activity-report.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import { countColumn, moneyColumn, textColumn } from './columns.tsx'
import { ReportFrame, ReportSection } from './report-frame.tsx'
import classes from './reports.module.css'

type Bucket = Aging['sinceAdded'][number]

/** What is owed on packages, by how long ago they were added and paid on last. */
export function AgingPart({ asOf }: { asOf: BusinessDate }) {
  const query = useQuery({ queryKey: ['reports', 'aging', asOf], queryFn: () => call('reports.aging', { asOf }) })
  return (
    <ReportFrame query={query} printed={null}>
      {(report) => (
        <>
          <div className={classes.pair}>
            <ReportSection title={say('reports.by_days_since_adding')} exported={null}>
              <PlainTable
                label={say('reports.by_days_since_adding')}
                columns={BUCKETS}
                rows={report.sinceAdded}
                rowKey={({ age }) => age}
              />
            </ReportSection>
            <ReportSection title={say('reports.by_days_since_the_last_payment')} exported={null}>
              <PlainTable
                label={say('reports.by_days_since_the_last_payment')}
                columns={BUCKETS}
                rows={report.sincePayment}
                rowKey={({ age }) => age}
              />
            </ReportSection>
          </div>
          <ReportSection title={say('reports.owed_on_packages')} exported={{ report: 'aging', asOf }}>
            <PlainTable
              label={say('reports.owed_on_packages')}
              columns={ROWS}
              rows={report.rows}
              rowKey={({ ref }) => ref}
            />
            {report.left > 0 && <p>{say('reports.more_in_the_export', { count: report.left })}</p>}
          </ReportSection>
        </>
      )}
    </ReportFrame>
  )
}

const BUCKETS: readonly Column<Bucket>[] = [
  textColumn('age', say('reports.days'), ({ age }) => age),
  countColumn('packages', say('reports.packages'), ({ packages }) => packages),
  moneyColumn('owed', say('reports.owed'), ({ owed }) => owed),
]

const ROWS: readonly Column<AgingRow>[] = [
  textColumn(
    'customer',
    say('reports.customer'),
    ({ customerName, customerNumber }) => `${customerName} (${customerNumber})`,
  ),
  textColumn('package', say('reports.package'), ({ packageName, ref }) => `${packageName} (${ref})`),
  {
    id: 'added',
    header: say('reports.added'),
    width: 'minmax(120px, max-content)',
    cell: ({ added }) => <BusinessDay date={added} />,
  },
  {
    id: 'last',
    header: say('reports.last_payment'),
    width: 'minmax(120px, max-content)',
    cell: ({ lastPayment }) => (lastPayment === null ? say('reports.never') : <BusinessDay date={lastPayment} />),
  },
  moneyColumn('price', say('reports.price'), ({ price }) => price),
  moneyColumn('owed', say('reports.owed'), ({ owed }) => owed),
]
