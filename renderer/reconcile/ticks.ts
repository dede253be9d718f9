import { useMemo, useState } from 'react'
import type { Proposal, Work } from '../../shared/contract/reconcile.ts'

/** Exact proposals are ticked until somebody unticks them; that holds while one looks at other parts of the work. */
export function useTicks() {
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  return useMemo(
    () => ({
      has: ({ key }: Proposal) => !unticked.has(key),
      turn: ({ key, certainty }: Proposal) => {
        if (certainty === 'exact') setUnticked((now) => turned(now, key))
      },
      /** the keys of the unticked ones that are still there */
      except: (work: Work) => work.proposals.map(({ key }) => key).filter((key) => unticked.has(key)),
    }),
    [unticked],
  )
}

export type Ticks = ReturnType<typeof useTicks>

function turned(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const others = [...keys].filter((other) => other !== key)
  return new Set(keys.has(key) ? others : [...others, key])
}
