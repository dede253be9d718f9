import { Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { useSchool } from '../ui/school.tsx'
import { numberFormat } from '../../shared/number-format.ts'
import { say } from '../../shared/words/say.ts'
import classes from './settings.module.css'

const ASK_EVERY_MS = 300

/** How far the running import is. */
export function ImportProgress() {
  const { locale } = useSchool()
  const asked = useQuery({
    queryKey: ['school', 'importProgress'],
    queryFn: () => call('school.importProgress', {}),
    refetchInterval: ASK_EVERY_MS,
    gcTime: 0,
    staleTime: 0,
  })
  const progress = asked.data?.progress ?? null
  const number = (value: number) => numberFormat(locale, {})(String(value))
  const percent = progress && progress.total > 0 ? Math.min(100, Math.round((100 * progress.done) / progress.total)) : 0
  return (
    <div className={classes.progress}>
      <Progress
        value={progress ? percent : 100}
        animated={progress === null}
        size="sm"
        aria-label={say('settings.progress_of_the_import')}
      />
      <Text size="sm" role="status">
        {progress
          ? say('settings.stage_done_of_total', {
              stage: progress.stage,
              done: number(progress.done),
              total: number(progress.total),
            })
          : say('settings.reading_the_files_and_checking_every')}
      </Text>
    </div>
  )
}
