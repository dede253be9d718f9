import { useQuery, useQueryClient, type InfiniteData, type Query, type QueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CallOutput } from '../../shared/contract/index.ts'
import type { PackageRow } from '../../shared/contract/package-columns.ts'
import { call } from './call.ts'

const ASKED_FIRST_MS = 2_000
/** Asks this computer only: by it a balance follows another desk's posting within a second. */
const HEARD_EVERY_MS = 300
const CLOCK_BEHIND = ['clock behind']
/** A list that has loaded more pages than these is not asked for as a whole again: its changed rows are put in. */
const PAGES_ASKED_AGAIN = 2

type PackagesPages = InfiniteData<CallOutput<'packages.list'>>

/** Refreshes what the window shows whenever anyone's action, in this window or another, has changed a balance. */
export function useChanges(): void {
  const queryClient = useQueryClient()
  const known = useRef<number | null>(null)
  const knownCopy = useRef(false)
  const askAgain = useRef(ASKED_FIRST_MS)
  const { data: isTold = false } = useQuery({
    queryKey: ['changes'],
    queryFn: async () => {
      const { entry, packages, clockBehind, ...answer } = await call('changes.since', { entry: known.current })
      queryClient.setQueryData(CLOCK_BEHIND, clockBehind)
      askAgain.current = answer.askAgain
      // A copy's numbers are its own: the same number may stand for another entry at the server.
      const changed = known.current !== null && (known.current !== entry || knownCopy.current !== answer.isCopy)
      known.current = entry
      knownCopy.current = answer.isCopy
      if (changed) {
        if (packages) putInto(queryClient, packages)
        void renew(queryClient)
      }
      return answer.isTold
    },
    refetchInterval: () => askAgain.current,
    refetchIntervalInBackground: true,
    staleTime: 0,
  })
  useHeard(isTold)
}

/** Asks what changed as soon as this computer hears that something did, or hears nothing any more. */
function useHeard(isTold: boolean): void {
  const queryClient = useQueryClient()
  const known = useRef<number | null>(null)
  useQuery({
    queryKey: ['heard'],
    queryFn: async () => {
      const { heard } = await call('changes.heard', {})
      const isNews = heard !== known.current
      // Taken before it is asked: what is recorded meanwhile is another number.
      known.current = heard
      if (isNews) await queryClient.refetchQueries({ queryKey: ['changes'] })
      return heard
    },
    enabled: isTold,
    refetchInterval: HEARD_EVERY_MS,
    refetchIntervalInBackground: true,
    staleTime: 0,
  })
}

/** By how many minutes the computer's clock is behind the last entry; 0 where it is not. */
export function useClockBehind(): number {
  return useQuery({ queryKey: CLOCK_BEHIND, queryFn: () => 0, enabled: false, initialData: 0 }).data
}

/** Has everything shown asked for again; resolves once the new numbers are there. */
export function renewShown(queryClient: QueryClient): Promise<unknown> {
  return Promise.all([renew(queryClient), queryClient.refetchQueries({ queryKey: ['changes'] })])
}

function renew(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ predicate: isRenewed })
}

/** A preview is asked anew by its form, once the form knows the new numbers. */
function isRenewed({ queryKey, state }: Query): boolean {
  if (['start', 'changes', 'heard'].includes(String(queryKey[0])) || queryKey.includes('preview')) return false
  const data = state.data as Partial<InfiniteData<unknown>> | undefined
  return (data?.pages?.length ?? 0) <= PAGES_ASKED_AGAIN
}

/** The changed rows in the place of the old ones, in every Packages list that has them. */
function putInto(queryClient: QueryClient, changed: readonly PackageRow[]): void {
  const rows = new Map(changed.map((row) => [row.ref, row]))
  queryClient.setQueriesData<PackagesPages>({ queryKey: ['packages', 'list'] }, (data) => {
    if (!data?.pages.some((page) => page.rows.some(({ ref }) => rows.has(ref)))) return data
    return {
      ...data,
      pages: data.pages.map((page) => ({ ...page, rows: page.rows.map((row) => rows.get(row.ref) ?? row) })),
    }
  })
}
