import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { UnsentAction } from '../../shared/contract/outbox.ts'
import { instantText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { addressOf } from '../ui/route.ts'
import { usePlaces } from '../ui/places.ts'
import { useToday } from '../ui/fields/today.ts'
import { useSchool } from '../ui/school.tsx'
import { formAgain, placeOfRepeated } from './form-again.ts'
import { SettleForm } from './settle-form.tsx'
import classes from './unsent.module.css'

/** One action: what it does, for whom, who recorded it when, and what became of it. */
export function UnsentItem({ action }: { readonly action: UnsentAction }) {
  const { locale, timeZone } = useSchool()
  const [settling, setSettling] = useState(false)
  const { number, by, sentence, customer, state, reason, settled } = action
  const when = instantText(action.recordedAt, locale, timeZone)
  return (
    <li>
      <div className={classes.head}>
        <strong>{say('not_sent.number', { number })}</strong>
        <Text size="sm" component="span" c="dimmed">
          {say('not_sent.recorded', { by, when })}
        </Text>
      </div>
      <span>{sentence}</span>
      {customer && (
        <a href={addressOf('customers', customer.number)}>
          {customer.name} {customer.number}
        </a>
      )}
      <strong>{stateOf(action, (instant) => instantText(instant, locale, timeZone))}</strong>
      {reason !== null && <span className={classes.reason}>{reason}</span>}
      {settled && <span className={classes.reason}>{say('not_sent.settled', settled)}</span>}
      {action.repeatedAs !== null && <Repeated action={action} as={action.repeatedAs} />}
      {state === 'refused' &&
        (settling ? (
          <SettleForm number={number} onClose={() => setSettling(false)} />
        ) : (
          <Ways action={action} onSettle={() => setSettling(true)} />
        ))}
    </li>
  )
}

/** What can be done about one that was refused: its form filled in as it was, or a word on what became of it. */
function Ways({ action, onSettle }: { readonly action: UnsentAction; readonly onSettle: () => void }) {
  const today = useToday()
  const { open, mayOpen } = usePlaces()
  const { number } = action
  const form = formAgain(action, today)
  return (
    <Group gap="sm">
      {form !== null && mayOpen(form) && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={say('not_sent.again_one', { number })}
          onClick={(event) => open(form, event.currentTarget)}
        >
          {say('not_sent.again')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={say('not_sent.settle_one', { number })}
        onClick={onSettle}
      >
        {say('not_sent.settle')}
      </Button>
    </Group>
  )
}

function Repeated({ action, as: ref }: { readonly action: UnsentAction; readonly as: string }) {
  const { open, mayOpen } = usePlaces()
  const place = placeOfRepeated(action, ref)
  if (place === null || !mayOpen(place)) return null
  return (
    <Group>
      <Button size="compact-sm" variant="default" onClick={(event) => open(place, event.currentTarget)}>
        {say('not_sent.see', { ref })}
      </Button>
    </Group>
  )
}

function stateOf({ state, at, ref, there }: UnsentAction, shown: (instant: string) => string): string {
  const when = at === null ? '' : shown(at)
  switch (state) {
    case 'waiting':
      return say('not_sent.waiting')
    case 'sent':
      return there === null || there === ref
        ? say('not_sent.sent', { when })
        : say('not_sent.sent_as', { when, ref, there })
    case 'refused':
    case 'settled':
      return say('not_sent.refused_state', { when })
  }
}
