import { Button, Checkbox, Group, PasswordInput, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import classes from '../sign-in/front-page.module.css'
import { FailureNotice } from '../ui/failure-notice.tsx'
import own from './trouble.module.css'

interface ServerLoginProps {
  /** whether this computer keeps a password, encrypted */
  readonly canKeep: boolean
  readonly onEntered: () => Promise<void>
}

/** The server does not let this desk in: its password is asked for. */
export function ServerLogin({ canKeep, onEntered }: ServerLoginProps) {
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(canKeep)
  const enter = useMutation({
    mutationFn: () => call('trouble.enter', { password, keep: canKeep && keep }),
    onSuccess: async ({ opened }) => {
      setPassword('')
      if (opened) await onEntered()
    },
  })
  return (
    <section className={`${classes.panel} ${own.ways}`} aria-label={say('trouble.enter')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (password !== '') enter.mutate()
        }}
      >
        <PasswordInput
          label={say('trouble.server_password')}
          autoComplete="off"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {canKeep ? (
          <Checkbox
            mt="sm"
            label={say('trouble.keep_password')}
            description={say('trouble.keep_password_words')}
            checked={keep}
            onChange={(event) => setKeep(event.currentTarget.checked)}
          />
        ) : (
          <Text size="sm" c="dimmed" mt="sm" component="p">
            {say('trouble.password_not_kept')}
          </Text>
        )}
        <Group mt="md">
          <Button type="submit" loading={enter.isPending} disabled={password === ''}>
            {say('trouble.enter')}
          </Button>
          {enter.data?.opened === false && (
            <Text size="sm" role="status">
              {say('trouble.still')}
            </Text>
          )}
        </Group>
        {enter.isError && <FailureNotice thrown={enter.error} />}
      </form>
    </section>
  )
}
