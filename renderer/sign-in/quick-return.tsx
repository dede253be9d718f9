import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { callAs } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { forgetLocked, lockedDesks, type LockedDesk } from '../api/session-token.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import classes from './front-page.module.css'
import { useSession } from './session.tsx'

/** Who locked this desk comes back with a PIN. Nothing where nobody did. */
export function QuickReturn() {
  const [desks, setDesks] = useState(lockedDesks)
  const [chosen, setChosen] = useState<LockedDesk | null>(desks.length === 1 ? (desks[0] ?? null) : null)
  if (desks.length === 0) return null
  const forget = (desk: LockedDesk) => {
    forgetLocked(desk.username)
    setDesks(lockedDesks())
    setChosen(null)
  }
  return (
    <section className={classes.panel} aria-labelledby="quick-return">
      <Title order={2} size="h5" id="quick-return">
        {say('own_access.returnTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say('own_access.returnLead')}
      </Text>
      <Group gap="xs" mb="sm">
        {desks.map((desk) => (
          <Button
            key={desk.username}
            variant={desk === chosen ? 'filled' : 'default'}
            aria-pressed={desk === chosen}
            onClick={() => setChosen(desk)}
          >
            {say('own_access.returnAs', { name: desk.name })}
          </Button>
        ))}
      </Group>
      {chosen && <PinForm key={chosen.username} desk={chosen} onOver={() => forget(chosen)} />}
    </section>
  )
}

function PinForm({ desk, onOver }: { desk: LockedDesk; onOver: () => void }) {
  const { begin } = useSession()
  const [pin, setPin] = useState('')
  const back = useMutation({
    mutationFn: () => callAs(desk.token, 'session.return', { pin }),
    onSuccess: (user) => begin({ token: desk.token, user }),
    onError: (thrown) => {
      setPin('')
      if (failureOf(thrown).code === 'not_signed_in') onOver()
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        back.mutate()
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          label={say('own_access.pinOf', { name: desk.name })}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        {back.isError && <FailureNotice thrown={back.error} />}
        <Button type="submit" loading={back.isPending} disabled={pin === ''}>
          {say('own_access.back')}
        </Button>
      </Stack>
    </form>
  )
}
