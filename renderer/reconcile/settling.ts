import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReconcileScope, Work } from '../../shared/contract/reconcile.ts'
import { call } from '../api/call.ts'
import { workKey } from './reconcile-queries.ts'
import { without, type Gone } from './work-left.ts'

/** Somebody who goes through the list quickly does not have all of it matched anew at every step. */
const COUNTED_AFTER_MS = 700

/** One step of the work. */
export interface Step {
  readonly run: () => Promise<unknown>
  /** what leaves the list at once */
  readonly gone: Gone
  /** one plain sentence, once it is through */
  readonly sentence: string
}

/**
 * Takes the steps of the work one after the other: what a step settles leaves the list at once, and comes back where
 * the engine refuses it.
 */
export function useSteps(scope: ReconcileScope) {
  const queryClient = useQueryClient()
  const [sentence, setSentence] = useState('')
  const { soon, now } = useCountedAgain()
  const leave = async (gone: Gone) => {
    await queryClient.cancelQueries({ queryKey: ['reconcile', 'work'] })
    queryClient.setQueryData<Work>(workKey(scope), (work) => work && without(work, gone))
  }
  const step = useMutation({
    mutationKey: ['reconcile', 'step'],
    // One after the other, as they were asked for.
    scope: { id: 'reconcile' },
    mutationFn: ({ run }: Step) => run(),
    onMutate: ({ gone }) => leave(gone),
    onSuccess: (_done, taken) => {
      setSentence(taken.sentence)
      soon()
    },
    onError: now,
  })
  return {
    take: step.mutate,
    error: step.error,
    /** what was done last; empty at first */
    sentence,
    /** a dialog has taken the step, and shown what the engine said against it */
    taken: (done: Omit<Step, 'run'>) => {
      setSentence(done.sentence)
      void leave(done.gone).then(soon)
    },
  }
}

export type Steps = ReturnType<typeof useSteps>

/** Accepts all exact matches of the scope but those that were unticked. */
export function useAcceptExact(scope: ReconcileScope, onDone: (settled: number) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (except: string[]) => call('reconcile.acceptExact', { scope, except }),
    onSuccess: ({ settled }) => onDone(settled),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['reconcile'] }),
  })
}

/** Has the lists asked for again: once the steps pause, or at once. */
function useCountedAgain() {
  const queryClient = useQueryClient()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const now = useCallback(() => {
    clearTimeout(waiting.current)
    waiting.current = undefined
    void queryClient.invalidateQueries({ queryKey: ['reconcile'] })
  }, [queryClient])
  const soon = useCallback(() => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(now, COUNTED_AFTER_MS)
  }, [now])
  // Whoever leaves the screen in between finds it counted on return.
  useEffect(() => () => void (waiting.current === undefined || now()), [now])
  return { soon, now }
}
