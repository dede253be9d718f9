import { useMemo, useState } from 'react'
import type { OpenLine, RecordedPayment, Work } from '../../shared/contract/reconcile.ts'
import type { Choice } from './left-columns.tsx'

interface Chosen {
  readonly lines: readonly number[]
  readonly payments: readonly string[]
}

const NONE: Chosen = { lines: [], payments: [] }

/** What somebody chooses from the two left-over lists, to match it by hand. What has left the lists is not chosen. */
export function useChosenByHand(work: Work | undefined) {
  const [chosen, setChosen] = useState<Chosen>(NONE)
  return useMemo(() => {
    const line: Choice<OpenLine> = {
      has: ({ id }) => chosen.lines.includes(id),
      turn: ({ id }) => setChosen((now) => ({ ...now, lines: turned(now.lines, id) })),
    }
    const payment: Choice<RecordedPayment> = {
      has: ({ key }) => chosen.payments.includes(key),
      turn: ({ key }) => setChosen((now) => ({ ...now, payments: turned(now.payments, key) })),
    }
    return {
      line,
      payment,
      pair: {
        lines: (work?.notRecorded ?? []).filter(line.has),
        payments: (work?.notReceived ?? []).filter(payment.has),
      },
      clear: () => setChosen(NONE),
    }
  }, [chosen, work])
}

export type ChosenByHand = ReturnType<typeof useChosenByHand>

function turned<Value>(all: readonly Value[], one: Value): readonly Value[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
}
