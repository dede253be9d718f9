import { Button, Text } from '@mantine/core'
import type { BackupCopy } from '../../shared/contract/backups.ts'
import { say } from '../../shared/words/say.ts'
import { sizeText } from '../settings/chosen-files.ts'
import { instantText } from '../../shared/date-text.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import type { Column } from '../ui/table/column.ts'
import { reasonText, stateText, type Clock } from './size-and-age.ts'

interface CopiesListProps {
  readonly copies: readonly BackupCopy[]
  readonly clock: Clock
  readonly onChoose: (copy: BackupCopy) => void
}

/** The backups that are there: day, entries, size, and whether each was checked. */
export function CopiesList({ copies, clock, onChoose }: CopiesListProps) {
  if (copies.length === 0) return <Text c="dimmed">{say('backups.no_copies')}</Text>
  return (
    <PlainTable
      label={say('backups.list_label')}
      columns={columnsOf(clock, onChoose)}
      rows={copies}
      rowKey={({ file }) => file}
    />
  )
}

function columnsOf(clock: Clock, onChoose: CopiesListProps['onChoose']): readonly Column<BackupCopy>[] {
  return [
    {
      id: 'made',
      header: say('backups.made_column'),
      width: 'minmax(140px, 2fr)',
      cell: (copy) => <span title={copy.file}>{instantText(copy.madeAt, clock.locale, clock.timeZone)}</span>,
    },
    {
      id: 'entries',
      header: say('backups.entries_column'),
      width: '84px',
      align: 'end',
      cell: ({ entries }) => (entries === null ? '–' : entries.toLocaleString(clock.locale)),
    },
    {
      id: 'size',
      header: say('backups.size_column'),
      width: '84px',
      align: 'end',
      cell: ({ bytes }) => sizeText(bytes),
    },
    {
      id: 'state',
      header: say('backups.state_column'),
      width: 'minmax(130px, 3fr)',
      cell: (copy) => (
        <span title={copy.finding ?? undefined}>
          {stateText(copy)} {reasonText(copy)}
          {copy.encrypted && ` ${say('backups.locked_copy')}`}
        </span>
      ),
    },
    {
      id: 'choose',
      header: say('backups.choose_column'),
      headerHidden: true,
      width: '104px',
      align: 'end',
      cell: (copy) => (
        <Button
          size="compact-sm"
          variant="default"
          disabled={copy.state === 'broken'}
          onClick={() => onChoose(copy)}
          aria-label={say('backups.restore_one', { name: copy.name })}
        >
          {say('backups.restore')}
        </Button>
      ),
    },
  ]
}
