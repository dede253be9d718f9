import { Text } from '@mantine/core'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { ChangedNotice } from '../packages/actions/changed-notice.tsx'
import { PayerField } from '../packages/actions/payments/payer-field.tsx'
import { OutcomeField } from '../packages/actions/outcome-field.tsx'
import { DateAndNote } from '../ui/fields/date-and-note.tsx'
import { Said } from '../ui/said.tsx'
import { useSchool } from '../ui/school.tsx'
import { BalanceChanges } from './balance-changes.tsx'
import { FormFoot } from './form-foot.tsx'
import type { InvoiceFilled } from './invoice-view.ts'
import { problemAt, type Invoice } from './invoices-queries.ts'
import classes from './invoices.module.css'
import { usePayment } from './payment.ts'
import { MoreThanDue } from './more-than-due.tsx'
import { TenderFields } from './tender-fields.tsx'

/** Pays an invoice in one step, by one tender or several. A payment that failed is recorded as such. */
export function PayForm(props: { invoice: Invoice; filled: InvoiceFilled | undefined; onBack: () => void }) {
  const { invoice, filled, onBack } = props
  const payment = usePayment(invoice, filled, onBack)
  const { failed, record, thrown, plan } = payment
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        payment.send()
      }}
      onChange={() => payment.changed && payment.adopt()}
      noValidate
    >
      <About invoice={invoice} />
      <TenderFields invoice={invoice} payment={payment} />
      {plan && !failed && <MoreThanDue payment={payment} plan={plan} />}
      <PayerField
        value={payment.payer}
        onChange={payment.setPayer}
        error={problemAt(thrown, 'payer')}
        known={invoice.usualPayer}
      />
      <OutcomeField failed={failed} onChange={payment.setFailed} />
      <DateAndNote
        date={payment.date}
        onDate={payment.setDate}
        note={payment.note}
        onNote={payment.setNote}
        noteLabel={say('ui.note')}
        problemOf={(field) => problemAt(thrown, field)}
      />
      <BalanceChanges changes={payment.changes} />
      <ChangedNotice shown={payment.changed && !record.isError} />
      <FormFoot
        thrown={thrown}
        fields={['date', 'note', 'payer', ...payment.fields]}
        submit={failed ? say('invoices.recordFailed') : say('invoices.action_pay')}
        pending={record.isPending}
        onCancel={onBack}
        disabled={plan === null}
      />
    </form>
  )
}

/** Which invoice, whose, and what is due. */
function About({ invoice }: { invoice: Invoice }) {
  const school = useSchool()
  return (
    <Text size="sm">
      <Said
        of="payments.about"
        parts={{
          ref: <strong>{invoice.ref}</strong>,
          customer: <strong>{invoice.customerName}</strong>,
          amount: <strong>{moneyText(invoice.due, school)}</strong>,
        }}
      />
    </Text>
  )
}
