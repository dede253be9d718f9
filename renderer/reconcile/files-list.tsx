import { Button, Skeleton, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TakenFile } from '../../shared/contract/reconcile-file.ts'
import { instantText } from '../../shared/date-text.ts'
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
        <Text size="sm">No file was taken yet.</Text>
      ) : (
        <PlainTable label="Files" columns={columns} rows={files.data?.rows ?? []} rowKey={({ id }) => id} />
      )}
      <Text size="sm" c="dimmed">
        A file can be taken out again as long as none of its lines is settled.
      </Text>
    </div>
  )
}

function useRemoveFile(onDone: () => void) {
  const queryClient = useQueryClient()
  const say = useDone()
  return useMutation({
    mutationFn: ({ id }: TakenFile) => call('reconcile.removeFile', { file: id }),
    onSuccess: (_done, { name }) => {
      say({ sentence: `${name} is taken out again, with all of its lines.`, show: null, undo: null })
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
      header: 'File',
      width: 'minmax(0, 1.2fr)',
      cell: ({ name, source }) => (
        <div title={name}>
          <div className={classes.main}>{name}</div>
          <div className={classes.sub}>{source}</div>
        </div>
      ),
    },
    {
      id: 'days',
      header: 'Days',
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
    { id: 'lines', header: 'Lines', width: '44px', align: 'end', cell: ({ count }) => count },
    { id: 'open', header: 'Open', width: '44px', align: 'end', cell: ({ open }) => open },
    { id: 'taken', header: 'Taken', width: 'minmax(0, 1.2fr)', cell: (file) => <Taken file={file} /> },
    {
      id: 'actions',
      header: 'Actions',
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
        aria-label={`Take out ${file.name} again`}
        onClick={() => steps.onAsk(file.id)}
      >
        Take out again
      </Button>
    )
  }
  return (
    <span className={classes.actions}>
      <Button size="compact-sm" variant="default" onClick={() => steps.onAsk(null)}>
        Keep
      </Button>
      <Button
        size="compact-sm"
        bg="var(--bt-bad)"
        c="var(--bt-surface)"
        autoFocus
        loading={steps.removing}
        onClick={() => steps.onRemove(file)}
      >
        Take out
      </Button>
    </span>
  )
}
