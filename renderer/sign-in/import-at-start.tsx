import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FileChoice } from '../settings/file-choice.tsx'
import { ImportOutcome } from '../settings/import-outcome.tsx'
import { readAll } from '../settings/import-school.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { FrontPage } from './front-page.tsx'

/** Brings a school folder into an empty Blocktime. When it is in, the first screen asks for its administrator. */
export function ImportAtStart({ onBack }: { readonly onBack: () => void }) {
  const [files, setFiles] = useState<readonly File[]>([])
  const queryClient = useQueryClient()
  const run = useMutation({
    mutationFn: async (chosen: readonly File[]) => call('start.importSchool', { files: await readAll(chosen) }),
    onSuccess: (result) => {
      if (result.outcome === 'imported') void queryClient.invalidateQueries({ queryKey: ['start'] })
    },
  })
  const choose = (chosen: readonly File[]) => {
    run.reset()
    setFiles(chosen)
  }
  return (
    <FrontPage
      width="wide"
      title={say('sign_in.bring_in_a_school')}
      lead={say('sign_in.choose_the_folder_with_its_csv_files')}
    >
      <FileChoice files={files} onChoose={choose} disabled={run.isPending} />
      <Group mt="md">
        <Button onClick={() => run.mutate(files)} loading={run.isPending} disabled={files.length === 0}>
          {say('sign_in.import')}
        </Button>
        <Button variant="default" onClick={onBack} disabled={run.isPending}>
          {say('sign_in.back')}
        </Button>
      </Group>
      {run.isError && <FailureNotice thrown={run.error} onRetry={() => run.mutate(files)} />}
      {run.isSuccess && run.data.outcome === 'refused' && <ImportOutcome result={run.data} />}
    </FrontPage>
  )
}
