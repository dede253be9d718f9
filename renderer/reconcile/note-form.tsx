import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { say } from '../../shared/words/say.ts'
import { problemAt } from '../invoices/invoices-queries.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import classes from './reconcile.module.css'

interface NoteFormProps {
  readonly children: ReactNode
  readonly label: string
  readonly submit: string
  /** what is done without a note would be a riddle later */
  readonly needed: boolean
  readonly run: (note: string) => Promise<unknown>
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Asks why, before a step that somebody will wonder about later. */
export function NoteForm(props: NoteFormProps) {
  const [note, setNote] = useState('')
  const written = note.trim()
  const send = useMutation({ mutationFn: () => props.run(written), onSuccess: props.onDone })
  const atNote = problemAt(send.error, 'note')
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (written !== '' || !props.needed) send.mutate()
      }}
    >
      {props.children}
      <TextInput
        label={props.label}
        data-autofocus
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value)
          send.reset()
        }}
        error={atNote}
      />
      {send.isError && failureOf(send.error).field !== 'note' && <FailureNotice thrown={send.error} />}
      <Group justify="flex-end" gap="sm">
        {props.needed && written === '' && (
          <Text size="sm" c="dimmed" me="auto">
            {say('reconcile.it_stays_on_record_with_the_match')}
          </Text>
        )}
        <Button variant="default" onClick={props.onCancel}>
          {say('reconcile.cancel')}
        </Button>
        <Button type="submit" loading={send.isPending} disabled={props.needed && written === ''}>
          {props.submit}
        </Button>
      </Group>
    </form>
  )
}
