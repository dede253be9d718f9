import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../shared/contract/index.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { useDone } from '../ui/places.ts'

/** Hour types, products and services. */
export function useCatalogue() {
  return useQuery({ queryKey: ['catalogue', 'list'], queryFn: () => call('catalogue.list', {}) })
}

/** The packages that the school sells, or those that it sold. */
export function useOffers(active: boolean | null) {
  return useQuery({
    queryKey: ['offers', 'list', active],
    queryFn: () => call('offers.list', { active }),
    placeholderData: keepPreviousData,
  })
}

/** What a package with these lines would cost today; null while nothing complete is typed. */
export function useOfferPrice(lines: CallInput<'offers.price'>['lines'] | null) {
  return useQuery({
    queryKey: ['offers', 'price', lines],
    queryFn: () => call('offers.price', { lines: lines ?? [] }),
    enabled: lines !== null,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
}

/** Changes what the school sells, says so in a sentence, and lets the lists be asked for again. */
export function useChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  sentence: (output: Output) => string,
  /** the tab of Settings where it is seen */
  part: 'hours' | 'items' | 'packages',
  onDone: () => void,
) {
  const queryClient = useQueryClient()
  const say = useDone()
  return useMutation({
    mutationFn: change,
    onSuccess: (output) => {
      say({ sentence: sentence(output), show: { of: 'screen', screen: 'settings', part }, undo: null })
      void queryClient.invalidateQueries({ queryKey: ['catalogue'] })
      void queryClient.invalidateQueries({ queryKey: ['offers'] })
      onDone()
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
