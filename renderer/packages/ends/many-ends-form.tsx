import { Group, Select, Skeleton, Text, TextInput } from '@mantine/core'
import { MOST_ENDS, newEndSchema } from '../../../shared/contract/change-ends.ts'
import { say } from '../../../shared/words/say.ts'
import { FormFoot } from '../../invoices/form-foot.tsx'
import { problemAt, useCatalogue } from '../../invoices/invoices-queries.ts'
import { DateAndNote } from '../../ui/fields/date-and-note.tsx'
import { DayField } from '../../ui/fields/day-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import forms from '../actions/actions.module.css'
import { EndsTable } from './ends-table.tsx'
import { typedCount, useManyEnds, type EndsChoice, type ManyEnds } from './many-ends.ts'

const HOWS = ['days', 'months', 'day', 'never'] as const

/** What is changed, for which packages, and what each becomes. */
export function ManyEndsForm({ choice, onClose }: { choice: EndsChoice; onClose: () => void }) {
  const ends = useManyEnds(choice, onClose)
  const { draft, change, list, rows, chosen, input, preview, becomes, record } = ends
  const problems = [...becomes.values()].filter(({ problem }) => problem !== null)
  const thrown = record.error ?? preview.error
  return (
    <form
      className={forms.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (input && problems.length === 0 && !record.isPending) record.mutate(input)
      }}
    >
      <Text size="sm" c="dimmed">
        {say('package_life.manyEndsIntro')}
      </Text>
      <EndsFields ends={ends} />
      {list.isPending && <Skeleton height={200} animate={false} />}
      {list.isError && <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.tooMany && <Text size="sm">{say('package_life.endsTooMany', { most: MOST_ENDS })}</Text>}
      {list.data && rows.length === 0 && <Text size="sm">{say('package_life.endsNone')}</Text>}
      {rows.length > 0 && <EndsTable ends={ends} />}
      <DateAndNote
        date={draft.date}
        onDate={(date) => change({ date })}
        note={draft.note}
        onNote={(note) => change({ note })}
        noteLabel={say('ui.reason')}
        problemOf={(field) => problemAt(record.error, field)}
      />
      <FormFoot
        thrown={thrown}
        fields={['note', 'date']}
        submit={say('package_life.endsGo', { count: chosen.length })}
        pending={record.isPending}
        onCancel={onClose}
        destructive={false}
        disabled={input === null || problems.length > 0}
      />
    </form>
  )
}

function EndsFields({ ends: { draft, change } }: { ends: ManyEnds }) {
  const hourTypes = (useCatalogue().data?.entries ?? []).filter(({ kind }) => kind === 'hour')
  return (
    <Group align="flex-start" gap="md">
      <Select
        label={say('package_life.endsOfCode')}
        placeholder={say('package_life.endsOfAny')}
        data={hourTypes.map(({ code, name }) => ({ value: code, label: name }))}
        searchable
        selectFirstOptionOnChange
        clearable
        value={draft.code}
        onChange={(code) => change({ code })}
      />
      <Select
        label={say('package_life.endsHow')}
        data={HOWS.map((how) => ({ value: how, label: say(`package_life.endsHow_${how}`) }))}
        allowDeselect={false}
        value={draft.how}
        onChange={(how) =>
          change({
            how: newEndSchema.options.map((each) => each.shape.how.value).find((each) => each === how) ?? 'days',
          })
        }
      />
      {(draft.how === 'days' || draft.how === 'months') && (
        <TextInput
          label={say(draft.how === 'days' ? 'package_life.endsDays' : 'package_life.endsMonths')}
          inputMode="numeric"
          w={90}
          maxLength={4}
          value={draft.count}
          onChange={(event) => change({ count: event.currentTarget.value })}
          error={draft.count.trim() === '' || typedCount(draft.count) > 0 ? null : say('package_life.endsWhole')}
        />
      )}
      {draft.how === 'day' && (
        <DayField
          label={say('package_life.newEnd')}
          value={draft.day}
          onChange={(day) => change({ day })}
          width={170}
        />
      )}
    </Group>
  )
}
