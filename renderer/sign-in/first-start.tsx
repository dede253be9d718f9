import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
      title="Welcome to Blocktime"
      lead="Prepaid flight packages whose balances are always right."
    >
      <div className={classes.choices}>
        <section className={classes.panel} aria-labelledby="own-school">
          <Title order={2} size="h4" id="own-school">
            Your school
          </Title>
          <Text size="sm" c="dimmed" component="p">
            Name the school and its administrator, and begin with an empty ledger. Its packages, customers and past
            activity can still come in later.
          </Text>
          <Button onClick={() => setStep('create')} disabled={demonstration.isPending}>
            Create your school
          </Button>
        </section>
        <section className={classes.panel} aria-labelledby="coming-school">
          <Title order={2} size="h4" id="coming-school">
            A school from files
          </Title>
          <Text size="sm" c="dimmed" component="p">
            Its catalogue, packages, customers and past activity come in from a folder of CSV files; then you set the
            administrator&apos;s password.
          </Text>
          <Button variant="default" onClick={() => setStep('import')} disabled={demonstration.isPending}>
            Bring in a school
          </Button>
        </section>
        <section className={classes.panel} aria-labelledby="demonstration-school">
          <Title order={2} size="h4" id="demonstration-school">
            A demonstration
          </Title>
          <Text size="sm" c="dimmed" component="p" role="status">
            {demonstration.isPending
              ? 'Preparing two years of activity…'
              : 'Some 60 made-up customers and two years of activity. It takes a few seconds to prepare, and nothing needs to be set up.'}
          </Text>
          <Button variant="default" px="sm" onClick={() => demonstration.mutate()} loading={demonstration.isPending}>
            Look at the demonstration school
          </Button>
          {demonstration.isError && <FailureNotice thrown={demonstration.error} />}
        </section>
      </div>
    </FrontPage>
  )
}
