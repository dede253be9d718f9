import { Button, Text } from '@mantine/core'
import type { FilePreview, LeftOutLine } from '../../../shared/contract/reconcile-file.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import { useSchool } from '../../ui/school.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import classes from './import.module.css'

interface LeftOutLinesProps {
  readonly preview: FilePreview
  readonly alsoRows: readonly number[]
  readonly onAlsoRows: (rows: readonly number[]) => void
}

/** The lines of a file that are no payments, each with why, and what they come to; each can be taken singly. */
export function LeftOutLines({ preview, alsoRows, onAlsoRows }: LeftOutLinesProps) {
  const school = useSchool()
  const { leftOut, leftOutLines, leftOutCounted: counted, leftOutSum } = preview
  const sums = { counted, uncounted: leftOut - counted, sum: moneyText(leftOutSum, school) }
  const sentence = say('payment_import.left_out', { count: leftOut, ...sums })
  const columns = columnsWith((row) => onAlsoRows([...alsoRows, row]))
  return (
    <>
      {alsoRows.length > 0 && (
        <Text size="sm">
          {say('payment_import.taken_anyway', { count: alsoRows.length })}{' '}
          <Button size="compact-xs" variant="default" onClick={() => onAlsoRows([])}>
            {say('payment_import.leave_out_again')}
          </Button>
        </Text>
      )}
      {leftOut > 0 && (
        <details className={classes.more}>
          <summary>{sentence}</summary>
          <div className={classes.firstLines}>
            <PlainTable
              label={say('payment_import.left_out_table')}
              columns={columns}
              rows={leftOutLines}
              rowKey={({ row }) => row}
            />
          </div>
          {leftOutLines.length < leftOut && (
            <Text size="sm">{say('payment_import.first_200', { count: leftOutLines.length })}</Text>
          )}
        </details>
      )}
    </>
  )
}

function columnsWith(onTake: (row: number) => void): readonly Column<LeftOutLine>[] {
  return [
    { id: 'row', header: say('payment_import.row'), width: '52px', align: 'end', cell: ({ row }) => row },
    {
      id: 'date',
      header: say('payment_import.date'),
      width: 'minmax(92px, max-content)',
      cell: ({ date }) => (date === null ? '' : <BusinessDay date={date} />),
    },
    { id: 'text', header: say('payment_import.what'), width: 'minmax(0, 1fr)', cell: ({ text }) => text },
    { id: 'reason', header: say('payment_import.why'), width: 'minmax(0, 1.2fr)', cell: ({ reason }) => reason },
    {
      id: 'amount',
      header: say('payment_import.amount'),
      width: '96px',
      align: 'end',
      cell: ({ amount }) => (amount === null ? '' : <Money amount={amount} />),
    },
    {
      id: 'take',
      header: say('payment_import.take_anyway'),
      headerHidden: true,
      width: '104px',
      align: 'end',
      cell: ({ row, date, amount }) =>
        date !== null &&
        amount !== null && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={say('payment_import.take_row', { row })}
            onClick={() => onTake(row)}
          >
            {say('payment_import.take_anyway')}
          </Button>
        ),
    },
  ]
}
