import { Text, Title } from '@mantine/core'
import { Fragment } from 'react'
import { dateText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import type { Overview } from '../invoices/invoices-queries.ts'
import { Money } from '../ui/money.tsx'
import { addressOf } from '../ui/route.ts'
import { Said } from '../ui/said.tsx'
import { useSchool } from '../ui/school.tsx'
import classes from './customers.module.css'
import { DeskActions, EditCustomer } from './desk-actions.tsx'

/** Who the overview is about, the account balance, and what can be done. */
export function OverviewHead({ overview }: { overview: Overview }) {
  const { customer, account, mergedInto, mergedFrom } = overview
  const about = [customer.number, customer.email, customer.phone, customer.active ? '' : say('ui.inactive')]
  return (
    <div className={classes.overviewHead}>
      <div>
        <Title order={1} size="h3">
          {customer.name}
        </Title>
        <Text size="sm" c="dimmed">
          {about.filter((part) => part !== '').join(' · ')}
        </Text>
        {mergedFrom.length > 0 && (
          <Text size="sm" c="dimmed">
            <Said
              of="customers.mergedFrom"
              parts={{
                records: mergedFrom.map((record, place) => (
                  <Fragment key={record.number}>
                    {place > 0 && ', '}
                    <CustomerLink of={record} />
                  </Fragment>
                )),
              }}
            />
          </Text>
        )}
        {mergedInto === null && account !== null && (
          <Text size="sm" mt={4}>
            <Said
              of="customers.accountBalanceIs"
              parts={{
                amount: (
                  <strong>
                    <Money amount={account} />
                  </strong>
                ),
              }}
            />
          </Text>
        )}
      </div>
      {mergedInto === null ? <DeskActions overview={overview} /> : <MergedNotice overview={overview} />}
    </div>
  )
}

/** Nothing is done with a record that was merged, but what its own words are about. */
function MergedNotice({ overview: { customer, mergedInto } }: { overview: Overview }) {
  const { locale } = useSchool()
  if (mergedInto === null) return null
  return (
    <>
      <Text size="sm" fw={600} role="note">
        <Said
          of="customers.mergedInto"
          parts={{ customer: <CustomerLink of={mergedInto} /> }}
          params={{ day: dateText(mergedInto.on, locale), number: customer.number }}
        />
      </Text>
      <div className={classes.deskActions}>
        <EditCustomer customer={customer} />
      </div>
    </>
  )
}

function CustomerLink({ of: { name, number } }: { of: Overview['mergedFrom'][number] }) {
  return (
    <a className={classes.name} href={addressOf('customers', number)}>
      {say('invoice_form.customer', { name, number })}
    </a>
  )
}
