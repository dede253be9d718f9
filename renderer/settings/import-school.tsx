import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { CallFailure } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { readFile, type ImportFile } from './chosen-files.ts'
import { FileChoice } from './file-choice.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportProgress } from './import-progress.tsx'
import classes from './settings.module.css'

/** Brings in a school from a folder of CSV files: all or nothing. */
export function ImportSchool() {
  const [files, setFiles] = useState<readonly File[]>([])
  const queryClient = useQueryClient()
  const run = useMutation({
    mutationFn: async (chosen: readonly File[]) => call('school.import', { files: await readAll(chosen) }),
    onSuccess: (result) => {
      if (result.outcome === 'imported' && result.changed) void queryClient.resetQueries()
    },
  })
  const choose = (chosen: readonly File[]) => {
    run.reset()
    setFiles(chosen)
  }
  return (
    <section className={classes.section} aria-labelledby="import-school">
      <Title order={2} size="h4" id="import-school">
        {say('settings.import_a_school')}
      </Title>
      <Text c="dimmed" size="sm" maw={640} mt={4}>
        {say('settings.choose_a_folder_with_the_csv_files_of')}
      </Text>
      <FileChoice files={files} onChoose={choose} disabled={run.isPending} />
      {files.length > 0 && !run.isSuccess && (
        <Button onClick={() => run.mutate(files)} loading={run.isPending}>
          {say('settings.import')}
        </Button>
      )}
      {run.isPending && <ImportProgress />}
      {run.isError && <FailureNotice thrown={run.error} onRetry={() => run.mutate(files)} />}
      {run.isSuccess && <ImportOutcome result={run.data} />}
    </section>
  )
}

export async function readAll(files: readonly File[]): Promise<ImportFile[]> {
  try {
    return await Promise.all(files.map(readFile))
  } catch {
    throw new CallFailure({
      code: 'invalid_input',
      message: say('settings.one_of_the_files_could_not_be_read_so'),
      remedy: say('settings.it_may_have_been_moved_or_be_open_in'),
    })
  }
}
