import { useMutation } from '@tanstack/react-query'
import type { CallInput } from '../../shared/contract/index.ts'
import { call } from '../api/call.ts'
import { saveFile } from '../ui/save-file.ts'

/** Takes a report out as a file: the same rows as on the screen, without its limit. */
export function useExport() {
  return useMutation({
    mutationFn: async (input: CallInput<'reports.export'>) => {
      const { name, content, mediaType } = await call('reports.export', input)
      saveFile(name, content, mediaType)
    },
  })
}
