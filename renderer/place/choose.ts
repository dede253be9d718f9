import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../shared/contract/index.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { endSession } from '../api/session-token.ts'

/** Who asks: somebody who may change settings, or whoever sits at a desk where no school is open. */
export type AskedBy = 'place' | 'trouble'

/** Opens another place; whoever was signed in at this one is not at that one. */
export function useChoose(by: AskedBy) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (choice: CallInput<'place.choose'>) =>
      call(by === 'place' ? 'place.choose' : 'trouble.choosePlace', choice),
    onSuccess: async ({ opened }) => {
      endSession(
        opened ? { notice: say('school_place.opened'), more: say('school_place.opened_more') } : { notice: null },
      )
      await queryClient.invalidateQueries({ queryKey: ['start'] })
    },
  })
}

export type Choose = ReturnType<typeof useChoose>
