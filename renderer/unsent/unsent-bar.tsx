import { Text } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { OutboxStanding } from '../../shared/contract/outbox.ts'
import { instantText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { usePermission } from '../sign-in/session.tsx'
import { StandingBar } from '../ui/standing-bar.tsx'
import { useSchool } from '../ui/school.tsx'

/** On every screen: that the desk works without its server, and what of it is not sent. */
export function UnsentBar({ outbox }: { readonly outbox: OutboxStanding }) {
  const { locale, timeZone } = useSchool()
  const maySee = usePermission('Access Billing Tab')
  const { since, asOf, problem, waiting, refused } = outbox
  const shown = (instant: string) => instantText(instant, locale, timeZone)
  const title =
    since !== null
      ? say('not_sent.without', { since: shown(since), waiting })
      : refused > 0
        ? say('not_sent.refused', { refused })
        : say('not_sent.still_waiting', { waiting })
  return (
    <StandingBar role="status" icon={IconPlugConnectedX} title={title}>
      <Text size="sm" component="p">
        {since !== null && asOf !== null && say('not_sent.as_of', { asOf: shown(asOf) })}
        {since !== null && refused > 0 && ` ${say('not_sent.refused', { refused })}`}
        {refused > 0 && ` ${say('not_sent.refused_words')}`}
        {problem !== null && ` ${say('not_sent.problem', { problem })}`}{' '}
        {maySee && <a href="#/billing/unsent">{say('not_sent.see_list')}</a>}
      </Text>
    </StandingBar>
  )
}
