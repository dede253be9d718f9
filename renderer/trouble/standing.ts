import { useQuery } from '@tanstack/react-query'
import type { Standing } from '../../shared/contract/backups.ts'
import { call } from '../api/call.ts'

const ASKED_EVERY_MS = 10_000

/** How it stands with the data, the backups and the server; undefined until it is known. */
export function useStanding(): Standing | undefined {
  return useQuery({
    queryKey: ['standing'],
    queryFn: () => call('backups.standing', {}),
    refetchInterval: ASKED_EVERY_MS,
    staleTime: 0,
  }).data
}
