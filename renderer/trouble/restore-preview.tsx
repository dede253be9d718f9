import { Button, Group, PasswordInput, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RestorePreview as Preview } from '../../shared/contract/backups.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { copyText, stateText, type Clock } from './size-and-age.ts'
import classes from './trouble.module.css'

interface RestorePreviewProps {
  readonly file: string
  /** the calls that look and restore: those of the start on trouble, or those behind the sign-in */
  readonly by: 'trouble' | 'backups'
  readonly clock: Clock
  readonly onBack: () => void
  readonly onRestored: (keptAside: string | null) => void
}

/** What a restore would bring and lose, and the button that does it. */
export function RestorePreview({ file, by, clock, onBack, onRestored }: RestorePreviewProps) {
  const [password, setPassword] = useState('')
  const look = useQuery({ queryKey: [by, 'look', file], queryFn: () => call(`${by}.look`, { file }), staleTime: 0 })
  const restore = useMutation({
    mutationFn: () => call(`${by}.restore`, { file, password: password === '' ? null : password }),
    onSuccess: ({ keptAside }) => onRestored(keptAside),
  })
  if (look.isPending) return <Skeleton height={160} animate={false} />
  if (look.isError) return <NotReadable thrown={look.error} onBack={onBack} />
  const { copy } = look.data
  const wrongPassword = restore.isError && failureOf(restore.error).field === 'password'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        restore.mutate()
      }}
    >
      <Stack gap="md">
        <Text component="p">
          <strong>{look.data.school ?? copy.name}</strong>
          <br />
          {copyText(copy, clock)}. {stateText(copy)}
        </Text>
        <WhatChanges preview={look.data} />
        <Text size="sm" c="dimmed" component="p">
          {say('backups.kept_aside_words')}
        </Text>
        {copy.encrypted && (
          <PasswordInput
            label={say('backups.password')}
            autoComplete="off"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={wrongPassword ? failureOf(restore.error).message : null}
          />
        )}
        {restore.isError && !wrongPassword && <FailureNotice thrown={restore.error} />}
        <Group>
          <Button type="submit" loading={restore.isPending} disabled={copy.encrypted && password === ''}>
            {say('backups.put_in_place')}
          </Button>
          <Button variant="default" onClick={onBack} disabled={restore.isPending}>
            {say('backups.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function WhatChanges({ preview }: { readonly preview: Preview }) {
  const { sameLedger, brings, loses, lost, present } = preview
  return (
    <div className={classes.changes}>
      {sameLedger === false && <Text component="p">{say('backups.another_ledger')}</Text>}
      {present === null && <Text component="p">{say('backups.present_unreadable')}</Text>}
      {loses > 0 && (
        <Text component="p">
          <strong>{say('backups.loses', { loses })}</strong> {say('backups.enter_again')}
        </Text>
      )}
      {brings > 0 && present !== null && <Text component="p">{say('backups.brings', { brings })}</Text>}
      {loses === 0 && present !== null && sameLedger !== false && (
        <Text component="p">{say('backups.loses_nothing')}</Text>
      )}
      {lost.length > 0 && (
        <ol className={classes.lost} aria-label={say('backups.lost_label')}>
          {lost.map(({ entry, date, action, ref, who }) => (
            <li key={entry}>{say('backups.lost_entry', { date, action: action.replaceAll('_', ' '), ref, who })}</li>
          ))}
        </ol>
      )}
    </div>
  )
}

function NotReadable({ thrown, onBack }: { readonly thrown: unknown; readonly onBack: () => void }) {
  return (
    <Stack>
      <FailureNotice thrown={thrown} />
      <Group>
        <Button variant="default" onClick={onBack}>
          {say('backups.back')}
        </Button>
      </Group>
    </Stack>
  )
}
