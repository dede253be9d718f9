import { Alert, Button, Group, Text, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { StatementCheck } from '../../shared/contract/statements.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { usePlaces } from '../ui/places.ts'
import classes from './statements.module.css'

const TITLES = {
  valid: 'This statement is valid',
  unknown: 'This statement is not known here',
  differs: 'This statement does not agree',
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
        Check a statement
      </Title>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check.mutate()
        }}
      >
        <Text size="sm">The number and the fingerprint stand at the foot of every page.</Text>
        <Group grow align="flex-start">
          <TextInput
            label="Statement number"
            placeholder="ST-1001"
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={wrongNumber}
          />
          <TextInput
            label="Fingerprint"
            value={fingerprint}
            onChange={(event) => setFingerprint(event.currentTarget.value)}
          />
        </Group>
        <div>
          <Button type="submit" variant="default" loading={check.isPending}>
            Check
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
          {about.customer.name}: the statement of today
        </Button>
      )}
    </Alert>
  )
}

function OutcomeIcon({ valid }: { valid: boolean }) {
  if (valid) return <IconCircleCheck size={18} color="var(--bt-good)" aria-hidden />
  return <IconAlertTriangle size={18} color="var(--bt-bad)" aria-hidden />
}
