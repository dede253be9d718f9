import { Alert, Button, Group, Text, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { StatementCheck } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { usePlaces } from '../ui/places.ts'
import classes from './statements.module.css'

const TITLES = {
  valid: say('statements.this_statement_is_valid'),
  unknown: say('statements.this_statement_is_not_known_here'),
  differs: say('statements.this_statement_does_not_agree'),
} as const

/** Check a statement: whether what is on paper was issued here, and still comes out of the ledger. */
export function CheckStatement() {
  const [number, setNumber] = useState('')
  const [fingerprint, setFingerprint] = useState('')
  const check = useMutation({ mutationFn: () => call('statements.check', { number, fingerprint }) })
  const wrongNumber = check.error && failureOf(check.error).field === 'number' ? failureOf(check.error).message : null
  return (
    <section aria-labelledby="check-statement">
      <Title order={2} size="h4" id="check-statement" mb="xs">
        {say('statements.check_a_statement')}
      </Title>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check.mutate()
        }}
      >
        <Text size="sm">{say('statements.the_number_and_the_fingerprint_stand')}</Text>
        <Group grow align="flex-start">
          <TextInput
            label={say('statements.statement_number')}
            placeholder={say('statements.st_1001')}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={wrongNumber}
          />
          <TextInput
            label={say('statements.fingerprint')}
            value={fingerprint}
            onChange={(event) => setFingerprint(event.currentTarget.value)}
          />
        </Group>
        <div>
          <Button type="submit" variant="default" loading={check.isPending}>
            {say('statements.check')}
          </Button>
        </div>
        {check.isError && wrongNumber === null && <FailureNotice thrown={check.error} />}
        {check.data && <Checked check={check.data} />}
      </form>
    </section>
  )
}

function Checked({ check }: { check: StatementCheck }) {
  const { open } = usePlaces()
  const about = check.statement
  return (
    <Alert
      role="status"
      variant="default"
      title={TITLES[check.outcome]}
      icon={<OutcomeIcon valid={check.outcome === 'valid'} />}
    >
      {check.words.map((words) => (
        <Text key={words} size="sm">
          {words}
        </Text>
      ))}
      {about && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          onClick={() => open({ of: 'statement', about: { of: 'customer', number: about.customer.number } })}
        >
          {say('statements.statement_of_today', { customer: about.customer.name })}
        </Button>
      )}
    </Alert>
  )
}

function OutcomeIcon({ valid }: { valid: boolean }) {
  if (valid) return <IconCircleCheck size={18} color="var(--bt-good)" aria-hidden />
  return <IconAlertTriangle size={18} color="var(--bt-bad)" aria-hidden />
}
