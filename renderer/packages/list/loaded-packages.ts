import { useCallback, useState } from 'react'
import type { PackageRow } from '../../../shared/contract/packages.ts'
import {
  usePackagesCount,
  usePackagesList,
  type PackagesFilter,
  type PackagesOrder,
} from '../../api/packages-queries.ts'
import { rowOfPages } from './rows-of-pages.ts'

/** How many rows below the last visible one are loaded before anyone gets there. */
const AHEAD = 300

export interface LoadedPackages {
  /** rows in all, loaded or not; null until known */
  readonly count: number | null
  readonly loaded: number
  readonly rowAt: (index: number) => PackageRow | undefined
  /** tells how far down the view reaches, so that pages are fetched well ahead of it */
  readonly onReach: (lastIndex: number) => void
  readonly isLoading: boolean
  /** the rows shown are those of the question before */
  readonly isRefreshing: boolean
  /** one has scrolled past what is loaded */
  readonly isBehind: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** The rows of the Packages tab, page after page as the view gets there. */
export function useLoadedPackages(filter: PackagesFilter, order: PackagesOrder): LoadedPackages {
  const list = usePackagesList(filter, order)
  const counted = usePackagesCount(filter)
  const pages = list.data?.pages
  const loaded = pages?.reduce((sum, page) => sum + page.rows.length, 0) ?? 0
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list
  const [isBehind, setBehind] = useState(false)
  const onReach = useCallback(
    (lastIndex: number) => {
      setBehind(lastIndex >= loaded && hasNextPage)
      if (lastIndex + AHEAD < loaded || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return
      void fetchNextPage()
    },
    [loaded, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage],
  )
  const rowAt = useCallback((index: number) => rowOfPages(pages ?? [], index), [pages])
  // Until the count is there, or where it is behind, the rows themselves say how many there are at least.
  const count = list.data === undefined ? null : hasNextPage ? Math.max(counted.data?.count ?? 0, loaded + 1) : loaded
  return {
    count,
    loaded,
    rowAt,
    onReach,
    isLoading: list.isPending,
    isBehind,
    isRefreshing: list.isPlaceholderData,
    error: list.error,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : list.refetch()),
  }
}
