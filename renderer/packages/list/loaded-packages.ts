import { useDebouncedCallback } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import type { PackageRow } from '../../../shared/contract/package-columns.ts'
import {
  useOtherPages,
  usePackagesCount,
  usePackagesList,
  type PackagesFilter,
  type PackagesOrder,
} from '../../api/packages-queries.ts'
import { rowOfPages } from './rows-of-pages.ts'

/** How many rows below the last visible one are loaded before anyone gets there. */
const AHEAD = 300
/** Further from what is loaded than this, the pages in between are left out. */
const FAR = 600
/** So many rows above the view are loaded with it. */
const ABOVE = 60
/** A moving scroll bar passes many places: the one where it rests is loaded. */
const REST_MS = 100

export interface LoadedPackages {
  /** rows in all, loaded or not; null until known */
  readonly count: number | null
  /** the same for people: null while only the question before was counted */
  readonly counted: number | null
  readonly loaded: number
  readonly rowAt: (index: number) => PackageRow | undefined
  /** tells where the view is, so that pages are fetched well ahead of it, or there */
  readonly onReach: (lastIndex: number, firstIndex: number) => void
  /** the largest amount of the loaded rows, without its sign */
  readonly largest: number
  readonly isLoading: boolean
  /** the rows shown are those of the question before */
  readonly isRefreshing: boolean
  /** one has scrolled past what is loaded */
  readonly isBehind: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** The rows of the Packages tab, page after page as the view gets there; a far jump begins anew where it lands. */
export function useLoadedPackages(filter: PackagesFilter, order: PackagesOrder): LoadedPackages {
  const { from, before, moveTo } = useBeginning(JSON.stringify([filter, order]))
  const list = usePackagesList(filter, order, from)
  const otherPages = useOtherPages(filter, order)
  const counted = usePackagesCount(filter)
  const pages = list.data?.pages
  const loaded = pages?.reduce((sum, page) => sum + page.rows.length, 0) ?? 0
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list
  const [isBehind, setBehind] = useState(false)
  const settle = useDebouncedCallback((first: number) => moveTo(Math.max(0, first - ABOVE)), REST_MS)
  const onReach = useCallback(
    (last: number, first: number) => {
      const end = from + loaded
      const far = first < from || (hasNextPage && first > end + FAR)
      setBehind(far || (last >= end && hasNextPage))
      if (far) settle(first)
      else settle.cancel()
      if (far || last + AHEAD < end || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return
      void fetchNextPage()
    },
    [from, loaded, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, settle],
  )
  const rowAt = (index: number) =>
    rowOfPages(pages ?? [], index - from) ?? rowOfPages(otherPages(before) ?? [], index - before)
  const known = counted.data?.count ?? 0
  const count = countOf(known, pages === undefined ? null : from + loaded, hasNextPage, from)
  return {
    count,
    counted: hasNextPage && (counted.isPlaceholderData || counted.isPending) ? null : count,
    loaded,
    rowAt,
    onReach,
    largest: useMemo(() => largestAmount(pages ?? []), [pages]),
    isLoading: list.isPending,
    isBehind,
    isRefreshing: list.isPlaceholderData,
    error: list.error,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : list.refetch()),
  }
}

/** The row that the loaded pages begin with, and the one before that; another question begins at the top. */
function useBeginning(question: string) {
  const [state, setState] = useState({ question, from: 0, before: 0 })
  const { from, before } = state.question === question ? state : { from: 0, before: 0 }
  const moveTo = (row: number) => setState({ question, from: row, before: from })
  return { from, before, moveTo }
}

/** Until the count is there, or where it is behind, the rows themselves say how many there are at least. */
function countOf(known: number, end: number | null, hasNextPage: boolean, from: number): number | null {
  if (end === null) return from > 0 ? known : null
  return hasNextPage ? Math.max(known, end + 1) : end
}

function largestAmount(pages: readonly { readonly rows: readonly PackageRow[] }[]): number {
  let largest = 0
  for (const { rows } of pages) {
    for (const { price, paid, owed } of rows)
      largest = Math.max(largest, Math.abs(price), Math.abs(paid), Math.abs(owed))
  }
  return largest
}
