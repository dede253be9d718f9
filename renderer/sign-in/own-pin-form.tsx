import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { problemAt } from '../invoices/invoices-queries.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { PresentPassword } from './present-password.tsx'
import { useSession, useUser } from './session.tsx'

/** A PIN for a quick return to a shared desk, set or taken away with the present password. */
export function OwnPinForm({ onClose }: { onClose: () => void }) {
  const { hasPin } = useUser()
  const { change } = useSession()
  const [presentPassword, setPresentPassword] = useState('')
  const [pin, setPin] = useState('')
  const set = useMutation({
    mutationFn: (given: string | null) => call('session.setPin', { presentPassword, pin: given }),
    onSuccess: (user) => {
      change(user)
      notifications.show({ message: say(user.hasPin ? 'own_access.pinSet' : 'own_access.pinRemoved') })
      onClose()
    },
  })
  const at = (field: string) => problemAt(set.error, field)
  const type = (keep: (value: string) => void) => (value: string) => {
    set.reset()
    keep(value)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate(pin)
      }}
    >
      <Stack gap="md">
        <Text size="sm">{say('own_access.pinLead')}</Text>
        <PresentPassword value={presentPassword} onChange={type(setPresentPassword)} error={at('presentPassword')} />
        <PasswordInput
          label={say('own_access.pinLabel')}
          description={say('own_access.pinHint')}
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => type(setPin)(event.currentTarget.value)}
          error={at('pin')}
        />
        {set.isError && !at('presentPassword') && !at('pin') && <FailureNotice thrown={set.error} />}
        <Group justify="flex-end">
          {hasPin && (
            <Button
              variant="default"
              onClick={() => set.mutate(null)}
              disabled={presentPassword === '' || set.isPending}
            >
              {say('own_access.removePin')}
            </Button>
          )}
          <Button variant="default" onClick={onClose} disabled={set.isPending}>
            {say('own_access.cancel')}
          </Button>
          <Button type="submit" loading={set.isPending} disabled={presentPassword === '' || pin === ''}>
            {say('own_access.setPin')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
