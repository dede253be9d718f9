import type { Paper } from '../../shared/contract/paper.ts'
import type { Statement } from '../../shared/contract/statements.ts'
import { dateText, longDateText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { addressee } from '../reports/papers/paper-texts.ts'
import { accountParts, openInvoiceParts } from './statement-account-parts.ts'
import { paidForParts } from './statement-paid-for-parts.ts'
import { packageParts } from './statement-package-parts.ts'
import type { StatementShown } from './statement-shown.ts'

const EVERYTHING: StatementShown = { money: true, account: true }

/** A statement on paper: each package with its activity, then the open invoices, the account and what was paid for others. */
export function statementPaper(statement: Statement, shown: StatementShown = EVERYTHING): Paper {
  const { school, customer, number } = statement
  const name = say('statement_paper.name')
  return {
    title: number === null ? name : say('statement_paper.numbered', { number }),
    locale: school.locale,
    date: statement.date,
    school: { name: school.name, address: school.address },
    to: addressee(customer),
    heading: name,
    facts: factsOf(statement),
    parts: [
      ...statement.packages.flatMap((pack) => packageParts(statement, pack, shown)),
      ...openInvoiceParts(statement),
      ...(shown.account ? [...accountParts(statement), ...paidForParts(statement)] : []),
    ],
    foot: say('statement_paper.foot', {
      paper: number === null ? name : say('statement_paper.numbered', { number }),
      fingerprint: statement.fingerprint,
      customer: customer.number,
    }),
  }
}

function factsOf({ school, number, date, asOf, from, short, head, fingerprint }: Statement): Paper['facts'] {
  const made = dateText(date, school.locale)
  return [
    { label: say('statement_paper.asOf'), value: longDateText(asOf, school.locale) },
    {
      label: say('statement_paper.statement'),
      value:
        number === null ? say('statement_paper.notIssued', { made }) : say('statement_paper.issued', { number, made }),
    },
    ...(short
      ? []
      : [
          {
            label: say('statement_paper.activity'),
            value:
              from === null
                ? say('statement_paper.fromBeginning')
                : say('statement_paper.fromDay', { day: dateText(from, school.locale) }),
          },
        ]),
    {
      label: say('statement_paper.fingerprint'),
      value: say('statement_paper.restsOn', { entry: String(head.entry), fingerprint }),
    },
  ]
}
