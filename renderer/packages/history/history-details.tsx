import { Skeleton, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import type { HistoryEntryDetails, HistoryRow } from '../../../shared/contract/packages.ts'
import { useHistoryEntry } from '../../api/packages-queries.ts'
import { dateText, instantText } from '../../../shared/date-text.ts'
import { businessDate } from '../../../shared/dates.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ReceiptLink } from '../../papers/receipt-link.tsx'
import { useSchool } from '../../ui/school.tsx'
import { tenderWords } from '../../../shared/action-words.ts'
import classes from './history.module.css'
import { InvoiceDetails } from './invoice-details.tsx'
import { tenderSchema, type HistoryAction } from '../../../shared/contract/values.ts'
import { PaymentWays } from '../actions/payments/payment-ways.tsx'
import { say } from '../../../shared/words/say.ts'

/** What an entry folds out to: who and when recorded, why, its place in the ledger, and its invoice. */
export function HistoryDetails({ packageRef, row }: { packageRef: string; row: HistoryRow }) {
  const entry = useHistoryEntry(packageRef, row.entry)
  if (entry.isPending) {
    return (
      <div className={classes.details}>
        <VisuallyHidden role="status">{say('history.detailsLoading')}</VisuallyHidden>
        <Skeleton height={12} width="50%" />
        <Skeleton height={12} width="30%" mt="xs" />
      </div>
    )
  }
  if (entry.isError) {
    return (
      <div className={classes.details}>
        <FailureNotice thrown={entry.error} onRetry={() => void entry.refetch()} />
      </div>
    )
  }
  return <Details details={entry.data} packageRef={packageRef} />
}

function Details({ details, packageRef }: { details: HistoryEntryDetails; packageRef: string }) {
  const { locale, timeZone } = useSchool()
  const { row, invoice } = details
  return (
    <div className={classes.details}>
      <dl className={classes.facts}>
        <Fact term={say('history.recordedBy')}>
          {row.userName} <span className={classes.quiet}>({row.user})</span>
        </Fact>
        <Fact term={say('history.recordedAt')}>
          <time dateTime={details.recordedAt}>{instantText(details.recordedAt, locale, timeZone)}</time>
        </Fact>
        {details.reason !== '' && (
          <Fact term={say(WITH_REASON.has(row.action) ? 'ui.reason' : 'ui.note')}>{details.reason}</Fact>
        )}
        {row.note !== '' && row.note !== details.reason && <Fact term={say('ui.note')}>{row.note}</Fact>}
        {details.tender !== null && <Fact term={say('history.paidBy')}>{tenderWords(details.tender)}</Fact>}
        {details.person !== null && (
          <Fact term={say(personTerm(row.action))}>
            {say('history.person', { name: details.person.name, number: details.person.number })}
          </Fact>
        )}
        {details.counterpart !== null && (
          <Fact term={say(counterpartTerm(row.action))}>
            {counterpartWords(row.action, details.counterpart, locale)}
          </Fact>
        )}
        {details.undoneBy !== null && <Fact term={say('history.undoneBy')}>{details.undoneBy}</Fact>}
        <Fact term={say('history.ledgerEntry')}>
          {row.entry}{' '}
          <code className={classes.hash} title={`SHA-256 ${details.hash}`}>
            {details.hash.slice(0, 12)}
          </code>
        </Fact>
      </dl>
      {details.tender !== null && !row.action.endsWith('_failed') && <ReceiptLink entry={row.entry} />}
      {details.reversible && details.tender !== null && (
        <PaymentWays
          of={{
            customer: details.customerNumber,
            payment: { of: 'package', package: packageRef, payment: row.ref },
            amount: row.amount,
            method: tenderSchema.parse(details.tender),
            date: row.date,
            payer: details.payer,
          }}
        />
      )}
      {invoice && <InvoiceDetails invoice={invoice} packageRef={packageRef} customerNumber={details.customerNumber} />}
    </div>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What is asked for a reason; what is written with anything else is a note. */
const WITH_REASON: ReadonlySet<HistoryAction> = new Set([
  'package_payment_reversed',
  'item_invoice_unpaid',
  'invoice_refund',
  'invoice_void',
  'invoice_delete',
  'removed_from_package',
  'returned_to_package',
  'end_changed',
  'lapsed',
  'hours_adjusted',
  'opening_reversed',
  'customer_merged',
])

function personTerm(action: HistoryAction) {
  if (action === 'member_added' || action === 'member_removed') return 'history.member'
  return action === 'package_refund' ? 'history.givenBackTo' : 'history.payer'
}

function counterpartTerm(action: HistoryAction) {
  switch (action) {
    case 'transfer_in':
      return 'ui.from'
    case 'added_to_package':
    case 'end_changed':
      return 'history.lastValidDay'
    case 'package_payment_reversed':
    case 'opening_reversed':
      return 'history.takesBack'
    default:
      return 'ui.to'
  }
}

function counterpartWords(action: HistoryAction, counterpart: string, locale: string): string {
  if (action === 'end_changed' || action === 'added_to_package') return dateText(businessDate(counterpart), locale)
  return counterpart === 'account' ? say('history.customersAccount') : counterpart
}
