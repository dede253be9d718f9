import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Closing } from '../../shared/contract/closings.ts'
import { dateText, instantText } from '../../shared/date-text.ts'
import { sumCents } from '../../shared/money.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Money } from '../ui/money.tsx'
import { useDone } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'

/** The closed days, the latest first; reopened ones stay on the list with who and why. */
export function ClosingsList() {
  const [reopening, setReopening] = useState<Closing | null>(null)
  const list = useQuery({ queryKey: ['closings', 'list'], queryFn: () => call('closings.list', {}) })
  const columns = useMemo(() => closingsColumns(setReopening), [])
  return (
    <section aria-labelledby="closed-days">
      <Title order={2} size="h4" id="closed-days" mb="sm">
        {say('closing.closed_days')}
      </Title>
      {list.isError && <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <Text size="sm">{say('closing.no_day_is_closed_yet')}</Text>}
      {list.data && list.data.rows.length > 0 && (
        <PlainTable
          label={say('closing.closed_days')}
          columns={columns}
          rows={list.data.rows}
          rowKey={({ id }) => id}
        />
      )}
      <FormDialog
        opened={reopening !== null}
        title={say('closing.reopen')}
        closeLabel={say('closing.close')}
        width={480}
        onClose={() => setReopening(null)}
      >
        {reopening && <ReopenForm closing={reopening} onClose={() => setReopening(null)} />}
      </FormDialog>
    </section>
  )
}

function closingsColumns(onReopen: (closing: Closing) => void): readonly Column<Closing>[] {
  return [
    { id: 'days', header: say('closing.days'), width: 'minmax(0, 1fr)', cell: (closing) => <Days closing={closing} /> },
    {
      id: 'by',
      header: say('closing.signed_off'),
      width: 'minmax(0, 1.2fr)',
      cell: (closing) => <SignedOff closing={closing} />,
    },
    {
      id: 'difference',
      header: say('closing.difference'),
      width: '110px',
      align: 'end',
      cell: ({ tenders }) => <Money amount={sumCents(tenders.map(({ difference }) => difference))} signed />,
    },
    {
      id: 'state',
      header: say('closing.state'),
      width: 'minmax(0, 1fr)',
      cell: ({ reopened }) =>
        reopened
          ? say('closing.reopened_by_by_reason', { by: reopened.by, reason: reopened.reason })
          : say('closing.closed'),
    },
    {
      id: 'actions',
      header: say('closing.actions'),
      headerHidden: true,
      width: '110px',
      align: 'end',
      cell: (closing) =>
        closing.reopened === null && (
          <Button size="xs" variant="default" onClick={() => onReopen(closing)}>
            {say('closing.reopen')}
          </Button>
        ),
    },
  ]
}

function Days({ closing: { from, to } }: { closing: Closing }) {
  const { locale } = useSchool()
  return (
    <>
      {from === to
        ? dateText(from, locale)
        : say('closing.days_from_to', { from: dateText(from, locale), to: dateText(to, locale) })}
    </>
  )
}

function SignedOff({ closing: { closedBy, closedAt } }: { closing: Closing }) {
  const { locale, timeZone } = useSchool()
  return (
    <>
      {closedBy}, {instantText(closedAt, locale, timeZone)}
    </>
  )
}

function ReopenForm({ closing, onClose }: { closing: Closing; onClose: () => void }) {
  const queryClient = useQueryClient()
  const tell = useDone()
  const [reason, setReason] = useState('')
  const reopen = useMutation({
    mutationFn: () => call('closings.reopen', { id: closing.id, reason }),
    onSuccess: () => {
      tell({ sentence: say('closing.the_days_are_open_again_the_reason'), show: null, undo: null })
      void queryClient.invalidateQueries({ queryKey: ['closings'] })
      onClose()
    },
  })
  const atReason = reopen.error && failureOf(reopen.error).field === 'reason'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        reopen.mutate()
      }}
    >
      <Stack gap="md">
        <Text size="sm">{say('closing.afterwards_actions_can_be_dated_into')}</Text>
        <TextInput
          label={say('closing.reason')}
          data-autofocus
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={atReason ? failureOf(reopen.error).message : null}
        />
        {reopen.isError && !atReason && <FailureNotice thrown={reopen.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('closing.cancel')}
          </Button>
          <Button type="submit" loading={reopen.isPending}>
            {say('closing.reopen')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
