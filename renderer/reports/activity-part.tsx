import { useQuery } from '@tanstack/react-query'
import {
  TAKEN_BACK_WORDS,
  type PaymentsRow,
  type TakenBackRow,
  type TakenBackSum,
} from '../../shared/contract/activity-report.ts'
import type { Period } from '../../shared/contract/liability.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { call } from '../api/call.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import { countColumn, moneyColumn, textColumn } from './columns.tsx'
import { ReportFrame, ReportSection } from './report-frame.tsx'

/** Who took which payments, and who took what back: the owner's first question. */
export function ActivityPart({ period }: { period: Period }) {
  const query = useQuery({
    queryKey: ['reports', 'activity', period],
    queryFn: () => call('reports.activity', { period }),
  })
  return (
    <ReportFrame query={query} printed={{ report: 'activity', period, table: 'payments' }}>
      {(report) => (
        <>
          <ReportSection
            title="Payments by user and tender"
            exported={{ report: 'activity', period, table: 'payments' }}
          >
            <PlainTable
              label="Payments by user and tender"
              columns={PAYMENTS}
              rows={report.payments}
              rowKey={({ user, tender }) => `${user} ${tender}`}
            />
          </ReportSection>
          <ReportSection
            title="Taken back, by user"
            exported={{ report: 'activity', period, table: 'takenBackByUser' }}
          >
            <PlainTable
              label="Taken back, by user"
              columns={SUMS}
              rows={report.takenBack}
              rowKey={({ user, action }) => `${user} ${action}`}
            />
          </ReportSection>
          <ReportSection title="Each of them" exported={{ report: 'activity', period, table: 'takenBack' }}>
            <PlainTable label="Each of them" columns={ROWS} rows={report.rows} rowKey={({ entry }) => entry} />
            {report.left > 0 && <p>{report.left} more are in the export.</p>}
          </ReportSection>
        </>
      )}
    </ReportFrame>
  )
}

const PAYMENTS: readonly Column<PaymentsRow>[] = [
  textColumn('user', 'User', ({ user }) => user),
  textColumn('tender', 'Tender', ({ tender }) => tenderWords(tender), '140px'),
  countColumn('payments', 'Payments', ({ payments }) => payments),
  moneyColumn('received', 'Received', ({ received }) => received),
  countColumn('refunds', 'Refunds', ({ refunds }) => refunds),
  moneyColumn('back', 'Given back', ({ givenBack }) => givenBack),
  moneyColumn('net', 'Net', ({ net }) => net),
  countColumn('failed', 'Failed', ({ failed }) => failed),
]

const SUMS: readonly Column<TakenBackSum>[] = [
  textColumn('user', 'User', ({ user }) => user),
  textColumn('action', 'Action', ({ action }) => TAKEN_BACK_WORDS[action]),
  countColumn('times', 'Times', ({ times }) => times),
  moneyColumn('money', 'Money back', ({ money }) => money),
]

const ROWS: readonly Column<TakenBackRow>[] = [
  { id: 'date', header: 'Date', width: '110px', cell: ({ date }) => <BusinessDay date={date} /> },
  textColumn('user', 'User', ({ user }) => user, '120px'),
  textColumn('action', 'Action', ({ action, ref }) => `${TAKEN_BACK_WORDS[action]} ${ref}`),
  textColumn('customer', 'Customer', ({ customerName }) => customerName),
  textColumn('reason', 'Reason', ({ reason }) => reason),
  moneyColumn('money', 'Money back', ({ money }) => money),
]
