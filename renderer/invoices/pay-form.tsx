import { Group, Select, TextInput } from '@mantine/core'
import { tenderSchema, type Tender } from '../../shared/contract/values.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { OutcomeField } from '../packages/actions/outcome-field.tsx'
import { ChangedNotice } from '../packages/actions/changed-notice.tsx'
import { DateAndNote } from '../ui/date-and-note.tsx'
import { BalanceChanges } from './balance-changes.tsx'
import { FormFoot } from './form-foot.tsx'
import { problemAt, type Invoice } from './invoices-queries.ts'
import classes from './invoices.module.css'
import { usePayment } from './payment.ts'
import { say } from '../../shared/words/say.ts'

/** Pays an invoice: from the package first, the rest by another tender. A payment that failed is recorded as such. */
export function PayForm({ invoice, onBack }: { invoice: Invoice; onBack: () => void }) {
  const payment = usePayment(invoice, onBack)
  const { method, failed, input, record, thrown } = payment
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        if (input) record.mutate({ ...input, basis: payment.held })
      }}
      onChange={() => payment.changed && payment.adopt()}
      noValidate
    >
      <Group gap="md" align="flex-start" grow>
        <Tenders
          value={method}
          byPackage={payment.byPackage}
          onChange={payment.setMethod}
          error={problemAt(thrown, 'method')}
        />
        {method === 'package' ? (
          <TextInput label={say('ui.amount')} value={payment.packageAmount} readOnly />
        ) : (
          <TextInput
            label={say('ui.amount')}
            inputMode="decimal"
            value={payment.typed}
            onChange={(event) => payment.setTyped(event.currentTarget.value)}
            error={payment.problem ?? problemAt(thrown, 'amount')}
          />
        )}
      </Group>
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
        fields={['method', 'amount', 'date', 'note']}
        submit={failed ? say('invoices.recordFailed') : say('invoices.action_pay')}
        pending={record.isPending}
        onCancel={onBack}
        disabled={input === null}
      />
    </form>
  )
}

function Tenders(props: { value: Tender; byPackage: boolean; onChange: (to: Tender) => void; error: string | null }) {
  const tenders = tenderSchema.options.filter((tender) => tender !== 'package' || props.byPackage)
  return (
    <Select
      label={say('ui.tender')}
      data-autofocus
      data={tenders.map((tender) => ({ value: tender, label: tenderWords(tender) }))}
      allowDeselect={false}
      value={props.value}
      onChange={(value) => props.onChange(tenderSchema.parse(value))}
      error={props.error}
    />
  )
}
