import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CountedTender } from '../../../shared/contract/closings.ts'
import type { z } from 'zod'
import type { FilePreview, Mapping, presetSchema, Source } from '../../../shared/contract/reconcile-file.ts'
import { sourceCalled } from '../../../shared/source-name.ts'
import { say, type WordKey } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { useDone } from '../../ui/places.ts'
import { useFilePreview, type Chosen } from '../reconcile-queries.ts'
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
  const { mapping, setMapping, alsoRows, setAlsoRows, typedName, setName, tickedTenders, setTenders, forget } =
    useSaid()
  const preview = useFilePreview(chosen, source, mapping, alsoRows)
  const known = sources.find(({ id }) => id === source) ?? null
  // A file of a known kind names its source and its tenders, until somebody else does.
  const found = preview.data
  const proposed = presets.find(({ name }) => name === found?.preset)?.name ?? ''
  const name = typedName ?? (sourceCalled(sources, proposed) ? '' : proposed)
  const namesake = known === null && name.trim() !== '' ? (sourceCalled(sources, name) ?? null) : null
  const tenders = tickedTenders ?? known?.tenders ?? found?.tenders ?? []
  const take = useTake(onTaken)
  const missing = whatIsMissing({ chosen, found, known, name, namesake, tenders })
  const ready = missing === null && !preview.isPlaceholderData
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
      forget()
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
    mapping,
    setMapping: changed(setMapping),
    alsoRows,
    setAlsoRows: changed(setAlsoRows),
    name,
    /** the source that has the name of the new one already; null: none */
    namesake,
    setName: changed(setName),
    tenders,
    setTenders: changed(setTenders),
    take,
    /** why nothing can be taken yet; null: it can */
    missing,
    ready,
    submit: () => {
      if (!ready || !chosen || !found || take.isPending) return
      const { mapping: read, shown } = found
      const to = { source: known?.id ?? name.trim(), tenders: [...tenders] }
      take.mutate({ file: chosen.file, ...to, mapping: read, alsoRows: [...alsoRows], shown })
    },
  }
}

/** What somebody said of the file; another file begins anew. */
function useSaid() {
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const [alsoRows, setAlsoRows] = useState<readonly number[]>([])
  const [typedName, setName] = useState<string | null>(null)
  const [tickedTenders, setTenders] = useState<readonly CountedTender[] | null>(null)
  const forget = () => {
    setMapping(null)
    setAlsoRows([])
    setName(null)
    setTenders(null)
  }
  return { mapping, setMapping, alsoRows, setAlsoRows, typedName, setName, tickedTenders, setTenders, forget }
}

export type Importing = ReturnType<typeof useImport>

interface SoFar {
  readonly chosen: Chosen | null
  readonly found: FilePreview | undefined
  readonly known: Source | null
  readonly name: string
  readonly namesake: Source | null
  readonly tenders: readonly CountedTender[]
}

/** The first thing that keeps the file from being taken, from the top of the form down; null: nothing. */
function whatIsMissing({ chosen, found, known, name, namesake, tenders }: SoFar): WordKey | null {
  if (chosen === null) return 'payment_import.missing_file'
  if (found === undefined) return 'payment_import.missing_reading'
  if (found.problems.length > 0) return 'payment_import.missing_mended'
  if (known === null && name.trim() === '') return 'payment_import.missing_name'
  if (namesake !== null) return 'payment_import.missing_other_name'
  if (tenders.length === 0) return 'payment_import.missing_tender'
  if (found.asks.length > 0) return 'payment_import.missing_answer'
  return found.count === 0 ? 'payment_import.missing_lines' : null
}

/** What only the form asks for, or is known anew already. */
const OF_FORM = new Set<unknown>(['preview', 'sources'])

function useTake(onTaken: (source: number) => void) {
  const queryClient = useQueryClient()
  const tell = useDone()
  return useMutation({
    mutationFn: (input: Parameters<typeof call<'reconcile.take'>>[1]) => call('reconcile.take', input),
    onSuccess: async ({ source, file, repeated }) => {
      // The new source must be known before its work is shown; the file's preview is not read once more for it.
      await queryClient.invalidateQueries({ queryKey: ['reconcile', 'sources'] })
      const taken = { count: file.count, name: file.name, repeated }
      tell({ sentence: say('payment_import.taken', taken), show: null, undo: null })
      onTaken(source)
      void queryClient.invalidateQueries({
        queryKey: ['reconcile'],
        predicate: ({ queryKey }) => !OF_FORM.has(queryKey[1]),
      })
    },
    // Somebody else may have taken lines or named a source meanwhile: what is shown is looked up again.
    onError: () => queryClient.invalidateQueries({ queryKey: ['reconcile'] }),
  })
}
