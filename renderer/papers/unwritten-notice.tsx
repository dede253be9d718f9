import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { say } from '../../shared/words/say.ts'

/** Says, before anything goes to paper, which characters no font can write: boxes would stand for them. */
export function UnwrittenNotice({ characters }: { characters: readonly string[] }) {
  if (characters.length === 0) return null
  return (
    <Alert role="status" variant="default" icon={<IconAlertTriangle size={18} color="var(--bt-bad)" aria-hidden />}>
      {say('papers.unwritten', { characters: characters.join(' '), count: characters.length })}
    </Alert>
  )
}
