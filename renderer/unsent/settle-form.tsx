import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'

/** Says what became of a refused action: it stays on the list with that. */
export function SettleForm({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const queryClient = useQueryClient()
  const [note, setNote] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const settle = useMutation({
    mutationFn: () => call('outbox.settle', { number, note }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['unsent'] }),
        queryClient.invalidateQueries({ queryKey: ['standing'] }),
      ]),
  })
  const failure = settle.isError ? failureOf(settle.error) : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        settle.mutate()
      }}
    >
      <TextInput
        label={say('not_sent.what_became')}
        description={say('not_sent.what_became_words')}
        ref={field}
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value)
          settle.reset()
        }}
        error={failure?.field === 'note' ? failure.message : null}
      />
      {failure && failure.field !== 'note' && <FailureNotice thrown={settle.error} />}
      <Group mt="sm" gap="sm">
        <Button type="submit" size="compact-sm" loading={settle.isPending} disabled={note.trim() === ''}>
          {say('not_sent.done')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {say('not_sent.cancel')}
        </Button>
      </Group>
    </form>
  )
}
