import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import type { PackageRow } from '../../../shared/contract/package-columns.ts'
import type { PackagesOrder } from '../../api/packages-queries.ts'
import { later } from '../../ui/later.tsx'
import { usePlaces } from '../../ui/places.ts'
import { useOnlyMatch } from '../../ui/table/only-match.ts'
import { useHiddenColumns } from '../../ui/table/hidden-columns.ts'
import { useHourCategories } from './hour-categories.ts'
import { PackagesFilterBar, type PackagesStatusFilter } from './packages-filter-bar.tsx'
import { PackagesTable } from './packages-table.tsx'
import { useLoadedPackages, type LoadedPackages } from './loaded-packages.ts'
import { PackagesCaption } from './packages-caption.tsx'

const LowList = later(async () => (await import('../low/low-list.tsx')).LowList)

/** Long enough not to ask at every key of a fast writer, short enough to feel immediate. */
const SEARCH_PAUSE_MS = 120

const NONE: ReadonlySet<string> = new Set()
const SUM_OF_HOURS: ReadonlySet<string> = new Set(['hoursRemaining'])

/** The Packages tab: all customers who were added to packages, and the way into their balances. */
export function PackagesTab() {
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), SEARCH_PAUSE_MS)
  const [status, setStatus] = useState<PackagesStatusFilter>(null)
  const [order, setOrder] = useState<PackagesOrder>({ sort: 'customer', direction: 'ascending' })
  const categories = useHourCategories()
  // One sum of aircraft and instruction says little: where hours have categories, it waits to be asked for.
  const [hidden, setHidden] = useHiddenColumns('packages', categories.length > 0 ? SUM_OF_HOURS : NONE)
  const { open } = usePlaces()
  const packages = useLoadedPackages({ search: asked, status: status === 'low' ? null : status }, order)
  const viewBalances = useCallback(
    ({ ref }: PackageRow, element: HTMLElement) => open({ of: 'package', ref }, element),
    [open],
  )
  const working = packages.isRefreshing || asked !== search.trim()
  const onEnter = useOnlyPackage(status === 'low' ? null : packages, working)
  const clear = () => {
    setSearch('')
    setStatus(null)
  }
  return (
    <>
      <PackagesFilterBar
        search={search}
        onSearch={setSearch}
        status={status}
        onStatus={setStatus}
        order={order}
        categories={categories}
        hidden={hidden}
        onHidden={setHidden}
        working={working}
        onEnter={onEnter}
      />
      {status === 'low' ? (
        <LowList search={asked} />
      ) : (
        <>
          <PackagesTable
            packages={packages}
            order={order}
            onOrder={setOrder}
            filtered={asked !== '' || status !== null}
            onClearFilter={clear}
            categories={categories}
            hidden={hidden}
            onViewBalances={viewBalances}
            question={JSON.stringify([asked, status, order])}
          />
          <PackagesCaption packages={packages} filtered={asked !== '' || status !== null} />
        </>
      )}
    </>
  )
}

/** Enter opens the only package that is listed; null: another list is shown. */
function useOnlyPackage(packages: LoadedPackages | null, working: boolean): () => void {
  const { open } = usePlaces()
  const only = packages?.count === 1 ? packages.rowAt(0) : undefined
  return useOnlyMatch({
    settled: !working && packages?.isLoading !== true,
    open: only ? () => open({ of: 'package', ref: only.ref }) : null,
  })
}
