import { useState } from 'react'
import type { OpenLine, RecordedPayment } from '../../shared/contract/reconcile.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { dateText } from '../../shared/date-text.ts'
import { sumCents, type Cents } from '../../shared/money.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { Money } from '../ui/money.tsx'
import { useSchool } from '../ui/school.tsx'
import classes from './reconcile.module.css'

/** More than these are folded until somebody wants to see them. */
const MOST = 3

const FOLDED = { lines: 'reconcile.show_more_lines', payments: 'reconcile.show_more_payments' } as const
const TOGETHER = { lines: 'reconcile.lines_together', payments: 'reconcile.payments_together' } as const

interface Entry {
  readonly key: string | number
  readonly main: string
  readonly sub: string
  readonly amount: Cents
}

/** The lines of the file, at the left of a pair. */
export function LinesSide({ lines }: { lines: readonly OpenLine[] }) {
  const school = useSchool()
  return (
    <Side
      of="lines"
      entries={lines.map((line) => ({
        key: line.id,
        main: lineName(line),
        sub: joined([
          dateText(line.date, school.locale),
          line.reference === lineName(line) ? '' : line.reference,
          line.name === '' ? '' : line.text,
          line.fee === 0 ? '' : say('reconcile.fee_fee', { fee: moneyText(line.fee, school) }),
          line.part ? say('reconcile.a_part') : '',
        ]),
        amount: line.amount,
      }))}
    />
  )
}

/** The recorded payments, at the right of a pair. */
export function PaymentsSide({ payments }: { payments: readonly RecordedPayment[] }) {
  const { locale } = useSchool()
  return (
    <Side
      of="payments"
      entries={payments.map((payment) => ({
        key: payment.key,
        main: payment.customer,
        sub: joined([dateText(payment.date, locale), tenderWords(payment.tender), payment.ref, payment.note]),
        amount: payment.amount,
      }))}
    />
  )
}

/** Who or what a line is called: its name, else what else the file says about it. */
export function lineName({ name, text, reference, row }: OpenLine): string {
  return name || text || reference || say('reconcile.row_row', { row })
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' · ')
}

function Side({ entries, of }: { entries: readonly Entry[]; of: keyof typeof FOLDED }) {
  const [all, setAll] = useState(false)
  const shown = all ? entries : entries.slice(0, entries.length > MOST + 1 ? MOST : MOST + 1)
  const folded = entries.length - shown.length
  return (
    <div className={classes.side}>
      {shown.map(({ key, main, sub, amount }) => (
        <div key={key} className={classes.entry}>
          <span className={classes.main} title={main}>
            {main}
          </span>
          <span className={classes.amount}>
            <Money amount={amount} />
          </span>
          <span className={classes.sub} title={sub}>
            {sub}
          </span>
        </div>
      ))}
      {(folded > 0 || all) && (
        <button type="button" className={classes.fold} tabIndex={-1} onClick={() => setAll(!all)}>
          {all ? say('reconcile.show_fewer') : say(FOLDED[of], { count: folded })}
        </button>
      )}
      {entries.length > 1 && (
        <div className={classes.entry}>
          <span className={classes.sub}>{say(TOGETHER[of], { count: entries.length })}</span>
          <strong className={classes.amount}>
            <Money amount={sumCents(entries.map(({ amount }) => amount))} />
          </strong>
        </div>
      )}
    </div>
  )
}
