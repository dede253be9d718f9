import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Failure } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FolderField } from '../ui/fields/folder-field.tsx'

interface PapersFolderProps {
  readonly folder: string
  readonly onFolder: (folder: string) => void
  readonly problem: Failure | null
}

/** Where the papers go: a folder that somebody names, or the one that was settled. */
export function PapersFolder({ folder, onFolder, problem }: PapersFolderProps) {
  const places = useQuery({ queryKey: ['statements', 'places'], queryFn: () => call('statements.places', {}) })
  const { usual = '', may = 'own' } = places.data ?? {}
  if (may === 'usual' && problem === null) {
    return (
      <Text size="sm" role="note">
        {say('statements.go_to_usual', { usual })}
      </Text>
    )
  }
  return (
    <FolderField
      label={say('statements.folder')}
      description={say('statements.left_empty_a_new_folder', { usual })}
      value={folder}
      onChange={onFolder}
      error={problem && `${problem.message} ${problem.remedy ?? ''}`.trim()}
    />
  )
}
