import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BatchProgress } from '../../shared/contract/statements/batch.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { BatchArchive } from './batch-archive.tsx'
import { BatchProgressBar } from './batch-progress-bar.tsx'
import { OrderFields, type ManyOrder } from './order-fields.tsx'
import classes from './statements.module.css'
import { PapersFolder } from './papers-folder.tsx'
import { UnwrittenNames } from './unwritten-names.tsx'

const ASKED_EVERY_MS = 400

/** How far the batch under way is, asked for while it runs. */
function useBatch() {
  return useQuery({
    queryKey: ['statements', 'batch'],
    queryFn: () => call('statements.batch', {}),
    refetchInterval: ({ state }) => (state.data?.progress?.state === 'running' ? ASKED_EVERY_MS : false),
    staleTime: 0,
  })
}

const AT_FIRST: ManyOrder = {
  search: '',
  status: 'active',
  asOf: null,
  from: null,
  inWords: false,
  short: false,
  form: null,
  folder: '',
  drafts: false,
}

function useManyOrder() {
  const [order, setOrder] = useState(AT_FIRST)
  // A window in a browser takes a download; one of the desktop names a folder.
  const dialog = useQuery({ queryKey: ['places', 'dialog'], queryFn: () => call('places.dialog', {}) })
  const form = order.form ?? (dialog.data?.there === false ? 'zip' : 'folder')
  return {
    order: { ...order, form },
    change: (to: Partial<ManyOrder>) => setOrder({ ...order, ...to }),
  }
}

/** Statements of many packages, into one PDF or a folder; the window can be worked with meanwhile. */
export function ManyStatements() {
  const queryClient = useQueryClient()
  const { order, change } = useManyOrder()
  const [begun, setBegun] = useState(false)
  const batch = useBatch()
  const again = () => void queryClient.invalidateQueries({ queryKey: ['statements', 'batch'] })
  const start = useMutation({
    mutationFn: () => call('statements.startBatch', order),
    onSuccess: () => {
      setBegun(true)
      again()
    },
  })
  const cancel = useMutation({ mutationFn: () => call('statements.cancelBatch', {}), onSuccess: again })
  const progress = batch.data?.progress ?? null
  const running = progress?.state === 'running'
  const problemField = start.error ? failureOf(start.error).field : undefined
  return (
    <section aria-labelledby="many-statements">
      <Title order={2} size="h4" id="many-statements" mb="xs">
        {say('statements.statements_of_many_packages')}
      </Title>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          start.mutate()
        }}
      >
        <OrderFields
          order={order}
          onOrder={change}
          problemAt={(field) => (field === problemField && start.error ? failureOf(start.error).message : null)}
        />
        <UnwrittenNames search={order.search} status={order.status} />
        {order.form !== 'zip' && (
          <PapersFolder
            folder={order.folder}
            onFolder={(folder) => change({ folder })}
            problem={problemField === 'folder' && start.error ? failureOf(start.error) : null}
          />
        )}
        {start.isError && problemField !== 'folder' && problemField !== 'from' && (
          <FailureNotice thrown={start.error} />
        )}
        <Group gap="sm">
          <Button type="submit" loading={start.isPending} disabled={running}>
            {say('statements.write_the_statements')}
          </Button>
          <BrokenOff shown={progress?.state === 'broken_off'} onDone={again} />
          <Cancel shown={running} onCancel={() => cancel.mutate()} />
        </Group>
        <Reached progress={progress} begun={begun} />
      </form>
    </section>
  )
}

/** How far it came; and a ZIP file that was begun here comes by itself. */
function Reached({ progress, begun }: { readonly progress: BatchProgress | null; readonly begun: boolean }) {
  if (progress === null) return <Text size="sm">{say('statements.each_one_is_issued_with_a_number')}</Text>
  const { archive, into } = progress
  return (
    <>
      <BatchProgressBar progress={progress} />
      {archive !== null && <BatchArchive key={archive} archive={archive} name={into} atOnce={begun} />}
    </>
  )
}

function Cancel({ shown, onCancel }: { readonly shown: boolean; readonly onCancel: () => void }) {
  if (!shown) return null
  return (
    <Button variant="default" onClick={onCancel}>
      {say('statements.cancel')}
    </Button>
  )
}

/** What is left of a batch that was broken off: to be written, or to be let go. */
function BrokenOff({ shown, onDone }: { readonly shown: boolean; readonly onDone: () => void }) {
  const resume = useMutation({ mutationFn: () => call('statements.resumeBatch', {}), onSettled: onDone })
  const letGo = useMutation({ mutationFn: () => call('statements.cancelBatch', {}), onSettled: onDone })
  if (!shown) return null
  return (
    <>
      <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
        {say('statement_batches.write_rest')}
      </Button>
      <Button variant="default" loading={letGo.isPending} onClick={() => letGo.mutate()}>
        {say('statement_batches.let_go')}
      </Button>
      {resume.isError && <FailureNotice thrown={resume.error} />}
    </>
  )
}
