import { QueryClient } from '@tanstack/react-query'

/** The engine is on this computer: always reachable, and a refusal does not become right by asking again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 5_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
