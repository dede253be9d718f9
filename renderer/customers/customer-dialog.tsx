import { Button, Group, SegmentedControl, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { CustomerField } from '../invoices/form/customer-field.tsx'
import { problemAt } from '../invoices/invoices-queries.ts'
import { RecordHistory } from '../records/record-history.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useDone } from '../ui/places.ts'
import { LikelyDoubles } from './likely-doubles.tsx'
import classes from './customers.module.css'
import { EraseCustomer } from './erase-customer.tsx'
import { say } from '../../shared/words/say.ts'

interface CustomerDialogProps {
  readonly opened: boolean
  /** as it is; null: a new one */
  readonly customer: Customer | null
  /** what the fields begin with, where that is something else */
  readonly filled?: Customer
  readonly onClose: () => void
  readonly onSaved?: (customer: Customer) => void
}

/** New customer, or Edit customer. */
export function CustomerDialog({ opened, ...form }: CustomerDialogProps) {
  const { customer, onClose } = form
  return (
    <FormDialog
      opened={opened}
      title={customer ? say('customers.editTitle') : say('ui.newCustomer')}
      width={480}
      padding={0}
      onClose={onClose}
    >
      <CustomerForm {...form} />
      {customer && <CustomerHistory customer={customer} onErased={onClose} />}
    </FormDialog>
  )
}

/** What the customer was and became. */
function CustomerHistory({ customer, onErased }: { readonly customer: Customer; readonly onErased: () => void }) {
  return (
    <section className={classes.form} aria-label={say('records.history')}>
      <Title order={3} size="h5">
        {say('records.history')}
      </Title>
      <RecordHistory subject={{ of: 'customers', key: customer.number }} />
      <EraseCustomer customer={customer} onErased={onErased} />
    </section>
  )
}

const FIELDS = ['name', 'number', 'email', 'phone', 'address'] as const
const LABELS: Readonly<Record<(typeof FIELDS)[number], string>> = {
  name: say('customers.name'),
  number: say('customers.number'),
  email: say('customers.email'),
  phone: say('customers.phone'),
  address: say('customers.address'),
}
const NOBODY: Customer = { number: '', name: '', email: '', phone: '', address: '', active: true, usualPayer: null }

function CustomerForm({ customer, filled, onClose, onSaved }: Omit<CustomerDialogProps, 'opened'>) {
  const [typed, setTyped] = useState(filled ?? customer ?? NOBODY)
  const { active } = typed
  const save = useSaved(customer, (saved) => {
    onClose()
    onSaved?.(saved)
  })
  const elsewhere = save.isError && ![...FIELDS, 'usualPayer'].some((field) => field === failureOf(save.error).field)
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(typed)
      }}
    >
      {FIELDS.filter((field) => field !== 'number' || !customer).map((field) => (
        <TextInput
          key={field}
          label={LABELS[field]}
          autoComplete="off"
          {...(field === 'name' ? { 'data-autofocus': true } : {})}
          {...(field === 'number' ? { placeholder: say('customers.numberNextFree') } : {})}
          value={typed[field]}
          maxLength={200}
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          error={problemAt(save.error, field)}
        />
      ))}
      <UsualPayer typed={typed} onTyped={setTyped} error={problemAt(save.error, 'usualPayer')} />
      {customer && (
        <SegmentedControl
          aria-label={say('ui.status')}
          data={[
            { value: 'active', label: say('ui.status_active') },
            { value: 'inactive', label: say('ui.inactive') },
          ]}
          value={active ? 'active' : 'inactive'}
          onChange={(value) => setTyped({ ...typed, active: value === 'active' })}
        />
      )}
      {!customer && <LikelyDoubles typed={typed} onLeave={onClose} />}
      {elsewhere && <FailureNotice thrown={save.error} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={save.isPending}>
          {say('ui.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {customer ? say('customers.save') : say('ui.newCustomer')}
        </Button>
      </Group>
    </form>
  )
}

interface UsualPayerProps {
  readonly typed: Customer
  readonly onTyped: (typed: Customer) => void
  readonly error: string | null
}

/** A parent or an employer: proposed where money is taken. */
function UsualPayer({ typed, onTyped, error }: UsualPayerProps) {
  return (
    <CustomerField
      label={say('customers.usual_payer')}
      optional
      value={typed.usualPayer?.number ?? null}
      // The name comes back with the answer.
      onChange={(number) => onTyped({ ...typed, usualPayer: number === null ? null : { number, name: number } })}
      error={error}
      known={typed.usualPayer}
    />
  )
}

/** Saves what was written about a customer, says so, and lets everything shown be asked for again. */
function useSaved(before: Customer | null, onDone: (saved: Customer) => void) {
  const queryClient = useQueryClient()
  const tell = useDone()
  return useMutation({
    mutationFn: ({ active, usualPayer, ...texts }: Customer) => {
      const words = { ...texts, usualPayer: usualPayer?.number ?? '' }
      return before ? call('customers.edit', { ...words, active }) : call('customers.create', words)
    },
    onSuccess: (saved) => {
      tell({
        sentence: before ? changeSentence(before, saved) : say('customers.made', { name: saved.name }),
        show: { of: 'customer', number: saved.number },
        // The form again, filled with what was there before.
        undo: before && { of: 'customerForm', customer: saved, filled: before },
      })
      void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'start' })
      onDone(saved)
    },
  })
}

function changeSentence(before: Customer, { name, active }: Customer): string {
  if (before.active === active) return say('customers.changed', { name })
  return say(active ? 'customers.activated' : 'customers.deactivated', { name })
}
