import { Button, Group, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { problemAt } from '../invoices/invoices-queries.ts'
import { DialogHead } from '../ui/dialog-head.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import classes from './customers.module.css'

interface CustomerDialogProps {
  readonly opened: boolean
  /** null: a new one */
  readonly customer: Customer | null
  readonly onClose: () => void
  readonly onSaved?: (customer: Customer) => void
}

/** New customer, or Edit customer. */
export function CustomerDialog({ opened, customer, onClose, onSaved }: CustomerDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={480} padding={0} yOffset={48}>
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{customer ? 'Edit customer' : 'New customer'}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label="Close" />
        </DialogHead>
        <Modal.Body>
          <CustomerForm customer={customer} onClose={onClose} {...(onSaved ? { onSaved } : {})} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

const FIELDS = ['name', 'number', 'email', 'phone'] as const
const LABELS: Readonly<Record<(typeof FIELDS)[number], string>> = {
  name: 'Name',
  number: 'Number',
  email: 'Email',
  phone: 'Phone',
}
const NOBODY: Customer = { number: '', name: '', email: '', phone: '', active: true }

function CustomerForm({ customer, onClose, onSaved }: Omit<CustomerDialogProps, 'opened'>) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState(customer ?? NOBODY)
  const { active, ...words } = typed
  const save = useMutation({
    mutationFn: () => (customer ? call('customers.edit', { ...words, active }) : call('customers.create', words)),
    onSuccess: (saved) => {
      notifications.show({ message: customer ? `${saved.name} was changed.` : `${saved.name} is a customer now.` })
      void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'start' })
      onClose()
      onSaved?.(saved)
    },
  })
  const elsewhere = save.isError && !FIELDS.some((field) => field === failureOf(save.error).field)
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {FIELDS.filter((field) => field !== 'number' || !customer).map((field) => (
        <TextInput
          key={field}
          label={LABELS[field]}
          autoComplete="off"
          {...(field === 'name' ? { 'data-autofocus': true } : {})}
          {...(field === 'number' ? { placeholder: 'The next free one' } : {})}
          value={typed[field]}
          maxLength={200}
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          error={problemAt(save.error, field)}
        />
      ))}
      {customer && (
        <SegmentedControl
          aria-label="Status"
          data={['Active', 'Inactive']}
          value={active ? 'Active' : 'Inactive'}
          onChange={(value) => setTyped({ ...typed, active: value === 'Active' })}
        />
      )}
      {elsewhere && <FailureNotice thrown={save.error} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={save.isPending}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending}>
          {customer ? 'Save' : 'New customer'}
        </Button>
      </Group>
    </form>
  )
}
