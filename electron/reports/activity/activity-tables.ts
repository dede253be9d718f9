import { tenderWords } from '../../../shared/action-words.ts'
import { TAKEN_BACK_WORDS, type ActivityReport, type Aging } from '../../../shared/contract/activity-report.ts'
import type { Closing, ClosedTender } from '../../../shared/contract/closings.ts'
import type { ActivityTable } from '../../../shared/contract/exports.ts'
import { tableOf, type Column, type Table } from '../../documents/spreadsheet.ts'

const AGING: readonly Column<Aging['rows'][number]>[] = [
  { title: 'Reference', kind: 'text', value: (row) => row.ref },
  { title: 'Customer number', kind: 'text', value: (row) => row.customerNumber },
  { title: 'Customer', kind: 'text', value: (row) => row.customerName },
  { title: 'Package', kind: 'text', value: (row) => row.packageName },
  { title: 'Added', kind: 'date', value: (row) => row.added },
  { title: 'Last payment', kind: 'date', value: (row) => row.lastPayment },
  { title: 'Price', kind: 'money', value: (row) => row.price },
  { title: 'Paid', kind: 'money', value: (row) => row.paid },
  { title: 'Owed', kind: 'money', value: (row) => row.owed },
  { title: 'Package funds', kind: 'money', value: (row) => row.funds },
  { title: 'Days since added', kind: 'count', value: (row) => row.daysSinceAdded },
  { title: 'Days since payment', kind: 'count', value: (row) => row.daysSincePayment },
]

/** What is owed, by package. */
export function agingTable(report: Pick<Aging, 'rows'>): Table {
  return tableOf('Aging', AGING, report.rows)
}

const PAYMENTS: readonly Column<ActivityReport['payments'][number]>[] = [
  { title: 'User', kind: 'text', value: (row) => row.user },
  { title: 'Tender', kind: 'text', value: (row) => tenderWords(row.tender) },
  { title: 'Payments', kind: 'count', value: (row) => row.payments },
  { title: 'Received', kind: 'money', value: (row) => row.received },
  { title: 'Refunds', kind: 'count', value: (row) => row.refunds },
  { title: 'Given back', kind: 'money', value: (row) => row.givenBack },
  { title: 'Net', kind: 'money', value: (row) => row.net },
  { title: 'Failed', kind: 'count', value: (row) => row.failed },
]

const TAKEN_BACK_SUMS: readonly Column<ActivityReport['takenBack'][number]>[] = [
  { title: 'User', kind: 'text', value: (row) => row.user },
  { title: 'Action', kind: 'text', value: (row) => TAKEN_BACK_WORDS[row.action] },
  { title: 'Times', kind: 'count', value: (row) => row.times },
  { title: 'Money', kind: 'money', value: (row) => row.money },
]

const TAKEN_BACK: readonly Column<ActivityReport['rows'][number]>[] = [
  { title: 'Entry', kind: 'count', value: (row) => row.entry },
  { title: 'Date', kind: 'date', value: (row) => row.date },
  { title: 'Recorded at (UTC)', kind: 'text', value: (row) => row.recordedAt },
  { title: 'User', kind: 'text', value: (row) => row.user },
  { title: 'Action', kind: 'text', value: (row) => TAKEN_BACK_WORDS[row.action] },
  { title: 'Reference', kind: 'text', value: (row) => row.ref },
  { title: 'Customer number', kind: 'text', value: (row) => row.customerNumber },
  { title: 'Customer', kind: 'text', value: (row) => row.customerName },
  { title: 'Money', kind: 'money', value: (row) => row.money },
  { title: 'Invoice total', kind: 'money', value: (row) => row.invoiceTotal },
  { title: 'Reason', kind: 'text', value: (row) => row.reason },
]

/** The tables of the activity report. */
export function activityTables(report: Omit<ActivityReport, 'left'>): Readonly<Record<ActivityTable, Table>> {
  return {
    payments: tableOf('Payments', PAYMENTS, report.payments),
    takenBackByUser: tableOf('Voids and refunds by user', TAKEN_BACK_SUMS, report.takenBack),
    takenBack: tableOf('Voids and refunds', TAKEN_BACK, report.rows),
  }
}

interface ClosingRow {
  readonly closing: Closing
  readonly tender: ClosedTender
}

const CLOSINGS: readonly Column<ClosingRow>[] = [
  { title: 'From', kind: 'date', value: ({ closing }) => closing.from },
  { title: 'To', kind: 'date', value: ({ closing }) => closing.to },
  { title: 'Tender', kind: 'text', value: ({ tender }) => tenderWords(tender.tender) },
  { title: 'Expected', kind: 'money', value: ({ tender }) => tender.expected },
  { title: 'Counted', kind: 'money', value: ({ tender }) => tender.counted },
  { title: 'Difference', kind: 'money', value: ({ tender }) => tender.difference },
  { title: 'Explanation', kind: 'text', value: ({ tender }) => tender.explanation },
  { title: 'Closed by', kind: 'text', value: ({ closing }) => closing.closedBy },
  { title: 'Closed at (UTC)', kind: 'text', value: ({ closing }) => closing.closedAt },
  { title: 'Reopened by', kind: 'text', value: ({ closing }) => closing.reopened?.by ?? '' },
  { title: 'Reopened because', kind: 'text', value: ({ closing }) => closing.reopened?.reason ?? '' },
]

/** Every closing, a row for each tender. */
export function closingsTable(closings: readonly Closing[]): Table {
  const rows = closings.flatMap((closing) => closing.tenders.map((tender) => ({ closing, tender })))
  return tableOf('Closings', CLOSINGS, rows)
}
