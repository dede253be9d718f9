import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { UnsentAction } from '../../shared/contract/outbox.ts'
import { instantText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { addressOf } from '../ui/route.ts'
import { useSchool } from '../ui/school.tsx'
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
      {state === 'refused' &&
        (settling ? (
          <SettleForm number={number} onClose={() => setSettling(false)} />
        ) : (
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={say('not_sent.settle_one', { number })}
              onClick={() => setSettling(true)}
            >
              {say('not_sent.settle')}
            </Button>
          </Group>
        ))}
    </li>
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
