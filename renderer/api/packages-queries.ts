import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HistoryAction, PackageListFilter } from '../../shared/contract/values.ts'
import type { PackageSort } from '../../shared/contract/package-columns.ts'
import type { Figure } from '../../shared/contract/packages.ts'
import type { CallOutput } from '../../shared/contract/index.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { call } from './call.ts'

export interface PackagesFilter {
  readonly search: string
  readonly status: PackageListFilter | null
}

export interface PackagesOrder {
  readonly sort: PackageSort
  readonly direction: 'ascending' | 'descending'
}

/** The first page is small, so that it is there at once; the further ones are larger, so that scrolling stays ahead. */
export const FIRST_PAGE = 50
export const FURTHER_PAGE = 200

function packagesListKey(filter: PackagesFilter, order: PackagesOrder, from: number) {
  return ['packages', 'list', filter, order, from] as const
}

/**
 * The packages list by keyset pages; the rows before stay while a new search is on its way.
 * @param from the row that the first page begins with: 0, or where the scroll bar was moved to
 */
export function usePackagesList(filter: PackagesFilter, order: PackagesOrder, from: number) {
  return useInfiniteQuery({
    queryKey: packagesListKey(filter, order, from),
    queryFn: ({ pageParam }) =>
      call('packages.list', {
        ...filter,
        ...order,
        after: pageParam,
        skip: pageParam === null ? from : 0,
        limit: pageParam === null && from === 0 ? FIRST_PAGE : FURTHER_PAGE,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before, query) => (query?.queryKey[4] === from ? before : undefined),
    gcTime: 30_000,
    // Many pages are not all asked for again behind the person's back; a first look is refreshed on return.
    refetchOnWindowFocus: (query) => (query.state.data?.pages.length ?? 0) <= 2,
    refetchOnMount: (query) => (query.state.data?.pages.length ?? 0) <= 2,
  })
}

type PackagesPages = InfiniteData<CallOutput<'packages.list'>>

/** The pages that were loaded from another row on and are still at hand. */
export function useOtherPages(filter: PackagesFilter, order: PackagesOrder) {
  const client = useQueryClient()
  return (from: number) => client.getQueryData<PackagesPages>(packagesListKey(filter, order, from))?.pages
}

/** How many rows the same filter has in all. */
export function usePackagesCount(filter: PackagesFilter) {
  return useQuery({
    queryKey: ['packages', 'count', filter],
    queryFn: () => call('packages.count', { ...filter }),
    placeholderData: keepPreviousData,
  })
}

/** The balances of one customer package, now or at the end of a day. */
export function usePackageBalance(ref: string | null, asOf: BusinessDate | null) {
  return useQuery({
    queryKey: ['packages', 'balance', ref, asOf],
    queryFn: () => call('packages.balance', { ref: ref ?? '', asOf }),
    enabled: ref !== null,
    placeholderData: (before) => (before?.ref === ref ? before : undefined),
  })
}

/** How each number of a Package Balance comes about, in words; null until that is known. */
export function useExplanations(ref: string, asOf: BusinessDate | null): (figure: Figure) => string | null {
  const { data } = useQuery({
    queryKey: ['packages', 'explain', ref, asOf],
    queryFn: () => call('packages.explain', { ref, asOf }),
  })
  return useMemo(() => {
    const sentences = new Map(data?.explanations.map(({ figure, sentence }) => [figureKey(figure), sentence]))
    return (figure: Figure) => sentences.get(figureKey(figure)) ?? null
  }, [data])
}

function figureKey(figure: Figure): string {
  return figure.of === 'package' ? figure.figure : `${figure.line} ${figure.figure}`
}

export interface HistoryQuestion {
  readonly ref: string
  readonly actions: readonly HistoryAction[]
  readonly figure: Figure | null
  readonly asOf: BusinessDate | null
}

/** The history of one customer package, newest first, by keyset pages. */
export function usePackageHistory(question: HistoryQuestion | null) {
  return useInfiniteQuery({
    queryKey: ['packages', 'history', question],
    queryFn: ({ pageParam }) => {
      if (!question) throw new Error('no customer package was asked for')
      return call('packages.history', {
        ...question,
        actions: [...question.actions],
        after: pageParam,
        limit: pageParam ? FURTHER_PAGE : FIRST_PAGE,
      })
    },
    enabled: question !== null,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before, query) => {
      const asked = query?.queryKey[2] as HistoryQuestion | null | undefined
      const same = asked?.ref === question?.ref && asked?.figure === question?.figure && asked?.asOf === question?.asOf
      return same ? before : undefined
    },
  })
}

/** One entry with its invoice, reason, and who and when recorded. An entry never changes, its invoice's status may. */
export function useHistoryEntry(ref: string, entry: number) {
  return useQuery({
    queryKey: ['packages', 'historyEntry', ref, entry],
    queryFn: () => call('packages.historyEntry', { ref, entry }),
  })
}
