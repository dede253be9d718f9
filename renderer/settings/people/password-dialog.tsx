import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { UserRow } from '../../../shared/contract/people.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { problemAt } from '../../invoices/invoices-queries.ts'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { usePeopleChange } from './people-queries.ts'

/** Sets the password of a user; null when closed. */
export function PasswordDialog({ user, onClose }: { user: UserRow | null; onClose: () => void }) {
  return (
    <Modal.Root opened={user !== null} onClose={onClose} size={440} padding={0} yOffset={48}>
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>Set password</Modal.Title>} quiet>
          <Modal.CloseButton aria-label="Close" />
        </DialogHead>
        <Modal.Body p={24}>{user && <PasswordForm user={user} onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function PasswordForm({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const set = usePeopleChange(
    () => call('users.setPassword', { username: user.username, password }),
    () => `${user.name} signs in with the new password from now on.`,
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
          <strong>{user.name}</strong> · {user.username}. Whoever is signed in under this name stays signed in.
        </Text>
        <PasswordInput
          label="New password"
          description="8 characters or more"
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
          label="The same again"
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={differs ? 'This is not the same as above.' : null}
        />
        {elsewhere && <FailureNotice thrown={set.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={set.isPending}>
            Cancel
          </Button>
          <Button type="submit" loading={set.isPending} disabled={password === '' || password !== again}>
            Set password
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
