import { Fieldset, Group, Select } from '@mantine/core'
import type { CallInput } from '../../../../shared/contract/index.ts'
import { say } from '../../../../shared/words/say.ts'
import { call } from '../../../api/call.ts'
import { CustomerField } from '../../../invoices/form/customer-field.tsx'
import { DayField } from '../../../ui/fields/day-field.tsx'
import { ActionForm, type Header } from '../action-form.tsx'
import classes from '../actions.module.css'
import { TenderField, TypedField } from '../amount-field.tsx'
import { PayerField } from './payer-field.tsx'
import { PaymentLine } from './payment-line.tsx'
import { usePaymentBasis } from './payment-basis.ts'
import { reversed, type PaymentFormProps } from './reversal-form.tsx'
import { useCorrection } from './use-correction.ts'

type Body = Omit<CallInput<'payments.correct'>, keyof Header>

/** Puts a payment right in one step: another tender, amount, day, package, invoice or customer. */
export function CorrectionForm({ of, filled, onClose }: PaymentFormProps) {
  const basis = usePaymentBasis(of)
  const form = useCorrection(of, filled?.instead)
  return (
    <ActionForm
      body={form.body}
      basis={basis}
      preview={(input: Body & Header) => call('payments.correct.preview', input)}
      record={(input) => call('payments.correct', input)}
      about={() => reversed(of)}
      fields={['instead.amount', 'instead.method', 'instead.date', 'instead.payer', 'instead.customer', 'instead.ref']}
      noteLabel={say('ui.reason')}
      // Both on the day of the payment: between two days the package would be paid twice, which is refused. What an
      // invoice was paid by later is in the way of that.
      filled={filled ?? (of.payment.of === 'invoice' ? undefined : { date: of.date })}
      submit={say('reversals.title_correctPayment')}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <PaymentLine of={of} />
          <CorrectionFields form={form} problemOf={problemOf} />
        </>
      )}
    </ActionForm>
  )
}

interface CorrectionFieldsProps {
  readonly form: ReturnType<typeof useCorrection>
  readonly problemOf: (field: string) => string | null
}

/** The payment as it should have been. */
function CorrectionFields({ form, problemOf }: CorrectionFieldsProps) {
  return (
    <Fieldset legend={say('reversals.shouldBe')}>
      <div className={classes.fields}>
        <CustomerField
          optional
          value={form.customer}
          onChange={form.setCustomer}
          error={problemOf('instead.customer')}
        />
        <Select
          label={say('reversals.paidFor')}
          data={form.targets.map(({ value, label }) => ({ value, label }))}
          allowDeselect={false}
          value={form.target}
          onChange={form.setTarget}
          error={problemOf('instead.ref') ?? problemOf('instead.package')}
        />
        <Group grow align="flex-start">
          <TypedField
            label={say('ui.amount')}
            value={form.typed}
            onChange={form.setTyped}
            error={form.problem ?? problemOf('instead.amount')}
          />
          <TenderField
            value={form.method}
            without={form.withoutAccount ? ['package', 'account'] : ['package']}
            onChange={form.setMethod}
            error={problemOf('instead.method')}
          />
          <DayField
            label={say('reversals.dayOfPayment')}
            value={form.day}
            onChange={form.setDay}
            error={problemOf('instead.date')}
          />
        </Group>
        <PayerField value={form.payer} onChange={form.setPayer} error={problemOf('instead.payer')} />
      </div>
    </Fieldset>
  )
}
