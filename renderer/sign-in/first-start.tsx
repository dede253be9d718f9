import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { CreateSchool } from './create-school.tsx'
import { FrontPage } from './front-page.tsx'
import { ImportAtStart } from './import-at-start.tsx'
import { PlaceAtStart } from './place-at-start.tsx'
import { RestoreAtStart } from './restore-at-start.tsx'
import classes from './front-page.module.css'

/** Nothing is here yet: make the school, bring one in, or look at the demonstration one. */
export function FirstStart() {
  const [step, setStep] = useState<'choice' | keyof typeof WAYS>('choice')
  const queryClient = useQueryClient()
  const demonstration = useMutation({
    mutationFn: () => call('start.openDemonstration', {}),
    onSuccess: (state) => queryClient.setQueryData(['start'], state),
  })
  if (step === 'create') return <CreateSchool onBack={() => setStep('choice')} />
  if (step === 'import') return <ImportAtStart onBack={() => setStep('choice')} />
  if (step === 'restore') return <RestoreAtStart onBack={() => setStep('choice')} />
  if (step === 'place') return <PlaceAtStart onBack={() => setStep('choice')} />
  return (
    <FrontPage
      width="widest"
      title={say('sign_in.welcome_to_blocktime')}
      lead={say('sign_in.prepaid_flight_packages_whose')}
    >
      <div className={classes.choices}>
        <Way of="create" disabled={demonstration.isPending} onGo={setStep} />
        <Way of="import" disabled={demonstration.isPending} onGo={setStep} />
        <Way of="restore" disabled={demonstration.isPending} onGo={setStep} />
        <Way of="place" disabled={demonstration.isPending} onGo={setStep} />
        <section className={classes.panel} aria-labelledby="demonstration-school">
          <Title order={2} size="h4" id="demonstration-school">
            {say('sign_in.a_demonstration')}
          </Title>
          <Text size="sm" c="dimmed" component="p" role="status">
            {demonstration.isPending
              ? say('sign_in.preparing_two_years_of_activity')
              : say('sign_in.demonstration_explained')}
          </Text>
          <Button variant="default" px="sm" onClick={() => demonstration.mutate()} loading={demonstration.isPending}>
            {say('sign_in.look_at_the_demonstration_school')}
          </Button>
          {demonstration.isError && <FailureNotice thrown={demonstration.error} />}
        </section>
      </div>
    </FrontPage>
  )
}

/** The ways to a school of one's own, each with a page of its own. */
const WAYS = {
  create: ['sign_in.your_school', 'sign_in.your_school_explained', 'sign_in.create_your_school'],
  import: ['sign_in.a_school_from_files', 'sign_in.school_from_files_explained', 'sign_in.bring_in_a_school'],
  place: ['school_place.at_start', 'school_place.at_start_words', 'school_place.choose'],
  restore: ['sign_in.a_backup', 'sign_in.backup_explained', 'sign_in.restore_a_backup'],
} as const

interface WayProps {
  readonly of: keyof typeof WAYS
  readonly disabled: boolean
  readonly onGo: (of: keyof typeof WAYS) => void
}

function Way({ of, disabled, onGo }: WayProps) {
  const [title, words, go] = WAYS[of]
  return (
    <section className={classes.panel} aria-labelledby={`way-${of}`}>
      <Title order={2} size="h4" id={`way-${of}`}>
        {say(title)}
      </Title>
      <Text size="sm" c="dimmed" component="p">
        {say(words)}
      </Text>
      <Button variant={of === 'create' ? 'filled' : 'default'} onClick={() => onGo(of)} disabled={disabled}>
        {say(go)}
      </Button>
    </section>
  )
}
