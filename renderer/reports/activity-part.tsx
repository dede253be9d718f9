import { useQuery } from '@tanstack/react-query'
import {
  TAKEN_BACK_WORDS,
  type PaymentsRow,
  type TakenBackRow,
  type TakenBackSum,
} from '../../shared/contract/activity-report.ts'
import type { Period } from '../../shared/contract/liability.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { say } from '../../shared/words/say.ts'
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
            title={say('reports.payments_by_user_and_tender')}
            exported={{ report: 'activity', period, table: 'payments' }}
          >
            <PlainTable
              label={say('reports.payments_by_user_and_tender')}
              columns={PAYMENTS}
              rows={report.payments}
              rowKey={({ user, tender }) => `${user} ${tender}`}
            />
          </ReportSection>
          <ReportSection
            title={say('reports.taken_back_by_user')}
            exported={{ report: 'activity', period, table: 'takenBackByUser' }}
          >
            <PlainTable
              label={say('reports.taken_back_by_user')}
              columns={SUMS}
              rows={report.takenBack}
              rowKey={({ user, action }) => `${user} ${action}`}
            />
          </ReportSection>
          <ReportSection
            title={say('reports.each_of_them')}
            exported={{ report: 'activity', period, table: 'takenBack' }}
          >
            <PlainTable
              label={say('reports.each_of_them')}
              columns={ROWS}
              rows={report.rows}
              rowKey={({ entry }) => entry}
            />
            {report.left > 0 && <p>{say('reports.more_in_the_export', { count: report.left })}</p>}
          </ReportSection>
        </>
      )}
    </ReportFrame>
  )
}

const PAYMENTS: readonly Column<PaymentsRow>[] = [
  textColumn('user', say('reports.user'), ({ user }) => user),
  textColumn('tender', say('reports.tender'), ({ tender }) => tenderWords(tender), '140px'),
  countColumn('payments', say('reports.payments'), ({ payments }) => payments),
  moneyColumn('received', say('reports.received'), ({ received }) => received),
  countColumn('refunds', say('reports.refunds'), ({ refunds }) => refunds),
  moneyColumn('back', say('reports.given_back'), ({ givenBack }) => givenBack),
  moneyColumn('net', say('reports.net'), ({ net }) => net),
  countColumn('failed', say('reports.failed'), ({ failed }) => failed),
]

const SUMS: readonly Column<TakenBackSum>[] = [
  textColumn('user', say('reports.user'), ({ user }) => user),
  textColumn('action', say('reports.action'), ({ action }) => TAKEN_BACK_WORDS[action]),
  countColumn('times', say('reports.times'), ({ times }) => times),
  moneyColumn('money', say('reports.money_back'), ({ money }) => money),
]

const ROWS: readonly Column<TakenBackRow>[] = [
  {
    id: 'date',
    header: say('reports.date'),
    width: 'minmax(110px, max-content)',
    cell: ({ date }) => <BusinessDay date={date} />,
  },
  textColumn('user', say('reports.user'), ({ user }) => user, '120px'),
  textColumn('action', say('reports.action'), ({ action, ref }) => `${TAKEN_BACK_WORDS[action]} ${ref}`),
  textColumn('customer', say('reports.customer'), ({ customerName }) => customerName),
  textColumn('reason', say('reports.reason'), ({ reason }) => reason),
  moneyColumn('money', say('reports.money_back'), ({ money }) => money),
]
