import { say } from '../../../shared/words/say.ts'
import type { balancesJson, historyJson } from './school-json.ts'
import { textTable } from '../../documents/text-table.ts'

type Balances = ReturnType<typeof balancesJson>

/** The balances for a person at a terminal. */
export function balancesText({ packages, accounts, invoices }: Balances): string {
  const parts = [
    say('reports.packages'),
    moneyTable(packages),
    say('reports.lines'),
    linesTable(packages),
    say('reports.accounts'),
    textTable(
      [say('reports.customer'), say('reports.balance')],
      accounts.map(({ customer, balance }) => [customer, balance]),
      [1],
    ),
  ]
  if (invoices) parts.push(say('reports.invoices'), invoicesTable(invoices))
  return parts.join('\n\n')
}

function moneyTable(packages: Balances['packages']): string {
  const header = [
    say('reports.ref'),
    say('reports.customer'),
    say('reports.package'),
    say('reports.status'),
    say('reports.price'),
    say('reports.paid'),
    say('reports.owed'),
    say('reports.funds'),
  ]
  const rows = packages.map((pack) => [
    pack.ref,
    pack.customer,
    pack.package,
    pack.status ?? '',
    pack.total,
    pack.paid,
    pack.owed,
    pack.funds,
  ])
  return textTable(header, rows, [4, 5, 6, 7])
}

function linesTable(packages: Balances['packages']): string {
  const header = [
    say('reports.ref'),
    say('reports.code'),
    say('reports.included'),
    say('reports.used'),
    say('reports.remaining'),
    say('reports.pending'),
    say('reports.dollars_remaining'),
  ]
  const rows = packages.flatMap((pack) =>
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
  return textTable(header, rows, [2, 3, 4, 5, 6])
}

function invoicesTable(invoices: NonNullable<Balances['invoices']>): string {
  const header = [say('reports.ref'), say('reports.customer'), say('reports.total'), say('reports.status')]
  const rows = invoices.map(({ ref, customer, total, status }) => [ref, customer, total, status])
  return textTable(header, rows, [2])
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
      const header = [
        say('reports.date'),
        say('reports.action'),
        say('reports.ref'),
        say('reports.amount'),
        say('reports.user'),
        say('reports.paid'),
        say('reports.funds'),
        say('reports.included_and_used'),
      ]
      return `${ref}\n${textTable(header, rows, [3, 5, 6])}`
    })
    .join('\n\n')
}
