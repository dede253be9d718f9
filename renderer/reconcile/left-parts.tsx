import { useMemo } from 'react'
import { say } from '../../shared/words/say.ts'
import { usePlaces } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import { usePermission } from '../sign-in/session.tsx'
import { ByHandBar, matchByHand } from './by-hand-bar.tsx'
import { Caption } from './caption.tsx'
import { hasWords, lineText, paymentText } from './found.ts'
import { lineColumns, paymentColumns } from './left-columns.tsx'
import { NothingLeft } from './nothing-left.tsx'
import { countWords, type PartProps } from './part.ts'
import { placeOf } from './payment-words.ts'
import { SECTION_TITLES } from './sections.ts'
import { LINE_HINTS, PAYMENT_HINTS } from './work-keys.ts'
import { WorkTable } from './work-table.tsx'

/** Received, not recorded: each line is recorded, matched by hand, split, or said not to be the school's. */
export function LinesPart(props: PartProps) {
  const { work, steps, actions, search, byHand } = props
  const school = useSchool()
  const takesPayments = usePermission('Take Payments')
  const refunds = usePermission('Issue Refunds')
  const mayRecord = takesPayments || refunds
  const columns = useMemo(() => lineColumns(byHand.line, actions, mayRecord), [byHand.line, actions, mayRecord])
  const all = work.notRecorded
  const rows = useMemo(
    () => (search === '' ? all : all.filter((line) => hasWords(lineText(line, school), search))),
    [all, search, school],
  )
  const numbers = { found: rows.length, shown: all.length, count: work.counts.notRecorded }
  return (
    <>
      {rows.length === 0 ? (
        <NothingLeft
          searched={search !== '' && all.length > 0}
          title={say('reconcile.everything_received_is_recorded')}
        >
          {say('reconcile.no_line_without_payment')}
        </NothingLeft>
      ) : (
        <WorkTable
          label={SECTION_TITLES.notRecorded}
          columns={columns}
          rows={rows}
          question={search}
          onKey={(key, line) => {
            if (key === 'tick') byHand.line.turn(line)
            else if (key === 'match') matchByHand(props)
            else if (key === 'split' || key === 'notOurs') actions.ask({ kind: key, line })
            else if (key === 'accept' && mayRecord) actions.ask({ kind: 'record', line })
          }}
        />
      )}
      <ByHandBar {...props} />
      <Caption words={`${countWords(numbers, school.locale)} ${steps.sentence}`} hints={LINE_HINTS} />
    </>
  )
}

/** Recorded, not received: what the source should have reported, and has not. */
export function PaymentsPart(props: PartProps) {
  const { work, steps, search, byHand } = props
  const school = useSchool()
  const { open } = usePlaces()
  const columns = useMemo(
    () => paymentColumns(byHand.payment, (payment) => open(placeOf(payment))),
    [byHand.payment, open],
  )
  const all = work.notReceived
  const rows = useMemo(
    () => (search === '' ? all : all.filter((payment) => hasWords(paymentText(payment, school), search))),
    [all, search, school],
  )
  const numbers = { found: rows.length, shown: all.length, count: work.counts.notReceived }
  return (
    <>
      {rows.length === 0 ? (
        <NothingLeft
          searched={search !== '' && all.length > 0}
          title={say('reconcile.everything_recorded_was_received')}
        >
          {say('reconcile.line_for_each_payment')}
        </NothingLeft>
      ) : (
        <WorkTable
          label={SECTION_TITLES.notReceived}
          columns={columns}
          rows={rows}
          question={search}
          onKey={(key, payment) => {
            if (key === 'tick') byHand.payment.turn(payment)
            else if (key === 'match') matchByHand(props)
            else if (key === 'accept') open(placeOf(payment))
          }}
        />
      )}
      <ByHandBar {...props} />
      <Caption words={`${countWords(numbers, school.locale)} ${steps.sentence}`} hints={PAYMENT_HINTS} />
    </>
  )
}
