import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { useDone } from '../../ui/places.ts'

/** Everybody who can sign in, or could. */
export function useUsers() {
  return useQuery({ queryKey: ['users'], queryFn: () => call('users.list', {}) })
}

/** What each role may do. */
export function useRoles() {
  return useQuery({ queryKey: ['roles'], queryFn: () => call('roles.list', {}) })
}

/** Changes users or roles, says so in a sentence, and lets both be asked for again: a role counts at once. */
export function usePeopleChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  sentence: (output: Output, input: Input) => string,
  onDone: () => void,
) {
  const queryClient = useQueryClient()
  const say = useDone()
  return useMutation({
    mutationFn: change,
    onSuccess: (output, input) => {
      say({ sentence: sentence(output, input), show: null, undo: null })
      void queryClient.invalidateQueries({ queryKey: ['users'] })
      void queryClient.invalidateQueries({ queryKey: ['roles'] })
      onDone()
    },
  })
}
