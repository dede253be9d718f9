import { Button, Skeleton, Text, Title } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { instantText } from '../../../shared/date-text.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { useUser } from '../../sign-in/session.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { usePlaces } from '../../ui/places.ts'
import { addressOf } from '../../ui/route.ts'
import { useSchool } from '../../ui/school.tsx'
import settings from '../settings.module.css'
import { FROM_SET_UP, setUpSteps, type SetUpStep } from './set-up-steps.ts'
import classes from './set-up.module.css'

/** Settings > Set-up: what a school needs, step by step: what is there, what is missing, and where it is done. */
export function SetUpTab() {
  const school = useSchool()
  const { permissions } = useUser()
  const there = useQuery({ queryKey: ['setUp'], queryFn: () => call('school.setUp', {}), refetchOnMount: 'always' })
  const backups = useQuery({
    queryKey: ['backups', 'status'],
    queryFn: () => call('backups.status', {}),
    refetchOnMount: 'always',
  })
  if (there.isError || backups.isError) {
    return (
      <div className={settings.section}>
        <FailureNotice thrown={there.error ?? backups.error} onRetry={() => void there.refetch()} />
      </div>
    )
  }
  if (there.isPending || backups.isPending) return <Skeleton height={420} m={24} animate={false} />
  const { last } = backups.data
  const made = last && instantText(last.madeAt, school.locale, school.timeZone)
  const steps = setUpSteps(there.data, school, backups.data, made).filter(
    ({ needs }) => needs === null || permissions.includes(needs),
  )
  const next = steps.find(({ state }) => state === 'is_missing')
  const done = steps.filter(({ state }) => state === 'is_there').length
  return (
    <section className={settings.section} aria-labelledby="set-up">
      <Title order={2} size="h4" id="set-up">
        {say('set_up.title')}
      </Title>
      <Text c="dimmed" size="sm" maw={640} mt={4}>
        {say('set_up.intro')}
      </Text>
      <Text mt="md" fw={600} role="status">
        {done === steps.length ? say('set_up.allThere') : say('set_up.progress', { there: done, all: steps.length })}
      </Text>
      <ol className={classes.steps} aria-label={say('set_up.title')}>
        {steps.map((step) => (
          <Step key={step.id} step={step} isNext={step === next} />
        ))}
      </ol>
      <Text size="sm" c="dimmed">
        {say('set_up.fromFiles')}{' '}
        <a className={classes.link} href={`${addressOf('settings', 'import')}/${FROM_SET_UP}`}>
          {say('set_up.fromFilesGo')}
        </a>
      </Text>
    </section>
  )
}

function Step({ step, isNext }: { step: SetUpStep; isNext: boolean }) {
  const { open } = usePlaces()
  const { title, state, words, go, to } = step
  const look = { variant: isNext ? 'filled' : 'default', size: 'sm' } as const
  return (
    <li className={classes.step} data-state={state} {...(isNext ? { 'aria-current': 'step' as const } : {})}>
      <StepMark state={state} />
      <div>
        <Title order={3} size="h5">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {words}
        </Text>
      </div>
      {'address' in to ? (
        <Button component="a" href={to.address} {...look}>
          {go}
        </Button>
      ) : (
        <Button onClick={() => open(to.place)} {...look}>
          {go}
        </Button>
      )}
    </li>
  )
}

const MARKS = { is_there: IconCircleCheck, is_missing: IconAlertCircle, is_optional: IconCircleDashed } as const

function StepMark({ state }: { state: SetUpStep['state'] }) {
  const Mark = MARKS[state]
  return <Mark size={22} stroke={1.6} role="img" aria-label={say(`set_up.${state}`)} className={classes.mark} />
}
