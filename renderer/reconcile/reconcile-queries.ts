import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReconcileScope } from '../../shared/contract/reconcile.ts'
import type { Mapping } from '../../shared/contract/reconcile-file.ts'
import { call } from '../api/call.ts'
import type { ImportFile } from '../settings/chosen-files.ts'

const SETTLED_PAGE = 100

/** The sources that files came from, and the presets for new ones. */
export function useSources() {
  return useQuery({ queryKey: ['reconcile', 'sources'], queryFn: () => call('reconcile.sources', {}) })
}

/** The files that were taken, the latest first. */
export function useTakenFiles() {
  return useQuery({ queryKey: ['reconcile', 'files'], queryFn: () => call('reconcile.files', {}) })
}

export function workKey(scope: ReconcileScope) {
  return ['reconcile', 'work', scope] as const
}

/** The work list of a source and its days. */
export function useWork(scope: ReconcileScope) {
  return useQuery({
    queryKey: workKey(scope),
    queryFn: () => call('reconcile.work', scope),
    // Other days keep the list of the ones before meanwhile; another source is another list.
    placeholderData: (before, query) => (query?.queryKey[2].source === scope.source ? before : undefined),
  })
}

/** What was settled, the latest first, by pages. */
export function useSettled(scope: ReconcileScope) {
  return useInfiniteQuery({
    queryKey: ['reconcile', 'settled', scope],
    queryFn: ({ pageParam }) => call('reconcile.settled', { scope, before: pageParam, limit: SETTLED_PAGE }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  })
}

/** A file as it was chosen; its number tells two choices of the same file apart. */
export interface Chosen {
  readonly number: number
  readonly file: ImportFile
}

/**
 * What a chosen file would bring in. The answer before stays while a mapping is changed.
 * @param source null: a new one
 * @param mapping null: the source's own, or one found out from the file
 * @param alsoRows rows that are taken though they look like no payments
 */
export function useFilePreview(
  chosen: Chosen | null,
  source: number | null,
  mapping: Mapping | null,
  alsoRows: readonly number[],
) {
  return useQuery({
    queryKey: ['reconcile', 'preview', chosen?.number ?? null, source, mapping, alsoRows],
    queryFn: () => {
      if (!chosen) throw new Error('no file was chosen')
      return call('reconcile.preview', { file: chosen.file, source, mapping, alsoRows: [...alsoRows] })
    },
    enabled: chosen !== null,
    placeholderData: (before, query) => (query?.queryKey[2] === chosen?.number ? before : undefined),
    gcTime: 10_000,
    refetchOnWindowFocus: false,
  })
}
