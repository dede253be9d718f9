import { Button, Group, SegmentedControl, Select, Stack, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { UserRow } from '../../../shared/contract/people.ts'
import { ROLE_NAMES, ROLES } from '../../../shared/permissions.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { CustomerField } from '../../invoices/form/customer-field.tsx'
import { problemAt } from '../../invoices/invoices-queries.ts'
import outcome from '../../packages/actions/outcome-field.module.css'
import { RecordHistory } from '../../records/record-history.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { usePeopleChange } from './people-queries.ts'
import { StudentsField } from './students-field.tsx'

interface UserDialogProps {
  readonly opened: boolean
  /** null: a new one */
  readonly user: UserRow | null
  readonly onClose: () => void
}

/** New user, or Edit user. */
export function UserDialog({ opened, user, onClose }: UserDialogProps) {
  return (
    <FormDialog
      opened={opened}
      title={user ? say('settings.edit_user') : say('settings.new_user')}
      closeLabel={say('settings.close')}
      width={520}
      onClose={onClose}
    >
      {opened && <UserForm user={user} onClose={onClose} />}
      {opened && user && <UserHistory username={user.username} />}
    </FormDialog>
  )
}

function UserHistory({ username }: { readonly username: string }) {
  return (
    <section aria-label={say('records.history')}>
      <Title order={3} size="h5" mt="md" mb="xs">
        {say('records.history')}
      </Title>
      <RecordHistory subject={{ of: 'users', key: username }} />
    </section>
  )
}

const NOBODY: UserRow = {
  username: '',
  name: '',
  role: 'front_desk',
  active: true,
  hasPassword: false,
  customer: null,
  students: [],
}

const FIELDS = ['username', 'name', 'role', 'customer', 'students']

function UserForm({ user, onClose }: { user: UserRow | null; onClose: () => void }) {
  const [draft, setDraft] = useState(user ?? NOBODY)
  const save = useSave(user, onClose)
  const change = (to: Partial<UserRow>) => {
    save.reset()
    setDraft({ ...draft, ...to })
  }
  const elsewhere = save.isError && !FIELDS.includes(failureOf(save.error).field ?? '')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(draft)
      }}
    >
      <Stack gap="md">
        {user === null && (
          <TextInput
            label={say('settings.username')}
            autoComplete="off"
            data-autofocus
            maxLength={100}
            value={draft.username}
            onChange={(event) => change({ username: event.currentTarget.value })}
            error={problemAt(save.error, 'username')}
          />
        )}
        <TextInput
          label={say('settings.name')}
          autoComplete="off"
          {...(user ? { 'data-autofocus': true } : {})}
          maxLength={200}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={problemAt(save.error, 'name')}
        />
        <RoleFields draft={draft} onDraft={change} thrown={save.error} />
        {user && (
          <SegmentedControl
            aria-label={say('settings.status')}
            classNames={{ input: outcome.input ?? '' }}
            data={[say('settings.active'), say('settings.inactive')]}
            value={draft.active ? say('settings.active') : say('settings.inactive')}
            onChange={(value) => change({ active: value === 'Active' })}
          />
        )}
        {elsewhere && <FailureNotice thrown={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={save.isPending}>
            {say('settings.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {user ? say('settings.save') : say('settings.new_user')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useSave(user: UserRow | null, onClose: () => void) {
  return usePeopleChange(
    ({ username, name, role, active, customer, students }: UserRow) => {
      // Only a customer is one, and a customer has no students.
      const words = {
        username,
        name,
        role,
        ...(role === 'customer' ? { customer, students: [] } : { customer: null, students }),
      }
      return user ? call('users.edit', { ...words, active }) : call('users.create', words)
    },
    (saved) =>
      user
        ? say('settings.name_was_changed', { name: saved.name })
        : say('settings.name_is_a_user_now_set_a_password', { name: saved.name }),
    onClose,
  )
}

interface RoleFieldsProps {
  readonly draft: UserRow
  readonly onDraft: (to: Partial<UserRow>) => void
  readonly thrown: unknown
}

/** The role, and what goes with it: which customer a customer is, whose dashboards others see. */
function RoleFields({ draft, onDraft, thrown }: RoleFieldsProps) {
  return (
    <>
      <Select
        label={say('settings.role')}
        data={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        allowDeselect={false}
        value={draft.role}
        onChange={(value) => onDraft({ role: ROLES.find((role) => role === value) ?? draft.role })}
        error={problemAt(thrown, 'role')}
      />
      {draft.role === 'customer' ? (
        <CustomerField
          value={draft.customer}
          onChange={(customer) => onDraft({ customer })}
          error={problemAt(thrown, 'customer')}
        />
      ) : (
        <StudentsField
          value={draft.students}
          onChange={(students) => onDraft({ students })}
          error={problemAt(thrown, 'students')}
        />
      )}
    </>
  )
}
