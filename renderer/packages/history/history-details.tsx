import { Skeleton, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import type { HistoryEntryDetails, HistoryRow } from '../../../shared/contract/packages.ts'
import { useHistoryEntry } from '../../api/packages-queries.ts'
import { instantText } from '../../../shared/date-text.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ReceiptLink } from '../../papers/receipt-link.tsx'
import { useSchool } from '../../ui/school.tsx'
import { tenderWords } from '../../../shared/action-words.ts'
import classes from './history.module.css'
import { InvoiceDetails } from './invoice-details.tsx'
import { tenderSchema } from '../../../shared/contract/values.ts'
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
        {details.reason !== '' && <Fact term={say('ui.reason')}>{details.reason}</Fact>}
        {row.note !== '' && row.note !== details.reason && <Fact term={say('ui.note')}>{row.note}</Fact>}
        {details.tender !== null && <Fact term={say('history.paidBy')}>{tenderWords(details.tender)}</Fact>}
        {details.counterpart !== null && (
          <Fact term={row.action === 'transfer_in' ? say('ui.from') : say('ui.to')}>
            {counterpartWords(details.counterpart)}
          </Fact>
        )}
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

function counterpartWords(counterpart: string): string {
  return counterpart === 'account' ? say('history.customersAccount') : counterpart
}
