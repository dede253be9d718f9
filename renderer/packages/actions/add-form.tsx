import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BalanceChange } from '../../../shared/contract/action-values.ts'
import { foldedFilter } from '../../ui/fields/folded-filter.ts'
import { useOverview } from '../../invoices/invoices-queries.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Offer } from '../../../shared/contract/catalogue.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { CustomerField } from '../../invoices/form/customer-field.tsx'
import { usePermission } from '../../sign-in/session.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useSchool } from '../../ui/school.tsx'
import { typedAmountText } from '../../../shared/typed-numbers.ts'
import { ActionForm, type Header } from './action-form.tsx'
import type { Filled } from './action-view.ts'
import { AgreedFields, type Agreed } from './agreed-fields.tsx'
import { readAmount } from './amount-field.tsx'
import { addedToPackage } from './reversal.ts'
import { SharesOfPrice } from './shares-of-price.tsx'

interface Body {
  readonly customer: string
  readonly package: string
  /** an agreed price; null: the list price */
  readonly price: Cents | null
  /** null: as many months after the sale as the package says */
  readonly end: BusinessDate | null
}

/** Adds a customer to a package that the school sells now, at the list price or at one that was agreed. */
export function AddForm(props: { customer: string | null; filled?: Filled; onClose: () => void }) {
  const school = useSchool()
  const mayAgree = usePermission('Adjust Packages')
  const [customer, setCustomer] = useState(props.customer)
  const [code, setCode] = useState<string | null>(props.filled?.offer ?? null)
  const who = useOverview(customer)
  const [agreed, setAgreed] = useState<Agreed>(() => agreedAtFirst(props.filled, school))
  const offers = useQuery({
    queryKey: ['offers', 'list', true],
    queryFn: () => call('offers.list', { active: true }),
  })
  const offer = offers.data?.offers.find((each) => each.code === code)
  const { amount: price, problem } = readAmount(agreed.price, school)
  const body: Body | null =
    customer === null || code === null || problem !== null ? null : { customer, package: code, price, end: agreed.end }
  const sentence = sentenceOf(who.data?.customer.name ?? customer ?? '', offer, price ?? offer?.price, school)
  return (
    <ActionForm
      body={body}
      basis={[]}
      preview={(input: Body & Header) => call('packages.add.preview', input)}
      record={(input) => call('packages.add', input)}
      about={({ ref }, input) => addedToPackage(input.customer, ref)}
      fields={['customer', 'package', 'price', 'end']}
      describe={(preview) => ({ ...preview, sentence, changes: preview.changes.filter(isTold) })}
      submit={say('package_actions.title_add')}
      filled={props.filled}
      onClose={props.onClose}
    >
      {(problemOf, preview) => (
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
            data={(offers.data?.offers ?? []).map((each) => choiceOf(each, school))}
            value={code}
            onChange={setCode}
            nothingFoundMessage={say('package_actions.noPackageFits')}
            error={problemOf('package')}
          />
          {mayAgree && (
            <AgreedFields
              agreed={agreed}
              onAgreed={setAgreed}
              problemOf={(field) => (field === 'price' ? problem : null) ?? problemOf(field)}
            />
          )}
          {offer && price !== null && preview && <SharesOfPrice offer={offer} shares={preview.amounts} />}
          {offers.isError && <FailureNotice thrown={offers.error} onRetry={() => void offers.refetch()} />}
        </>
      )}
    </ActionForm>
  )
}

function agreedAtFirst({ price, end = null }: Filled = {}, school: MoneyStyle): Agreed {
  return { price: price === undefined ? '' : typedAmountText(price, school), end }
}

/** Everything that is included is available, too: it is said once. */
function isTold({ label }: BalanceChange): boolean {
  return !label.endsWith(say('balance.line_available', { code: '' }))
}

function choiceOf({ code, name, price }: Offer, school: MoneyStyle) {
  return { value: code, label: say('package_actions.choice', { name, more: moneyText(price, school) }) }
}

function sentenceOf(name: string, offer: Offer | undefined, price: Cents | undefined, school: MoneyStyle): string {
  return say('package_actions.adding', {
    name,
    package: offer?.name ?? '',
    price: price === undefined ? '' : moneyText(price, school),
  })
}
