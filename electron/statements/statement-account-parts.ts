import type { PaperPart } from '../../shared/contract/paper.ts'
import type { Statement } from '../../shared/contract/statements.ts'
import { dateText } from '../../shared/date-text.ts'
import { moneyText, signedMoneyText } from '../../shared/money-text.ts'
import { cents } from '../../shared/money.ts'
import { entryWords } from '../../shared/action-words.ts'
import { say } from '../../shared/words/say.ts'

/** The invoices on which something is due; nothing on the statement of a package. */
export function openInvoiceParts({ school, invoices }: Statement): PaperPart[] {
  if (invoices === null) return []
  const heading: PaperPart = { kind: 'heading', text: say('statement_paper.openInvoices'), about: '' }
  if (invoices.length === 0)
    return [heading, { kind: 'text', text: say('statement_paper.noOpenInvoices'), quiet: false }]
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { header: say('ui.invoice'), width: 0, align: 'start' },
        { header: say('ui.date'), width: 80, align: 'start' },
        { header: say('ui.total'), width: 90, align: 'end' },
        { header: say('ui.paid'), width: 90, align: 'end' },
        { header: say('ui.due'), width: 90, align: 'end' },
      ],
      rows: invoices.map(({ ref, date, total, due }) => ({
        cells: [
          ref,
          dateText(date, school.locale),
          moneyText(total, school),
          moneyText(cents(total - due), school),
          moneyText(due, school),
        ],
        bold: false,
        joined: false,
      })),
    },
    {
      kind: 'sums',
      rows: [
        {
          label: say('statement_paper.dueInAll'),
          value: moneyText(cents(invoices.reduce((sum, { due }) => sum + due, 0)), school),
          bold: true,
        },
      ],
    },
  ]
}

/** The account from opening to closing; nothing on the statement of a package, or where it was never used. */
export function accountParts({ school, account, from, asOf }: Statement): PaperPart[] {
  if (account === null || (account.activity.length === 0 && account.opening === 0 && account.closing === 0)) return []
  const [first = asOf] = account.activity.map(({ date }) => date)
  const standing = (name: string, day: Statement['asOf'], balance: Statement['packages'][number]['price']) => ({
    cells: [dateText(day, school.locale), name, '', moneyText(balance, school)],
    bold: true,
    joined: false,
  })
  let balance = account.opening
  return [
    { kind: 'heading', text: say('papers.account'), about: '' },
    {
      kind: 'table',
      columns: [
        { header: say('ui.date'), width: 70, align: 'start' },
        { header: say('ui.action'), width: 0, align: 'start' },
        { header: say('ui.amount'), width: 90, align: 'end' },
        { header: say('statement_paper.balance'), width: 90, align: 'end' },
      ],
      rows: [
        standing(say('statement_paper.opening'), from ?? first, account.opening),
        ...account.activity.map(({ date, action, ref, note, change }) => {
          balance = cents(balance + change)
          return {
            cells: [
              dateText(date, school.locale),
              [`${entryWords(action)} ${ref}`, note].filter((words) => words !== '').join('\n'),
              signedMoneyText(change, school),
              moneyText(balance, school),
            ],
            bold: false,
            joined: false,
          }
        }),
        standing(say('statement_paper.closing'), asOf, account.closing),
      ],
    },
  ]
}
