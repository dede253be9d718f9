import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { UserRow } from '../../../shared/contract/people.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { problemAt } from '../../invoices/invoices-queries.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { usePeopleChange } from './people-queries.ts'

/** Sets the password of a user; null when closed. */
export function PasswordDialog({ user, onClose }: { user: UserRow | null; onClose: () => void }) {
  return (
    <FormDialog
      opened={user !== null}
      title={say('settings.set_password')}
      closeLabel={say('settings.close')}
      width={440}
      onClose={onClose}
    >
      {user && <PasswordForm user={user} onClose={onClose} />}
    </FormDialog>
  )
}

function PasswordForm({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const set = usePeopleChange(
    () => call('users.setPassword', { username: user.username, password }),
    () => say('settings.name_signs_in_with_the_new_password', { name: user.name }),
    onClose,
  )
  const differs = again !== '' && again !== password
  const elsewhere = set.isError && failureOf(set.error).field !== 'password'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (password === again) set.mutate(undefined)
      }}
    >
      <Stack gap="md">
        <Text size="sm">
          <strong>{user.name}</strong> · {user.username}. {say('settings.password_ends_sessions')}
        </Text>
        <PasswordInput
          label={say('settings.new_password')}
          description={say('settings.eight_characters_or_more')}
          autoComplete="new-password"
          data-autofocus
          value={password}
          onChange={(event) => {
            set.reset()
            setPassword(event.currentTarget.value)
          }}
          error={problemAt(set.error, 'password')}
        />
        <PasswordInput
          label={say('settings.the_same_again')}
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={differs ? say('settings.this_is_not_the_same_as_above') : null}
        />
        {elsewhere && <FailureNotice thrown={set.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={set.isPending}>
            {say('settings.cancel')}
          </Button>
          <Button type="submit" loading={set.isPending} disabled={password === '' || password !== again}>
            {say('settings.set_password')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
