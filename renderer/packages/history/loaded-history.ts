import { useCallback, useMemo } from 'react'
import type { HistoryRow } from '../../../shared/contract/packages.ts'
import { usePackageHistory, type HistoryQuestion } from '../../api/packages-queries.ts'

/** How many entries below the last visible one are loaded before anyone gets there. */
const AHEAD = 60

export interface LoadedHistory {
  readonly rows: readonly HistoryRow[]
  readonly hasMore: boolean
  readonly onReach: (lastIndex: number) => void
  /** the asked figure itself; null until known or where none was asked for */
  readonly total: number | null
  readonly isLoading: boolean
  readonly isRefreshing: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** The entries of a history, page after page as the view gets there. */
export function useLoadedHistory(question: HistoryQuestion): LoadedHistory {
  const history = usePackageHistory(question)
  const pages = history.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages])
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = history
  const onReach = useCallback(
    (lastIndex: number) => {
      if (lastIndex + AHEAD < rows.length || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return
      void fetchNextPage()
    },
    [rows.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage],
  )
  return {
    rows,
    hasMore: hasNextPage,
    onReach,
    total: pages?.[0]?.total ?? null,
    isLoading: history.isPending,
    isRefreshing: history.isPlaceholderData,
    error: history.error,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : history.refetch()),
  }
}
