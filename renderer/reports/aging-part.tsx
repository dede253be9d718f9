import { useQuery } from '@tanstack/react-query'
import type { Aging, AgingRow } from '../../shared/contract/activity-report.ts'
import type { BusinessDate } from '../../shared/dates.ts'
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
            <ReportSection title="By days since adding" exported={null}>
              <PlainTable
                label="By days since adding"
                columns={BUCKETS}
                rows={report.sinceAdded}
                rowKey={({ age }) => age}
              />
            </ReportSection>
            <ReportSection title="By days since the last payment" exported={null}>
              <PlainTable
                label="By days since the last payment"
                columns={BUCKETS}
                rows={report.sincePayment}
                rowKey={({ age }) => age}
              />
            </ReportSection>
          </div>
          <ReportSection title="Owed on packages" exported={{ report: 'aging', asOf }}>
            <PlainTable label="Owed on packages" columns={ROWS} rows={report.rows} rowKey={({ ref }) => ref} />
            {report.left > 0 && <p>{report.left} more are in the export.</p>}
          </ReportSection>
        </>
      )}
    </ReportFrame>
  )
}

const BUCKETS: readonly Column<Bucket>[] = [
  textColumn('age', 'Days', ({ age }) => age),
  countColumn('packages', 'Packages', ({ packages }) => packages),
  moneyColumn('owed', 'Owed', ({ owed }) => owed),
]

const ROWS: readonly Column<AgingRow>[] = [
  textColumn('customer', 'Customer', ({ customerName, customerNumber }) => `${customerName} (${customerNumber})`),
  textColumn('package', 'Package', ({ packageName, ref }) => `${packageName} (${ref})`),
  { id: 'added', header: 'Added', width: '120px', cell: ({ added }) => <BusinessDay date={added} /> },
  {
    id: 'last',
    header: 'Last payment',
    width: '120px',
    cell: ({ lastPayment }) => (lastPayment === null ? 'never' : <BusinessDay date={lastPayment} />),
  },
  moneyColumn('price', 'Price', ({ price }) => price),
  moneyColumn('owed', 'Owed', ({ owed }) => owed),
]
