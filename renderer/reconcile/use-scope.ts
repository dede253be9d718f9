import { useState } from 'react'
import type { ReconcileScope } from '../../shared/contract/reconcile.ts'
import type { Source, TakenFile } from '../../shared/contract/reconcile-file.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { useToday } from '../ui/fields/today.ts'

export interface Days {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/** Which source is worked on, and for which days: all those of its files until others are chosen. */
export function useScope(sources: readonly Source[], files: readonly TakenFile[]) {
  const today = useToday()
  const [chosen, setChosen] = useState<number | null>(null)
  const [days, setDays] = useState<Partial<Days>>({})
  const source =
    sources.find(({ id }) => id === chosen) ?? sources.find(({ name }) => name === files[0]?.source) ?? sources[0]
  const span = spanOf(files.filter((file) => file.source === source?.name)) ?? monthOf(today)
  const scope: ReconcileScope | null = source
    ? { source: source.id, from: days.from ?? span.from, to: days.to ?? span.to }
    : null
  return {
    source: source ?? null,
    scope,
    /** what the days are where none were chosen: another value begins the fields anew */
    span,
    setDays,
    choose: (id: number) => {
      setChosen(id)
      setDays({})
    },
  }
}

/** From the first to the last day of the lines that were taken; null where there are none. */
function spanOf(files: readonly TakenFile[]): Days | null {
  const [first] = files.map(({ from }) => from).toSorted()
  const last = files
    .map(({ to }) => to)
    .toSorted()
    .at(-1)
  return first && last ? { from: first, to: last } : null
}

function monthOf(today: BusinessDate): Days {
  return { from: `${today.slice(0, 8)}01` as BusinessDate, to: today }
}
