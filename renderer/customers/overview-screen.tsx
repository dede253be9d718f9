import { Skeleton, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useOverview, type Overview } from '../invoices/invoices-queries.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { AccountHistory } from './account-history.tsx'
import classes from './customers.module.css'
import { CustomerInvoices } from './customer-invoices.tsx'
import { CustomerPayments } from './customer-payments.tsx'
import { OverviewHead } from './overview-head.tsx'
import { PaidForOthers } from './paid-for-others.tsx'
import { PackageWidgetBox } from './package-widget.tsx'
import { say } from '../../shared/words/say.ts'

/** The overview of one customer: each package with its hours, and the money where it may be seen. */
export function OverviewScreen({ number }: { number: string }) {
  const overview = useOverview(number)
  if (overview.isPending) return <Skeleton height={240} m="md" />
  if (overview.isError) {
    return (
      <div className={classes.problem}>
        <FailureNotice thrown={overview.error} onRetry={() => void overview.refetch()} />
      </div>
    )
  }
  const { customer, packages, invoices, accountHistory, payments, mergedInto } = overview.data
  if (mergedInto !== null) return <MergedOverview overview={overview.data} />
  return (
    <div className={classes.body}>
      <div className={classes.overview}>
        <OverviewHead overview={overview.data} />
        <Part title={say('ui.packages')}>
          {packages.length === 0 ? (
            <Text c="dimmed" size="sm">
              {say('customers.noPackages', { name: customer.name })}
            </Text>
          ) : (
            <div className={classes.widgets}>
              {packages.map((widget) => (
                <PackageWidgetBox key={widget.ref} widget={widget} customer={customer.number} />
              ))}
            </div>
          )}
        </Part>
        {(invoices !== null || payments !== null || accountHistory !== null) && (
          <div className={classes.aside}>
            {invoices !== null && (
              <Part title={say('ui.invoices')}>
                <CustomerInvoices invoices={invoices} />
              </Part>
            )}
            {payments !== null && (
              <Part title={say('customers.payments')}>
                <CustomerPayments payments={payments} />
              </Part>
            )}
            <PaidForOthers number={customer.number} />
            {accountHistory !== null && (
              <Part title={say('customers.accountHistory')}>
                <AccountHistory entries={accountHistory} customer={customer.number} />
              </Part>
            )}
          </div>
        )}
      </div>
    </div>
  )
}

/** Everything of a record that was merged stands with the customer that it became, but what its account was before. */
function MergedOverview({ overview }: { overview: Overview }) {
  const { customer, accountHistory } = overview
  return (
    <div className={classes.body}>
      <div className={classes.overview}>
        <OverviewHead overview={overview} />
        {accountHistory !== null && accountHistory.length > 0 && (
          <Part title={say('customers.accountHistory')}>
            <AccountHistory entries={accountHistory} customer={customer.number} />
          </Part>
        )}
      </div>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  )
}
