import { Button, Checkbox, Group, SegmentedControl, Select, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput } from '../../shared/contract/index.ts'
import { packageStatusSchema } from '../../shared/contract/values.ts'
import { businessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import outcome from '../packages/actions/outcome-field.module.css'
import { DayField } from '../ui/fields/day-field.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { BatchProgressBar } from './batch-progress-bar.tsx'
import classes from './statements.module.css'
import { PapersFolder } from './papers-folder.tsx'
import { UnwrittenNames } from './unwritten-names.tsx'

type Order = CallInput<'statements.startBatch'>

const ASKED_EVERY_MS = 400
const STATUSES = [
  { value: 'active', label: say('statements.active_packages') },
  { value: 'completed', label: say('statements.completed_packages') },
  { value: 'removed', label: say('statements.removed_packages') },
  { value: 'all', label: say('statements.all_packages') },
]

/** How far the batch under way is, asked for while it runs. */
function useBatch() {
  return useQuery({
    queryKey: ['statements', 'batch'],
    queryFn: () => call('statements.batch', {}),
    refetchInterval: ({ state }) => (state.data?.progress?.state === 'running' ? ASKED_EVERY_MS : false),
    staleTime: 0,
  })
}

const AT_FIRST: Order = {
  search: '',
  status: 'active',
  asOf: null,
  from: null,
  inWords: false,
  short: false,
  form: 'folder',
  folder: '',
}

/** Statements of many packages, into one PDF or a folder; the window can be worked with meanwhile. */
export function ManyStatements() {
  const queryClient = useQueryClient()
  const [order, setOrder] = useState(AT_FIRST)
  const batch = useBatch()
  const again = () => void queryClient.invalidateQueries({ queryKey: ['statements', 'batch'] })
  const start = useMutation({ mutationFn: () => call('statements.startBatch', order), onSuccess: again })
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
          onOrder={(to) => setOrder({ ...order, ...to })}
          problemAt={(field) => (field === problemField && start.error ? failureOf(start.error).message : null)}
        />
        <UnwrittenNames search={order.search} status={order.status} />
        <PapersFolder
          folder={order.folder}
          onFolder={(folder) => setOrder({ ...order, folder })}
          problem={problemField === 'folder' && start.error ? failureOf(start.error) : null}
        />
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
        {progress ? (
          <BatchProgressBar progress={progress} />
        ) : (
          <Text size="sm">{say('statements.each_one_is_issued_with_a_number')}</Text>
        )}
      </form>
    </section>
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

interface OrderFieldsProps {
  readonly order: Order
  readonly onOrder: (to: Partial<Order>) => void
  readonly problemAt: (field: string) => string | null
}

function OrderFields({ order, onOrder, problemAt }: OrderFieldsProps) {
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={say('statements.search')}
          placeholder={say('statements.customer_number_or_package')}
          value={order.search}
          onChange={(event) => onOrder({ search: event.currentTarget.value })}
        />
        <Select
          label={say('statements.status')}
          data={STATUSES}
          allowDeselect={false}
          value={order.status ?? 'all'}
          onChange={(value) => onOrder({ status: packageStatusSchema.safeParse(value).data ?? null })}
        />
        <DayField
          label={say('statements.as_of')}
          value={typeof order.asOf === 'string' ? businessDate(order.asOf) : null}
          onChange={(asOf) => onOrder({ asOf })}
          clear={say('statements.as_of_clear')}
          empty={say('statements.as_of_empty')}
        />
        <DayField
          label={say('statements.from')}
          value={typeof order.from === 'string' ? businessDate(order.from) : null}
          onChange={(from) => onOrder({ from })}
          clear={say('statements.from_clear')}
          empty={say('statements.from_empty')}
          disabled={order.short}
          error={problemAt('from')}
        />
      </Group>
      <Group>
        <SegmentedControl
          aria-label={say('statements.form')}
          classNames={{ input: outcome.input ?? '' }}
          data={[
            { value: 'folder', label: say('statements.a_pdf_each') },
            { value: 'one', label: say('statements.one_pdf') },
          ]}
          value={order.form}
          onChange={(value) => onOrder({ form: value === 'one' ? 'one' : 'folder' })}
        />
        <Checkbox
          label={say('statements.say_in_words_how_the_numbers_come')}
          checked={order.inWords}
          onChange={(event) => onOrder({ inWords: event.currentTarget.checked })}
        />
        <Checkbox
          label={say('statements.short')}
          checked={order.short}
          onChange={(event) => onOrder({ short: event.currentTarget.checked, from: null })}
        />
      </Group>
    </>
  )
}
