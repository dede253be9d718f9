import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ActionDone, Basis, Preview } from '../../../shared/contract/action-values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { BalanceChanges } from '../../invoices/balance-changes.tsx'
import { problemAt, useRecorded, type About } from '../../invoices/invoices-queries.ts'
import { FormFoot } from '../../invoices/form-foot.tsx'
import { DateAndNote } from '../../ui/fields/date-and-note.tsx'
import classes from './actions.module.css'
import type { Filled } from './action-view.ts'
import { ChangedNotice } from './changed-notice.tsx'
import { useHeldBasis } from './held-basis.ts'
import { say } from '../../../shared/words/say.ts'

const PREVIEW_PAUSE_MS = 150

export interface Header {
  readonly date: BusinessDate | null
  readonly note: string
  readonly basis: Basis[]
}

interface ActionFormProps<Body> {
  /** what the form asks for; null while something is missing */
  readonly body: Body | null
  /** what the form shows the numbers of, as it is now */
  readonly basis: readonly Basis[]
  readonly preview: (input: Body & Header) => Promise<Preview>
  readonly record: (input: Body & Header) => Promise<ActionDone>
  /** where to see what was done, and how to take it back */
  readonly about: (done: ActionDone, input: Body & Header, preview: Preview | undefined) => About
  /** the fields beside the note: a refusal caused by one of them is shown there */
  readonly fields: readonly string[]
  readonly submit: string
  /** what it begins with: of it the day, the note, and what of the list Not sent it does again */
  readonly filled: Filled | undefined
  readonly noteLabel?: string
  readonly destructive?: boolean
  /** what the action would do, where the form knows better words for it than the engine's codes */
  readonly describe?: ((preview: Preview) => Preview) | undefined
  readonly onClose: () => void
  readonly children: (problem: (field: string) => string | null, preview: Preview | undefined) => ReactNode
}

interface Sent<Body> {
  readonly input: Body & Header
  /** what it would do, as the form showed it; undefined where the answer was not there yet */
  readonly preview: Preview | undefined
}

/** The grammar of every action: fields, what they would change before it happens, a note, Cancel and the action. */
export function ActionForm<Body extends object>(props: ActionFormProps<Body>) {
  const { body } = props
  const [note, setNote] = useState(props.filled?.note ?? '')
  const [date, setDate] = useState<BusinessDate | null>(props.filled?.date ?? null)
  const record = useRecorded(
    ({ input }: Sent<Body>) => props.record(input),
    props.onClose,
    (done, { input, preview: shown }) => props.about(done, input, shown),
    props.filled?.again,
  )
  const { held, changed, adopt } = useHeldBasis(props.basis, record.error)
  const asked = body && { ...body, date, note, basis: [...props.basis] }
  const [preview, previewed] = useActionPreview(asked, props.preview, props.submit, record.isSuccess)
  // A preview of what was typed before says nothing about what will be done.
  const shown = previewed === JSON.stringify(asked) ? preview.data : undefined
  const thrown = record.error ?? preview.error
  return (
    <form
      className={classes.form}
      noValidate
      // A refusal stands until the person changes something about it.
      onChange={() => {
        if (changed) adopt()
        if (record.isError) record.reset()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (asked && !record.isPending) record.mutate({ input: { ...asked, basis: held }, preview: shown })
      }}
    >
      {props.children((field) => problemAt(thrown, field), preview.data)}
      <DateAndNote
        date={date}
        onDate={setDate}
        note={note}
        onNote={setNote}
        noteLabel={props.noteLabel ?? say('ui.note')}
        // A reason not written yet is missed only once the action is asked for.
        problemOf={(field) => (field === 'note' && note === '' && !record.isError ? null : problemAt(thrown, field))}
      />
      {preview.data && thrown === null && <Effect preview={props.describe?.(preview.data) ?? preview.data} />}
      <ChangedNotice shown={changed && !record.isError} />
      <FormFoot
        thrown={thrown}
        fields={[...props.fields, 'note', 'date']}
        submit={props.submit}
        pending={record.isPending}
        onCancel={props.onClose}
        destructive={props.destructive ?? false}
        disabled={asked === null}
      />
    </form>
  )
}

function Effect({ preview }: { preview: Preview }) {
  return (
    <div className={classes.preview}>
      <Text size="sm">{preview.sentence}</Text>
      <BalanceChanges changes={preview.changes} />
    </div>
  )
}

/**
 * What the action would do, asked once the typing pauses; the answer before stays meanwhile. With it what it answers,
 * as text; null while that is something else than what was asked last.
 */
function useActionPreview<Input>(
  asked: Input | null,
  preview: (input: Input) => Promise<Preview>,
  name: string,
  done: boolean,
) {
  const [text] = useDebouncedValue(asked && JSON.stringify(asked), PREVIEW_PAUSE_MS)
  const query = useQuery({
    queryKey: ['preview', name, text],
    queryFn: () => preview(JSON.parse(text ?? '') as Input),
    enabled: text !== null && asked !== null && !done,
    placeholderData: (before: Preview | undefined) => (asked === null ? undefined : before),
    gcTime: 10_000,
    retryOnMount: false,
  })
  return [query, query.isPlaceholderData ? null : text] as const
}
