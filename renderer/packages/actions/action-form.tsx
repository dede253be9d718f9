import { Button, Group, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ActionDone, Preview } from '../../../shared/contract/action-values.ts'
import { failureOf } from '../../api/call-failure.ts'
import { BalanceChanges } from '../../invoices/balance-changes.tsx'
import { problemAt, useRecorded } from '../../invoices/invoices-queries.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './actions.module.css'

const PREVIEW_PAUSE_MS = 150

export interface Basis {
  readonly ref: string
  readonly entry: number
}

export interface Header {
  readonly date: null
  readonly note: string
  readonly basis: Basis[]
}

interface ActionFormProps<Body> {
  /** what the form asks for; null while something is missing */
  readonly body: Body | null
  /** the customer packages whose numbers the form shows */
  readonly basis: readonly Basis[]
  readonly preview: (input: Body & Header) => Promise<Preview>
  readonly record: (input: Body & Header) => Promise<ActionDone>
  /** the fields beside the note: a refusal caused by one of them is shown there */
  readonly fields: readonly string[]
  readonly submit: string
  readonly noteLabel?: string
  readonly destructive?: boolean
  readonly onClose: () => void
  readonly children: (problem: (field: string) => string | null, preview: Preview | undefined) => ReactNode
}

/** The grammar of every action: fields, what they would change before it happens, a note, Cancel and the action. */
export function ActionForm<Body extends object>(props: ActionFormProps<Body>) {
  const { body } = props
  const [note, setNote] = useState('')
  const header: Header = { date: null, note, basis: [...props.basis] }
  const record = useRecorded(props.record, props.onClose)
  const asked = body && { ...body, ...header }
  const preview = useActionPreview(asked, props.preview, props.submit, record.isSuccess)
  const thrown = record.error ?? preview.error
  const elsewhere = thrown !== null && ![...props.fields, 'note'].includes(failureOf(thrown).field ?? '')
  return (
    <form
      className={classes.form}
      noValidate
      // A refusal stands until the person changes something about it.
      onChange={() => record.isError && record.reset()}
      onSubmit={(event) => {
        event.preventDefault()
        if (asked && !record.isPending) record.mutate(asked)
      }}
    >
      {props.children((field) => problemAt(thrown, field), preview.data)}
      <TextInput
        label={props.noteLabel ?? 'Note'}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        // A reason not written yet is missed only once the action is asked for.
        error={note === '' && !record.isError ? null : problemAt(thrown, 'note')}
      />
      {preview.data && thrown === null && (
        <div className={classes.preview}>
          <Text size="sm">{preview.data.sentence}</Text>
          <BalanceChanges changes={preview.data.changes} />
        </div>
      )}
      {elsewhere && <FailureNotice thrown={thrown} />}
      <Group gap="sm" justify="flex-end">
        <Button
          variant="default"
          onClick={props.onClose}
          disabled={record.isPending}
          {...(props.destructive ? { 'data-autofocus': true } : {})}
        >
          Cancel
        </Button>
        <Button
          type="submit"
          loading={record.isPending}
          disabled={asked === null}
          {...(props.destructive ? { bg: 'var(--bt-bad)', c: 'var(--bt-surface)' } : {})}
        >
          {props.submit}
        </Button>
      </Group>
    </form>
  )
}

/** What the action would do, asked once the typing pauses; the answer before stays meanwhile. */
function useActionPreview<Input>(
  asked: Input | null,
  preview: (input: Input) => Promise<Preview>,
  name: string,
  done: boolean,
) {
  const [text] = useDebouncedValue(asked && JSON.stringify(asked), PREVIEW_PAUSE_MS)
  return useQuery({
    queryKey: ['preview', name, text],
    queryFn: () => preview(JSON.parse(text ?? '') as Input),
    enabled: text !== null && asked !== null && !done,
    placeholderData: (before: Preview | undefined) => (asked === null ? undefined : before),
    gcTime: 10_000,
    retryOnMount: false,
  })
}
