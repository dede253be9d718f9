import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { tenderWords } from '../../shared/action-words.ts'
import { tenderSchema } from '../../shared/contract/values.ts'
import { hasReference } from '../../shared/payment-reference.ts'
import { typedAmountText } from '../../shared/typed-numbers.ts'
import { say } from '../../shared/words/say.ts'
import { ReferenceField } from '../packages/actions/payments/reference-field.tsx'
import { useSchool } from '../ui/school.tsx'
import { packageLines } from './invoice-reversal.ts'
import type { Invoice } from './invoices-queries.ts'
import classes from './invoices.module.css'
import type { Payment } from './payment.ts'
import { packageTenderFits, withAnother, withMethod, type TypedPart } from './payment-parts.ts'

interface TenderFieldsProps {
  readonly invoice: Invoice
  readonly payment: Payment
}

/** The tenders of a payment, each with its amount and its number; and the button for one more. */
export function TenderFields(props: TenderFieldsProps) {
  const { invoice, payment } = props
  const school = useSchool()
  return (
    <>
      {payment.parts.map((part, place) => (
        <TenderRow key={part.key} part={part} place={place} {...props} />
      ))}
      {!payment.failed && (
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => payment.setParts(withAnother(payment.parts, invoice, school))}
          >
            {say('payments.addTender')}
          </Button>
        </div>
      )}
    </>
  )
}

function TenderRow({ part, place, invoice, payment }: TenderFieldsProps & { part: TypedPart; place: number }) {
  const school = useSchool()
  const { parts, setParts } = payment
  const change = (to: Partial<TypedPart>) =>
    setParts(parts.map((known) => (known === part ? { ...part, ...to } : known)))
  const byPackage = part.method === 'package'
  return (
    <div className={classes.tender} role="group" aria-label={say('payments.part', { place: place + 1 })}>
      <Select
        label={say('ui.tender')}
        {...(place === 0 ? { 'data-autofocus': true } : {})}
        data={tendersFor(part, parts, invoice).map((tender) => ({ value: tender, label: tenderWords(tender) }))}
        allowDeselect={false}
        value={part.method}
        onChange={(value) => setParts(withMethod(parts, place, tenderSchema.parse(value), invoice, school))}
        error={payment.problemOf(place, 'method')}
      />
      <TextInput
        label={say('ui.amount')}
        inputMode="decimal"
        autoComplete="off"
        readOnly={byPackage}
        value={byPackage ? typedAmountText(packageLines(invoice), school) : part.typed}
        onChange={(event) => change({ typed: event.currentTarget.value })}
        error={payment.problemOf(place, 'amount')}
      />
      {hasReference(part.method) ? (
        <ReferenceField method={part.method} value={part.reference} onChange={(reference) => change({ reference })} />
      ) : (
        <span />
      )}
      {parts.length > 1 && (
        <ActionIcon
          className={classes.tenderRemove ?? ''}
          variant="subtle"
          color="gray"
          size={34}
          aria-label={say('payments.removeTender')}
          onClick={() => setParts(parts.filter((known) => known !== part))}
        >
          <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  )
}

/** The package tender pays once, and only where it can. */
function tendersFor({ method }: TypedPart, parts: readonly TypedPart[], invoice: Invoice) {
  const free = packageTenderFits(invoice) && !parts.some((part) => part.method === 'package')
  return tenderSchema.options.filter((tender) => tender !== 'package' || method === 'package' || free)
}
