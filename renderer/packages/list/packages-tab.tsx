import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useRef, useState } from 'react'
import type { PackageRow } from '../../../shared/contract/packages.ts'
import type { PackageStatus } from '../../../shared/contract/values.ts'
import type { PackagesOrder } from '../../api/packages-queries.ts'
import { PackageBalanceDialog } from '../balance/package-balance-dialog.tsx'
import { PackagesFilterBar } from './packages-filter-bar.tsx'
import { PackagesTable } from './packages-table.tsx'
import { useLoadedPackages } from './loaded-packages.ts'
import { PackagesCaption } from './packages-caption.tsx'

/** Long enough not to ask at every key of a fast writer, short enough to feel immediate. */
const SEARCH_PAUSE_MS = 120

/** The Packages tab: all customers who were added to packages, and the way into their balances. */
export function PackagesTab() {
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), SEARCH_PAUSE_MS)
  const [status, setStatus] = useState<PackageStatus | null>(null)
  const [order, setOrder] = useState<PackagesOrder>({ sort: 'customer', direction: 'ascending' })
  const [opened, setOpened] = useState<PackageRow | null>(null)
  const packages = useLoadedPackages({ search: asked, status }, order)
  const opener = useRef<HTMLElement>(null)
  const viewBalances = useCallback((row: PackageRow, element: HTMLElement) => {
    opener.current = element
    setOpened(row)
  }, [])
  const close = useCallback(() => {
    setOpened(null)
    // The menu item that opened it is gone by now, so the focus goes back to the row’s button, or to the row.
    opener.current?.focus({ preventScroll: true })
  }, [])
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
        working={packages.isRefreshing || asked !== search.trim()}
      />
      <PackagesTable
        packages={packages}
        order={order}
        onOrder={setOrder}
        filtered={asked !== '' || status !== null}
        onClearFilter={clear}
        onViewBalances={viewBalances}
        question={JSON.stringify([asked, status, order])}
      />
      <PackagesCaption packages={packages} filtered={asked !== '' || status !== null} />
      <PackageBalanceDialog packageRef={opened?.ref ?? null} onClose={close} />
    </>
  )
}
