import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EndingRow, NewEnd } from '../../../shared/contract/change-ends.ts'
import type { PackageListFilter } from '../../../shared/contract/values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { typedWhole } from '../../../shared/typed-whole.ts'
import { call } from '../../api/call.ts'
import { useRecorded } from '../../invoices/invoices-queries.ts'

const PREVIEW_PAUSE_MS = 200

export interface EndsChoice {
  readonly search: string
  readonly status: PackageListFilter | null
}

export interface EndsDraft {
  /** hour type of which hours must be left; null: any */
  readonly code: string | null
  readonly how: NewEnd['how']
  readonly count: string
  readonly day: BusinessDate | null
  readonly date: BusinessDate | null
  readonly note: string
}

const NOTHING: EndsDraft = { code: null, how: 'days', count: '', day: null, date: null, note: '' }

/** The packages of a search and filter, which of them are ticked, and what each would become. */
export function useManyEnds(choice: EndsChoice, onClose: () => void) {
  const [draft, setDraft] = useState<EndsDraft>(NOTHING)
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const { code, note, date } = draft
  const list = useQuery({
    queryKey: ['packages', 'endings', choice, code],
    queryFn: () => call('packages.endings', { ...choice, code }),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.rows ?? []
  const to = newEnd(draft)
  const chosen = rows.filter((row) => canChange(row, draft.how) && !unticked.has(row.ref))
  const input =
    to === null || chosen.length === 0
      ? null
      : { date, note, to, packages: chosen.map(({ ref, lastValid }) => ({ ref, was: lastValid })) }
  const [asked] = useDebouncedValue(input && JSON.stringify(input), PREVIEW_PAUSE_MS)
  const preview = useQuery({
    queryKey: ['packages', 'endings', 'preview', asked],
    queryFn: () => call('packages.changeEnds.preview', JSON.parse(asked ?? '') as NonNullable<typeof input>),
    enabled: asked !== null && input !== null,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
  const record = useRecorded(
    (what: NonNullable<typeof input>) => call('packages.changeEnds', what),
    onClose,
    () => ({ show: null, undo: null }),
  )
  const change = (next: Partial<EndsDraft>) => {
    record.reset()
    setDraft({ ...draft, ...next })
  }
  const tick = (refs: readonly string[], on: boolean) => {
    record.reset()
    const next = new Set(unticked)
    for (const ref of refs) {
      if (on) next.delete(ref)
      else next.add(ref)
    }
    setUnticked(next)
  }
  const becomes = new Map(input === null ? [] : preview.data?.rows.map((row) => [row.ref, row]))
  return { draft, change, list, rows, chosen, tick, input, preview, becomes, record }
}

export type ManyEnds = ReturnType<typeof useManyEnds>

/** What never ends cannot be longer. */
export function canChange({ lastValid }: EndingRow, how: NewEnd['how']): boolean {
  return lastValid !== null || how === 'day'
}

function newEnd({ how, count, day }: EndsDraft): NewEnd | null {
  switch (how) {
    case 'never':
      return { how }
    case 'day':
      return day && { how, day }
    case 'days':
    case 'months':
      return typedCount(count) > 0 ? { how, count: typedCount(count) } : null
  }
}

/** So many days or months; 0 where that is no whole number. */
export function typedCount(count: string): number {
  return typedWhole(count, 4) ?? 0
}
