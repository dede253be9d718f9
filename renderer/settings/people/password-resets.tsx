import { Alert, Text } from '@mantine/core'
import type { PasswordReset } from '../../../shared/contract/people.ts'
import { instantText } from '../../../shared/date-text.ts'
import { say } from '../../../shared/words/say.ts'
import { useSchool } from '../../ui/school.tsx'

/** The passwords that were reset on the computer itself: whoever manages users sees them ever after. */
export function PasswordResets({ resets }: { resets: readonly PasswordReset[] }) {
  const { locale, timeZone } = useSchool()
  if (resets.length === 0) return null
  return (
    <Alert variant="default" bg="var(--bt-warn-quiet)" mb="md" title={say('people.resets_title')}>
      {resets.map(({ at, username, by }) => (
        <Text size="sm" key={`${at} ${username}`}>
          {say('people.reset', { username, by, at: instantText(at, locale, timeZone) })}
        </Text>
      ))}
    </Alert>
  )
}
