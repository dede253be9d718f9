import { tenderWords } from '../../shared/action-words.ts'
import type { PaperPart } from '../../shared/contract/paper.ts'
import type { Statement } from '../../shared/contract/statements.ts'
import { dateText } from '../../shared/date-text.ts'
import { moneyText } from '../../shared/money-text.ts'
import { sumCents } from '../../shared/money.ts'
import { say } from '../../shared/words/say.ts'

/** What was paid for others, with the sum for each of them; nothing on the statement of a package, or where nothing was. */
export function paidForParts({ school, paidFor }: Statement): PaperPart[] {
  if (paidFor === null || paidFor.length === 0) return []
  return [
    { kind: 'heading', text: say('customers.paidForOthers'), about: '' },
    {
      kind: 'table',
      columns: [
        { header: say('ui.date'), width: 70, align: 'start' },
        { header: say('customers.paidForWhom'), width: 0, align: 'start' },
        { header: say('ui.reference'), width: 90, align: 'start' },
        { header: say('reports.tender'), width: 70, align: 'start' },
        { header: say('ui.amount'), width: 90, align: 'end' },
      ],
      rows: paidFor.map(({ date, customerName, customerNumber, ref, method, amount }) => ({
        cells: [
          dateText(date, school.locale),
          `${customerName} · ${customerNumber}`,
          ref,
          tenderWords(method),
          moneyText(amount, school),
        ],
        bold: false,
        joined: false,
      })),
    },
    {
      kind: 'sums',
      rows: [...Map.groupBy(paidFor, ({ customerNumber }) => customerNumber)].map(([number, rows]) => ({
        label: say('statement_paper.paidForOf', { name: rows[0]?.customerName ?? number }),
        value: moneyText(sumCents(rows.map(({ amount }) => amount)), school),
        bold: true,
      })),
    },
  ]
}
