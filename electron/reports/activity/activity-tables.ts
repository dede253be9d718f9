import { tenderWords } from '../../../shared/action-words.ts'
import { TAKEN_BACK_WORDS, type ActivityReport, type Aging } from '../../../shared/contract/activity-report.ts'
import type { Closing, ClosedTender } from '../../../shared/contract/closings.ts'
import type { ActivityTable } from '../../../shared/contract/exports.ts'
import { say } from '../../../shared/words/say.ts'
import { tableOf, type Column, type Table } from '../../documents/spreadsheet.ts'

const AGING: readonly Column<Aging['rows'][number]>[] = [
  { title: say('reports.reference'), kind: 'text', value: (row) => row.ref },
  { title: say('reports.customer_number'), kind: 'text', value: (row) => row.customerNumber },
  { title: say('reports.customer'), kind: 'text', value: (row) => row.customerName },
  { title: say('reports.package'), kind: 'text', value: (row) => row.packageName },
  { title: say('reports.added'), kind: 'date', value: (row) => row.added },
  { title: say('reports.last_payment'), kind: 'date', value: (row) => row.lastPayment },
  { title: say('reports.price'), kind: 'money', value: (row) => row.price },
  { title: say('reports.paid'), kind: 'money', value: (row) => row.paid },
  { title: say('reports.owed'), kind: 'money', value: (row) => row.owed },
  { title: say('reports.package_funds'), kind: 'money', value: (row) => row.funds },
  { title: say('balance.toPay'), kind: 'money', value: (row) => row.toPay },
  { title: say('reports.days_since_added'), kind: 'count', value: (row) => row.daysSinceAdded },
  { title: say('reports.days_since_payment'), kind: 'count', value: (row) => row.daysSincePayment },
]

/** What is owed, by package. */
export function agingTable(report: Pick<Aging, 'rows'>): Table {
  return tableOf(say('reports.aging'), AGING, report.rows)
}

const PAYMENTS: readonly Column<ActivityReport['payments'][number]>[] = [
  { title: say('reports.user'), kind: 'text', value: (row) => row.user },
  { title: say('reports.tender'), kind: 'text', value: (row) => tenderWords(row.tender) },
  { title: say('reports.payments'), kind: 'count', value: (row) => row.payments },
  { title: say('reports.received'), kind: 'money', value: (row) => row.received },
  { title: say('reports.refunds'), kind: 'count', value: (row) => row.refunds },
  { title: say('reports.given_back'), kind: 'money', value: (row) => row.givenBack },
  { title: say('reports.net'), kind: 'money', value: (row) => row.net },
  { title: say('reports.failed'), kind: 'count', value: (row) => row.failed },
]

const TAKEN_BACK_SUMS: readonly Column<ActivityReport['takenBack'][number]>[] = [
  { title: say('reports.user'), kind: 'text', value: (row) => row.user },
  { title: say('reports.action'), kind: 'text', value: (row) => TAKEN_BACK_WORDS[row.action] },
  { title: say('reports.times'), kind: 'count', value: (row) => row.times },
  { title: say('reports.money'), kind: 'money', value: (row) => row.money },
]

const TAKEN_BACK: readonly Column<ActivityReport['rows'][number]>[] = [
  { title: say('reports.entry'), kind: 'count', value: (row) => row.entry },
  { title: say('reports.date'), kind: 'date', value: (row) => row.date },
  { title: say('reports.recorded_at_utc'), kind: 'text', value: (row) => row.recordedAt },
  { title: say('reports.user'), kind: 'text', value: (row) => row.user },
  { title: say('reports.action'), kind: 'text', value: (row) => TAKEN_BACK_WORDS[row.action] },
  { title: say('reports.reference'), kind: 'text', value: (row) => row.ref },
  { title: say('reports.customer_number'), kind: 'text', value: (row) => row.customerNumber },
  { title: say('reports.customer'), kind: 'text', value: (row) => row.customerName },
  { title: say('reports.money'), kind: 'money', value: (row) => row.money },
  { title: say('reports.invoice_total'), kind: 'money', value: (row) => row.invoiceTotal },
  { title: say('reports.reason'), kind: 'text', value: (row) => row.reason },
]

/** The tables of the activity report. */
export function activityTables(report: Omit<ActivityReport, 'left'>): Readonly<Record<ActivityTable, Table>> {
  return {
    payments: tableOf(say('reports.payments'), PAYMENTS, report.payments),
    takenBackByUser: tableOf(say('reports.voids_and_refunds_by_user'), TAKEN_BACK_SUMS, report.takenBack),
    takenBack: tableOf(say('reports.voids_and_refunds'), TAKEN_BACK, report.rows),
  }
}

interface ClosingRow {
  readonly closing: Closing
  readonly tender: ClosedTender
}

const CLOSINGS: readonly Column<ClosingRow>[] = [
  { title: say('reports.from'), kind: 'date', value: ({ closing }) => closing.from },
  { title: say('reports.to'), kind: 'date', value: ({ closing }) => closing.to },
  { title: say('reports.tender'), kind: 'text', value: ({ tender }) => tenderWords(tender.tender) },
  { title: say('reports.expected'), kind: 'money', value: ({ tender }) => tender.expected },
  { title: say('reports.counted'), kind: 'money', value: ({ tender }) => tender.counted },
  { title: say('reports.difference'), kind: 'money', value: ({ tender }) => tender.difference },
  { title: say('reports.explanation'), kind: 'text', value: ({ tender }) => tender.explanation },
  { title: say('reports.closed_by'), kind: 'text', value: ({ closing }) => closing.closedBy },
  { title: say('reports.closed_at_utc'), kind: 'text', value: ({ closing }) => closing.closedAt },
  { title: say('reports.reopened_by'), kind: 'text', value: ({ closing }) => closing.reopened?.by ?? '' },
  { title: say('reports.reopened_because'), kind: 'text', value: ({ closing }) => closing.reopened?.reason ?? '' },
]

/** Every closing, a row for each tender. */
export function closingsTable(closings: readonly Closing[]): Table {
  const rows = closings.flatMap((closing) => closing.tenders.map((tender) => ({ closing, tender })))
  return tableOf(say('reports.closings'), CLOSINGS, rows)
}
