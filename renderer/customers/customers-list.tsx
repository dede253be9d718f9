import { Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useOnlyMatch } from '../ui/table/only-match.ts'
import { addressOf } from '../ui/route.ts'
import { CustomerDialog } from './customer-dialog.tsx'
import { CustomersFilterBar } from './customers-filter-bar.tsx'
import classes from './customers.module.css'
import { COLUMNS, CustomersTable } from './customers-table.tsx'
import { say } from '../../shared/words/say.ts'

const SEARCH_PAUSE_MS = 120
const PAGE = 100

const goTo = ({ number }: Customer) => {
  window.location.hash = addressOf('customers', number)
}

/** All customers, with search, and the way to a new one. */
export function CustomersList() {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_PAUSE_MS)
  const [active, setActive] = useState(true)
  const [creating, setCreating] = useState(false)
  const list = useInfiniteQuery({
    queryKey: ['customers', 'list', search, active],
    queryFn: ({ pageParam }) => call('customers.list', { search, active, after: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages[0]?.rows ?? []
  const [only] = rows
  const onEnter = useOnlyMatch({
    settled: search === typed.trim() && !list.isPlaceholderData && !list.isPending,
    open: only && rows.length === 1 ? () => goTo(only) : null,
  })
  const onReach = useCallback(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage()
  }, [list])
  return (
    <div className={classes.screen}>
      <Title order={1} className={classes.title ?? ''}>
        {say('customers.title')}
      </Title>
      <CustomersFilterBar
        search={typed}
        onSearch={setTyped}
        active={active}
        onActive={setActive}
        onNew={() => setCreating(true)}
        onEnter={onEnter}
      />
      {list.isError ? (
        <div className={classes.problem}>
          <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : (
        <CustomersTable
          columns={COLUMNS}
          pages={list.data?.pages ?? null}
          more={list.hasNextPage}
          onReach={onReach}
          onOpen={goTo}
          searched={search !== '' || !active}
          question={JSON.stringify([search, active])}
        />
      )}
      <CustomerDialog opened={creating} customer={null} onClose={() => setCreating(false)} onSaved={goTo} />
    </div>
  )
}
