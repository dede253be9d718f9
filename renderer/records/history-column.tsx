import { Button } from '@mantine/core'
import { say } from '../../shared/words/say.ts'
import type { Column } from '../ui/table/column.ts'

/** The column of a list from which the history of each row opens. */
export function historyColumn<Row extends { readonly name: string }>(onShow: (row: Row) => void): Column<Row> {
  return {
    id: 'history',
    header: say('records.history'),
    width: '84px',
    least: 84,
    yields: 3,
    cell: (row) => (
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={say('records.history_of', { name: row.name })}
        onClick={() => onShow(row)}
      >
        {say('records.history')}
      </Button>
    ),
  }
}
