import { Alert } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { CallInput } from '../../shared/contract/index.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'

const SEARCH_PAUSE_MS = 300
const MOST_SHOWN = 8

/** Says, before many statements are issued, whose names no font can write whole. */
export function UnwrittenNames(choice: CallInput<'statements.unwritten'>) {
  const [asked] = useDebouncedValue(choice, SEARCH_PAUSE_MS)
  const found = useQuery({
    queryKey: ['statements', 'unwritten', asked.search, asked.status],
    queryFn: () => call('statements.unwritten', { search: asked.search, status: asked.status }),
  })
  const names = found.data?.names ?? []
  if (names.length === 0) return null
  const shown = names.slice(0, MOST_SHOWN).map(({ name, characters }) => `${name} (${characters.join(' ')})`)
  return (
    <Alert role="status" variant="default" icon={<IconAlertTriangle size={18} color="var(--bt-bad)" aria-hidden />}>
      {say('statement_paper.unwrittenNames', { count: names.length, names: shown.join(', ') })}
    </Alert>
  )
}
