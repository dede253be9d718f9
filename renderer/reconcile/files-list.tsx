import { Button, Skeleton, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TakenFile } from '../../shared/contract/reconcile-file.ts'
import { instantText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useDone } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import classes from './reconcile.module.css'
import { useTakenFiles } from './reconcile-queries.ts'

/** The files that were taken, and the way to take one out again. */
export function FilesList() {
  const [asked, setAsked] = useState<number | null>(null)
  const files = useTakenFiles()
  const remove = useRemoveFile(() => setAsked(null))
  if (files.isPending) return <Skeleton height={160} m={24} animate={false} />
  const columns = filesColumns({
    asked,
    removing: remove.isPending,
    onAsk: (file) => {
      remove.reset()
      setAsked(file)
    },
    onRemove: (file) => remove.mutate(file),
  })
  return (
    <div className={classes.form}>
      {files.isError && <FailureNotice thrown={files.error} onRetry={() => void files.refetch()} />}
      {remove.isError && <FailureNotice thrown={remove.error} />}
      {files.data?.rows.length === 0 ? (
        <Text size="sm">{say('reconcile.no_file_was_taken_yet')}</Text>
      ) : (
        <PlainTable
          label={say('reconcile.files')}
          columns={columns}
          rows={files.data?.rows ?? []}
          rowKey={({ id }) => id}
        />
      )}
      <Text size="sm" c="dimmed">
        {say('reconcile.a_file_can_be_taken_out_again_as_long')}
      </Text>
    </div>
  )
}

function useRemoveFile(onDone: () => void) {
  const queryClient = useQueryClient()
  const tell = useDone()
  return useMutation({
    mutationFn: ({ id }: TakenFile) => call('reconcile.removeFile', { file: id }),
    onSuccess: (_done, { name }) => {
      tell({ sentence: say('reconcile.name_is_taken_out_again_with_all_of', { name }), show: null, undo: null })
      onDone()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['reconcile'] }),
  })
}

interface RemoveSteps {
  /** the file about which was asked whether it shall be taken out */
  readonly asked: number | null
  readonly removing: boolean
  readonly onAsk: (file: number | null) => void
  readonly onRemove: (file: TakenFile) => void
}

function filesColumns(steps: RemoveSteps): readonly Column<TakenFile>[] {
  return [
    {
      id: 'file',
      header: say('reconcile.file'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ name, source }) => (
        <div>
          <div className={classes.fileName}>{name}</div>
          <div className={classes.sub}>{source}</div>
        </div>
      ),
    },
    {
      id: 'days',
      header: say('reconcile.days'),
      width: 'minmax(0, 1fr)',
      cell: ({ from, to }) => (
        <>
          <BusinessDay date={from} />
          {from !== to && (
            <>
              {' to '}
              <span className={classes.whole}>
                <BusinessDay date={to} />
              </span>
            </>
          )}
        </>
      ),
    },
    { id: 'lines', header: say('reconcile.lines'), width: '44px', align: 'end', cell: ({ count }) => count },
    { id: 'open', header: say('reconcile.open'), width: '44px', align: 'end', cell: ({ open }) => open },
    { id: 'taken', header: say('reconcile.taken'), width: 'minmax(0, 1.2fr)', cell: (file) => <Taken file={file} /> },
    {
      id: 'actions',
      header: say('reconcile.actions'),
      headerHidden: true,
      width: '134px',
      align: 'end',
      cell: (file) => <TakeOut file={file} steps={steps} />,
    },
  ]
}

function Taken({ file: { by, at } }: { file: TakenFile }) {
  const { locale, timeZone } = useSchool()
  return (
    <>
      <div>{by}</div>
      <div className={classes.quiet}>{instantText(at, locale, timeZone)}</div>
    </>
  )
}

function TakeOut({ file, steps }: { file: TakenFile; steps: RemoveSteps }) {
  if (steps.asked !== file.id) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={say('reconcile.take_out_name_again', { name: file.name })}
        onClick={() => steps.onAsk(file.id)}
      >
        {say('reconcile.take_out_again')}
      </Button>
    )
  }
  return (
    <span className={classes.actions}>
      <Button size="compact-sm" variant="default" onClick={() => steps.onAsk(null)}>
        {say('reconcile.keep')}
      </Button>
      <Button
        size="compact-sm"
        bg="var(--bt-bad)"
        c="var(--bt-surface)"
        autoFocus
        loading={steps.removing}
        onClick={() => steps.onRemove(file)}
      >
        {say('reconcile.take_out')}
      </Button>
    </span>
  )
}
