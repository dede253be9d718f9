import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BalanceChange } from '../../../shared/contract/action-values.ts'
import { call } from '../../api/call.ts'
import { CustomerField } from '../../invoices/form/customer-field.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useOverview } from '../../invoices/invoices-queries.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { moneyText } from '../../../shared/money-text.ts'
import { useSchool } from '../../ui/school.tsx'
import { ActionForm, type Header } from './action-form.tsx'
import { addedToPackage } from './reversal.ts'
import { say } from '../../../shared/words/say.ts'

interface Body {
  readonly customer: string
  readonly package: string
}

/** Adds a customer to a package that the school sells now. */
export function AddForm(props: { customer: string | null; onClose: () => void }) {
  const school = useSchool()
  const [customer, setCustomer] = useState(props.customer)
  const [code, setCode] = useState<string | null>(null)
  const who = useOverview(customer)
  const offers = useQuery({
    queryKey: ['offers', 'list', true],
    queryFn: () => call('offers.list', { active: true }),
  })
  const choices = (offers.data?.offers ?? []).map((offer) => ({
    value: offer.code,
    label: say('package_actions.choice', { name: offer.name, more: moneyText(offer.price, school) }),
  }))
  const chosen = offers.data?.offers.find((offer) => offer.code === code)
  const sentence = say('package_actions.adding', {
    name: who.data?.customer.name ?? customer ?? '',
    package: chosen?.name ?? '',
    price: chosen ? moneyText(chosen.price, school) : '',
  })
  return (
    <ActionForm
      body={customer === null || code === null ? null : { customer, package: code }}
      basis={[]}
      preview={(input: Body & Header) => call('packages.add.preview', input)}
      record={(input) => call('packages.add', input)}
      about={({ ref }, input) => addedToPackage(input.customer, ref)}
      fields={['customer', 'package']}
      describe={(preview) => ({ ...preview, sentence, changes: preview.changes.filter(isTold) })}
      submit={say('package_actions.title_add')}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          {props.customer === null && (
            <CustomerField value={customer} onChange={setCustomer} error={problemOf('customer')} />
          )}
          <Select
            label={say('ui.package')}
            searchable
            filter={foldedFilter}
            selectFirstOptionOnChange
            {...(props.customer === null ? {} : { 'data-autofocus': true })}
            data={choices}
            value={code}
            onChange={setCode}
            nothingFoundMessage={say('package_actions.noPackageFits')}
            error={problemOf('package')}
          />
          {offers.isError && <FailureNotice thrown={offers.error} onRetry={() => void offers.refetch()} />}
        </>
      )}
    </ActionForm>
  )
}

/** Everything that is included is available, too: it is said once. */
function isTold({ label }: BalanceChange): boolean {
  return !label.endsWith(' available')
}
