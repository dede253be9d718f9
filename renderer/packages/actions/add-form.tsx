import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { CustomerField } from '../../invoices/form/customer-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { moneyText } from '../../../shared/money-text.ts'
import { useSchool } from '../../ui/school.tsx'
import { ActionForm, type Header } from './action-form.tsx'
import { addedToPackage } from './reversal.ts'

interface Body {
  readonly customer: string
  readonly package: string
}

/** Adds a customer to a package that the school sells now. */
export function AddForm(props: { customer: string | null; onClose: () => void }) {
  const school = useSchool()
  const [customer, setCustomer] = useState(props.customer)
  const [code, setCode] = useState<string | null>(null)
  const offers = useQuery({
    queryKey: ['offers', 'list', true],
    queryFn: () => call('offers.list', { active: true }),
  })
  const choices = (offers.data?.offers ?? []).map((offer) => ({
    value: offer.code,
    label: `${offer.name} (${moneyText(offer.price, school)})`,
  }))
  return (
    <ActionForm
      body={customer === null || code === null ? null : { customer, package: code }}
      basis={[]}
      preview={(input: Body & Header) => call('packages.add.preview', input)}
      record={(input) => call('packages.add', input)}
      about={({ ref }, input) => addedToPackage(input.customer, ref)}
      fields={['customer', 'package']}
      submit="Add to package"
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          {props.customer === null && (
            <CustomerField value={customer} onChange={setCustomer} error={problemOf('customer')} />
          )}
          <Select
            label="Package"
            searchable
            {...(props.customer === null ? {} : { 'data-autofocus': true })}
            data={choices}
            value={code}
            onChange={setCode}
            nothingFoundMessage="No package fits"
            error={problemOf('package')}
          />
          {offers.isError && <FailureNotice thrown={offers.error} onRetry={() => void offers.refetch()} />}
        </>
      )}
    </ActionForm>
  )
}
