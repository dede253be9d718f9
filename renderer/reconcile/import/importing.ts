import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CountedTender } from '../../../shared/contract/closings.ts'
import type { z } from 'zod'
import type { FilePreview, Mapping, presetSchema, Source } from '../../../shared/contract/reconcile-file.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { useDone } from '../../ui/places.ts'
import { useFilePreview } from '../reconcile-queries.ts'
import { useChosenFile } from './chosen-file.ts'

export type Preset = z.output<typeof presetSchema>

interface ImportOptions {
  readonly sources: readonly Source[]
  readonly presets: readonly Preset[]
  readonly begin: number | null
  readonly onTaken: (source: number) => void
}

/** A file on its way in: what was chosen, what it says, and taking it. */
export function useImport({ sources, presets, begin, onTaken }: ImportOptions) {
  const { chosen, unreadable, choose } = useChosenFile()
  const [source, setSource] = useState(begin)
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [alsoRows, setAlsoRows] = useState<readonly number[]>([])
  const [typedName, setName] = useState<string | null>(null)
  const [tickedTenders, setTenders] = useState<readonly CountedTender[] | null>(null)
  const preview = useFilePreview(chosen, source, mapping, alsoRows)
  const known = sources.find(({ id }) => id === source) ?? null
  // A file of a known kind names its source and its tenders, until somebody else does.
  const preset = presets.find(({ name }) => name === preview.data?.preset) ?? null
  const name = typedName ?? preset?.name ?? ''
  const tenders = tickedTenders ?? known?.tenders ?? preset?.tenders ?? (['card'] as const)
  const take = useTake(onTaken)
  const found = preview.data
  const named = tenders.length > 0 && (known !== null || name.trim() !== '')
  const ready = chosen !== null && !preview.isPlaceholderData && fits(found) && named
  const changed = <Value>(set: (value: Value) => void) => {
    return (value: Value) => {
      take.reset()
      set(value)
    }
  }
  return {
    chosen,
    unreadable,
    choose: (file: File) => {
      take.reset()
      setMapping(null)
      setAlsoRows([])
      choose(file)
    },
    source,
    known,
    setSource: changed((to: number | null) => {
      setSource(to)
      setMapping(null)
      setTenders(null)
    }),
    preview,
    preset,
    setMapping: changed(setMapping),
    alsoRows,
    setAlsoRows: changed(setAlsoRows),
    name,
    setName: changed(setName),
    tenders,
    setTenders: changed(setTenders),
    take,
    ready,
    submit: () => {
      if (!ready || !chosen || !found || take.isPending) return
      const { mapping: read, shown } = found
      const to = { source: known?.id ?? name.trim(), tenders: [...tenders] }
      take.mutate({ file: chosen.file, ...to, mapping: read, alsoRows: [...alsoRows], shown })
    },
  }
}

export type Importing = ReturnType<typeof useImport>

function fits(preview: FilePreview | undefined): boolean {
  return preview !== undefined && preview.problems.length === 0 && preview.asks.length === 0 && preview.count > 0
}

function useTake(onTaken: (source: number) => void) {
  const queryClient = useQueryClient()
  const tell = useDone()
  return useMutation({
    mutationFn: (input: Parameters<typeof call<'reconcile.take'>>[1]) => call('reconcile.take', input),
    onSuccess: async ({ source, file, repeated }) => {
      // The new source must be known before its work is shown.
      await queryClient.invalidateQueries({ queryKey: ['reconcile'] })
      const taken = { count: file.count, name: file.name, repeated }
      tell({ sentence: say('payment_import.taken', taken), show: null, undo: null })
      onTaken(source)
    },
  })
}
