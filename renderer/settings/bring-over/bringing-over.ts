import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Meanings } from '../../../shared/contract/bring-over.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { call } from '../../api/call.ts'
import { useToday } from '../../ui/fields/today.ts'
import { readFile, type ImportFile } from '../chosen-files.ts'
import { rememberedMeanings, rememberMeanings } from './remembered-meanings.ts'

interface Chosen {
  readonly file: ImportFile
  /** null: as proposed from the names of the columns, or as they were named before */
  readonly meanings: Meanings | null
}

/** The spreadsheet that a person chose, how it is read, and recording it. */
export function useBringingOver() {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [day, setDay] = useState<BusinessDate>(useToday())
  const [makeCustomers, setMakeCustomers] = useState(true)
  const [makePackages, setMakePackages] = useState(false)
  const input = chosen && {
    ...chosen,
    day,
    makeCustomers,
    makePackages,
    meanings: chosen.meanings && [...chosen.meanings],
  }
  const read = useQuery({
    queryKey: ['bring over', input],
    queryFn: () => call('bringOver.read', input ?? nothingChosen()),
    enabled: input !== null,
    placeholderData: (before) => before,
  })
  const queryClient = useQueryClient()
  const record = useMutation({
    mutationFn: () => call('bringOver.record', input ?? nothingChosen()),
    onSuccess: ({ recorded }) => {
      if (read.data) rememberMeanings(read.data.header, read.data.meanings)
      if (recorded > 0)
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'bring over' })
    },
  })
  // The same spreadsheet as before is read as it was before.
  const known = read.data && chosen?.meanings === null ? rememberedMeanings(read.data.header) : null
  if (known && chosen) setChosen({ ...chosen, meanings: known })
  const after = (change: () => void) => {
    record.reset()
    change()
  }
  return {
    fileName: chosen?.file.name ?? null,
    day,
    makeCustomers,
    makePackages,
    read,
    record,
    choose: (file: File | null) => {
      if (file) void readFile(file).then((content) => after(() => setChosen({ file: content, meanings: null })))
    },
    changeDay: (next: BusinessDate) => after(() => setDay(next)),
    changeMakeCustomers: (next: boolean) => after(() => setMakeCustomers(next)),
    changeMakePackages: (next: boolean) => after(() => setMakePackages(next)),
    changeMeanings: (meanings: Meanings) => after(() => setChosen(chosen && { ...chosen, meanings })),
  }
}

export type BringingOver = ReturnType<typeof useBringingOver>

function nothingChosen(): never {
  throw new Error('no spreadsheet is chosen')
}
