import type { Owed, OwedCustomer, OwedRow } from '../../../shared/contract/owed.ts'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import { toPayReason } from '../../../shared/to-pay-words.ts'
import { say } from '../../../shared/words/say.ts'
import { tableOf, type Column, type Table } from '../../documents/spreadsheet.ts'
import type { OwedReport } from './owed.ts'

type Bucket = Omit<Owed['ages'][number], 'age'> & { readonly age: string }

const AGES: readonly Column<Bucket>[] = [
  { title: say('owed.days'), kind: 'text', value: ({ age }) => age },
  { title: say('ui.invoices'), kind: 'money', value: ({ invoices }) => invoices },
  { title: say('ui.packages'), kind: 'money', value: ({ packages }) => packages },
  { title: say('ui.total'), kind: 'money', value: ({ total }) => total },
]

const CUSTOMERS: readonly Column<OwedCustomer>[] = [
  { title: say('owed.customerNumber'), kind: 'text', value: ({ number }) => number },
  { title: say('ui.customer'), kind: 'text', value: ({ name }) => name },
  { title: say('customers.email'), kind: 'text', value: ({ email }) => email },
  { title: say('customers.phone'), kind: 'text', value: ({ phone }) => phone },
  { title: say('ui.invoices'), kind: 'money', value: ({ invoices }) => invoices },
  { title: say('ui.packages'), kind: 'money', value: ({ packages }) => packages },
  { title: say('ui.total'), kind: 'money', value: ({ total }) => total },
  { title: say('owed.credit'), kind: 'money', value: ({ credit }) => credit },
  { title: say('owed.oldest'), kind: 'count', value: ({ oldestDays }) => oldestDays },
]

const rowColumns = (style: MoneyStyle): readonly Column<OwedRow>[] => [
  {
    title: say('owed.kind'),
    kind: 'text',
    value: ({ of }) => (of === 'invoice' ? say('ui.invoice') : say('ui.package')),
  },
  { title: say('ui.reference'), kind: 'text', value: ({ ref }) => ref },
  { title: say('ui.package'), kind: 'text', value: ({ packageName }) => packageName },
  { title: say('owed.customerNumber'), kind: 'text', value: ({ customerNumber }) => customerNumber },
  { title: say('ui.customer'), kind: 'text', value: ({ customerName }) => customerName },
  { title: say('ui.date'), kind: 'date', value: ({ date }) => date },
  { title: say('owed.days'), kind: 'count', value: ({ days }) => days },
  { title: say('ui.amount'), kind: 'money', value: ({ amount }) => amount },
  { title: say('owed.owed'), kind: 'money', value: ({ owed }) => owed },
  { title: say('balance.toPay'), kind: 'money', value: ({ toPay }) => toPay },
  {
    title: say('ui.reason'),
    kind: 'text',
    value: ({ owed, toPay }) => (toPay === null ? '' : (toPayReason(owed, toPay, style) ?? '')),
  },
]

/** The tables of what is owed to the school; `style` is how its money is written in words. */
export function owedTables({ ages, total, customers, rows }: OwedReport, style: MoneyStyle) {
  return {
    ages: tableOf(say('owed.byAge'), AGES, [...ages, { age: say('ui.total'), ...total }]),
    customers: tableOf(say('owed.byCustomer'), CUSTOMERS, customers),
    rows: tableOf(say('owed.each'), rowColumns(style), rows),
  } satisfies Record<string, Table>
}
