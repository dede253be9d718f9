import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ActionDone } from '../../shared/contract/action-values.ts'
import type { CallOutput } from '../../shared/contract/index.ts'
import type { InvoiceStatus } from '../../shared/contract/values.ts'
import { sentAgain } from '../api/again.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { renewShown } from '../api/changes.ts'
import { useDone, type Done } from '../ui/places.ts'

export interface InvoicesFilter {
  readonly search: string
  readonly status: InvoiceStatus | null
}

export type Invoice = CallOutput<'invoices.get'>
export type Overview = CallOutput<'customers.overview'>

const FIRST_PAGE = 50
const FURTHER_PAGE = 200

/** Billing > Invoices by keyset pages; the rows before stay while a new search is on its way. */
export function useInvoicesList(filter: InvoicesFilter) {
  return useInfiniteQuery({
    queryKey: ['invoices', 'list', filter],
    queryFn: ({ pageParam }) =>
      call('invoices.list', { ...filter, after: pageParam, limit: pageParam ? FURTHER_PAGE : FIRST_PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

/** One invoice with lines, payments and what it corrects. */
export function useInvoice(ref: string | null) {
  return useQuery({
    queryKey: ['invoices', 'one', ref],
    queryFn: () => call('invoices.get', { ref: ref ?? '' }),
    enabled: ref !== null,
  })
}

/** The catalogue: what is sold at the standard rate. */
export function useCatalogue(enabled = true) {
  return useQuery({ queryKey: ['catalogue', 'list'], queryFn: () => call('catalogue.list', {}), enabled })
}

/** The overview of one customer: the packages with what is available on them. */
export function useOverview(number: string | null) {
  return useQuery({
    queryKey: ['customers', 'overview', number],
    queryFn: () => call('customers.overview', { number: number ?? '' }),
    enabled: number !== null,
  })
}

/** Where to see what was done, and how to take it back. */
export type About = Omit<Done, 'sentence'>

/**
 * Records an action of the desk: says in one sentence what was done, and lets every balance shown be asked for again.
 * A form that was built on old numbers gets the new ones.
 */
export function useRecorded<Input>(
  record: (input: Input) => Promise<ActionDone>,
  onDone: (done: ActionDone) => void,
  about: (done: ActionDone, input: Input) => About,
  /** what of the list Not sent it does again */
  again?: number,
) {
  const queryClient = useQueryClient()
  const tell = useDone()
  const renew = () => renewShown(queryClient)
  return useMutation({
    mutationFn: (input: Input) => sentAgain(again, () => record(input)),
    onSuccess: (done, input) => {
      tell({ sentence: done.sentence, ...about(done, input) })
      void renew()
      onDone(done)
    },
    onError: (thrown) => {
      if (failureOf(thrown).code === 'stale') void renew()
    },
  })
}

/** The sentence of a refusal where it was caused by this field, with what to do about it. */
export function problemAt(thrown: unknown, field: string): string | null {
  if (!thrown) return null
  const failure = failureOf(thrown)
  if (failure.field !== field) return null
  return failure.remedy ? `${failure.message} ${failure.remedy}` : failure.message
}
