import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { CreateSchool } from './create-school.tsx'
import { FrontPage } from './front-page.tsx'
import { ImportAtStart } from './import-at-start.tsx'
import classes from './front-page.module.css'

/** Nothing is here yet: make the school, bring one in, or look at the demonstration one. */
export function FirstStart() {
  const [step, setStep] = useState<'choice' | 'create' | 'import'>('choice')
  const queryClient = useQueryClient()
  const demonstration = useMutation({
    mutationFn: () => call('start.openDemonstration', {}),
    onSuccess: (state) => queryClient.setQueryData(['start'], state),
  })
  if (step === 'create') return <CreateSchool onBack={() => setStep('choice')} />
  if (step === 'import') return <ImportAtStart onBack={() => setStep('choice')} />
  return (
    <FrontPage
      width="widest"
      title={say('sign_in.welcome_to_blocktime')}
      lead={say('sign_in.prepaid_flight_packages_whose')}
    >
      <div className={classes.choices}>
        <section className={classes.panel} aria-labelledby="own-school">
          <Title order={2} size="h4" id="own-school">
            {say('sign_in.your_school')}
          </Title>
          <Text size="sm" c="dimmed" component="p">
            {say('sign_in.your_school_explained')}
          </Text>
          <Button onClick={() => setStep('create')} disabled={demonstration.isPending}>
            {say('sign_in.create_your_school')}
          </Button>
        </section>
        <section className={classes.panel} aria-labelledby="coming-school">
          <Title order={2} size="h4" id="coming-school">
            {say('sign_in.a_school_from_files')}
          </Title>
          <Text size="sm" c="dimmed" component="p">
            {say('sign_in.school_from_files_explained')}
          </Text>
          <Button variant="default" onClick={() => setStep('import')} disabled={demonstration.isPending}>
            {say('sign_in.bring_in_a_school')}
          </Button>
        </section>
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
