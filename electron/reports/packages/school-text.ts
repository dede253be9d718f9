import type { balancesJson, historyJson } from './school-json.ts'
import { textTable } from '../../documents/text-table.ts'

/** The balances for a person at a terminal. */
export function balancesText({ packages, accounts, invoices }: ReturnType<typeof balancesJson>): string {
  const money = packages.map((pack) => [
    pack.ref,
    pack.customer,
    pack.package,
    pack.status ?? '',
    pack.total,
    pack.paid,
    pack.owed,
    pack.funds,
  ])
  const lines = packages.flatMap((pack) =>
    pack.lines.map((line) => [
      pack.ref,
      line.code,
      line.included,
      line.used,
      line.remaining,
      line.pending ?? '',
      line.dollarsRemaining,
    ]),
  )
  const parts = [
    'Packages',
    textTable(['Ref', 'Customer', 'Package', 'Status', 'Price', 'Paid', 'Owed', 'Funds'], money, [4, 5, 6, 7]),
    'Lines',
    textTable(['Ref', 'Code', 'Included', 'Used', 'Remaining', 'Pending', 'Dollars remaining'], lines, [2, 3, 4, 5, 6]),
    'Accounts',
    textTable(
      ['Customer', 'Balance'],
      accounts.map(({ customer, balance }) => [customer, balance]),
      [1],
    ),
  ]
  if (invoices) {
    const rows = invoices.map(({ ref, customer, total, status }) => [ref, customer, total, status])
    parts.push('Invoices', textTable(['Ref', 'Customer', 'Total', 'Status'], rows, [2]))
  }
  return parts.join('\n\n')
}

/** The history for a person at a terminal. */
export function historyText(histories: ReturnType<typeof historyJson>): string {
  return histories
    .map(({ ref, entries }) => {
      const rows = entries.map((entry) => [
        entry.date,
        entry.action,
        entry.ref,
        entry.amount,
        entry.user,
        entry.paidChange,
        entry.fundsChange,
        entry.lines.map((line) => `${line.code} ${line.includedChange}/${line.usedChange}`).join(', '),
      ])
      const header = ['Date', 'Action', 'Ref', 'Amount', 'User', 'Paid', 'Funds', 'Included/used']
      return `${ref}\n${textTable(header, rows, [3, 5, 6])}`
    })
    .join('\n\n')
}
