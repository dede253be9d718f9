import { Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { numberFormat } from '../../shared/number-format.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { useSchool } from '../ui/school.tsx'
import classes from './reconcile.module.css'

const ASKED_EVERY_MS = 300

/** How far the accepting of all exact matches is; nothing where it is done at once. */
export function AcceptingProgress() {
  const { locale } = useSchool()
  const { data } = useQuery({
    queryKey: ['accepting'],
    queryFn: () => call('reconcile.accepting', {}),
    refetchInterval: ASKED_EVERY_MS,
    staleTime: 0,
    gcTime: 0,
  })
  const progress = data?.progress
  if (!progress) return null
  const number = (value: number) => numberFormat(locale, {})(String(value))
  const { done, total } = progress
  return (
    <div className={classes.problem}>
      <Progress value={Math.round((100 * done) / total)} size="sm" aria-label={say('reconcile.accepting_bar')} />
      <Text size="sm" role="status" mt={6}>
        {say('reconcile.accepting_progress', { done: number(done), total: number(total) })}
      </Text>
    </div>
  )
}
