import { Button, Checkbox, Group, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupsStatus } from '../../../shared/contract/backups.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { FolderField } from '../../ui/fields/folder-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'

/** Where backups go, and whether a password locks them. */
export function BackupsForm({ status }: { readonly status: BackupsStatus }) {
  const [folder, setFolder] = useState(status.chosen ? status.folder : '')
  const [locked, setLocked] = useState(status.encrypted)
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const keep = useKeep(() => {
    setPassword('')
    setAgain('')
  })
  const field = keep.isError ? (failureOf(keep.error).field ?? null) : null
  const differs = password !== again
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!differs) keep.mutate({ folder, password: passwordFor(status, locked, password) })
      }}
    >
      <Stack gap="md" mt="lg">
        <Title order={2} size="h4">
          {say('backups.settings_title')}
        </Title>
        <FolderField
          label={say('backups.folder')}
          description={say('backups.folder_description')}
          placeholder={status.folder}
          value={folder}
          onChange={setFolder}
          error={field === 'folder' ? failureOf(keep.error).message : null}
        />
        <Checkbox
          label={say('backups.lock')}
          description={say('backups.lock_description')}
          checked={locked}
          onChange={(event) => setLocked(event.currentTarget.checked)}
        />
        {locked && (
          <PasswordFields
            isNew={status.encrypted}
            password={password}
            again={again}
            onPassword={setPassword}
            onAgain={setAgain}
            problem={field === 'password' ? failureOf(keep.error).message : null}
          />
        )}
        {keep.isError && field !== 'folder' && field !== 'password' && <FailureNotice thrown={keep.error} />}
        <Save keep={keep} disabled={differs || (locked && !status.encrypted && password === '')} />
      </Stack>
    </form>
  )
}

function useKeep(onKept: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (settings: { folder: string; password: string | null }) => call('backups.configure', settings),
    onSuccess: (now) => {
      queryClient.setQueryData(['backups', 'status'], now)
      void queryClient.invalidateQueries({ queryKey: ['backups', 'list'] })
      onKept()
    },
  })
}

/** null: as it is; empty: none any more. */
function passwordFor(status: BackupsStatus, locked: boolean, password: string): string | null {
  if (!locked) return status.encrypted ? '' : null
  return password === '' ? null : password
}

interface PasswordFieldsProps {
  /** whether there is a password already */
  readonly isNew: boolean
  readonly password: string
  readonly again: string
  readonly onPassword: (password: string) => void
  readonly onAgain: (again: string) => void
  readonly problem: string | null
}

function PasswordFields(props: PasswordFieldsProps) {
  const { isNew, password, again, problem } = props
  return (
    <Group align="flex-start" grow>
      <PasswordInput
        label={isNew ? say('backups.new_password') : say('backups.password')}
        description={say('backups.password_description')}
        autoComplete="new-password"
        value={password}
        onChange={(event) => props.onPassword(event.currentTarget.value)}
        error={problem}
      />
      <PasswordInput
        label={say('backups.password_again')}
        description={say('backups.password_lost')}
        autoComplete="new-password"
        value={again}
        onChange={(event) => props.onAgain(event.currentTarget.value)}
        error={again !== '' && password !== again ? say('backups.password_differs') : null}
      />
    </Group>
  )
}

function Save({ keep, disabled }: { readonly keep: ReturnType<typeof useKeep>; readonly disabled: boolean }) {
  return (
    <Group>
      <Button type="submit" variant="default" loading={keep.isPending} disabled={disabled}>
        {say('backups.keep_settings')}
      </Button>
      {keep.isSuccess && (
        <Text size="sm" role="status">
          {say('backups.kept_settings')}
        </Text>
      )}
    </Group>
  )
}
