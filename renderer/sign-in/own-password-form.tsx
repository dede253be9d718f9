import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { problemAt } from '../invoices/invoices-queries.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { PresentPassword } from './present-password.tsx'

/** Everybody changes the own password, with the present one. */
export function OwnPasswordForm({ onClose }: { onClose: () => void }) {
  const [entered, setEntered] = useState({ presentPassword: '', password: '', again: '' })
  const { presentPassword, password, again } = entered
  const change = useMutation({
    mutationFn: () => call('session.changePassword', { presentPassword, password }),
    onSuccess: () => {
      notifications.show({ message: say('own_access.passwordChanged') })
      onClose()
    },
  })
  const at = (field: string) => problemAt(change.error, field)
  const elsewhere = change.isError && at('presentPassword') === null && at('password') === null
  const type = (field: keyof typeof entered) => (value: string) => {
    change.reset()
    setEntered((before) => ({ ...before, [field]: value }))
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (password === again) change.mutate()
      }}
    >
      <Stack gap="md">
        <PresentPassword value={presentPassword} onChange={type('presentPassword')} error={at('presentPassword')} />
        <PasswordInput
          label={say('own_access.newPassword')}
          description={say('own_access.newPasswordHint')}
          autoComplete="new-password"
          value={password}
          onChange={(event) => type('password')(event.currentTarget.value)}
          error={at('password')}
        />
        <PasswordInput
          label={say('own_access.again')}
          autoComplete="new-password"
          value={again}
          onChange={(event) => type('again')(event.currentTarget.value)}
          error={again !== '' && again !== password ? say('own_access.differs') : null}
        />
        {elsewhere && <FailureNotice thrown={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={change.isPending}>
            {say('own_access.cancel')}
          </Button>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={presentPassword === '' || password === '' || password !== again}
          >
            {say('own_access.changePassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
