import { dayWidth } from '../../ui/table/money-track.ts'
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Figure, HistoryRow } from '../../../shared/contract/packages.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import type { Column } from '../../ui/table/column.ts'
import { actionWords } from '../../../shared/action-words.ts'
import { effectSentence } from './effect-sentence.ts'
import { FigureAmount } from './figure-amount.tsx'
import classes from './history.module.css'
import type { LineNames } from './line-names.ts'
import { say } from '../../../shared/words/say.ts'

interface HistoryColumnsInput {
  readonly figure: Figure | null
  readonly names: LineNames
  readonly school: MoneyStyle
  readonly unfolded: ReadonlySet<number>
  readonly toggle: (row: HistoryRow) => void
  /** what the longest of the amounts needs */
  readonly moneyWidth: string
}

/** The columns of the History; for a number also what each entry adds to it, and the number after it. */
export function historyColumns(input: HistoryColumnsInput): readonly Column<HistoryRow>[] {
  const { figure, names, school } = input
  return [
    {
      id: 'fold',
      header: say('history.details'),
      headerHidden: true,
      width: '28px',
      cell: (row) => <FoldButton row={row} unfolded={input.unfolded.has(row.entry)} toggle={input.toggle} />,
    },
    {
      id: 'date',
      header: say('ui.date'),
      width: `${dayWidth(school.locale, 92)}px`,
      cell: (row) => <BusinessDay date={row.date} />,
    },
    {
      id: 'action',
      header: say('ui.action'),
      width: 'minmax(0, 1.1fr)',
      cell: (row) => <span className={classes.action}>{actionWords(row.action)}</span>,
    },
    {
      id: 'ref',
      header: say('history.ref'),
      width: 'minmax(76px, 0.7fr)',
      cell: (row) => (
        <div className={classes.ref} title={row.ref}>
          {row.ref}
        </div>
      ),
    },
    {
      id: 'amount',
      header: say('ui.amount'),
      width: input.moneyWidth,
      align: 'end',
      cell: (row) => <Money amount={row.amount} />,
    },
    {
      id: 'user',
      header: say('history.user'),
      width: 'minmax(104px, 0.8fr)',
      cell: (row) => <span title={row.user}>{row.userName}</span>,
    },
    {
      id: 'effect',
      header: say('history.effect'),
      width: 'minmax(0, 2.2fr)',
      cell: (row) => <span className={classes.effect}>{effectSentence(row, names, school)}</span>,
    },
    ...(figure ? figureColumns(figure, input) : []),
  ]
}

function figureColumns(figure: Figure, { names, moneyWidth }: HistoryColumnsInput): readonly Column<HistoryRow>[] {
  return [
    {
      id: 'contribution',
      header: say('history.adds'),
      width: moneyWidth,
      align: 'end',
      cell: (row) => (
        <span className={classes.contribution}>
          {row.contribution !== null && <FigureAmount figure={figure} amount={row.contribution} names={names} signed />}
        </span>
      ),
    },
    {
      id: 'runningTotal',
      header: say('history.runningTotal'),
      width: moneyWidth,
      align: 'end',
      cell: (row) =>
        row.runningTotal !== null && <FigureAmount figure={figure} amount={row.runningTotal} names={names} />,
    },
  ]
}

function FoldButton({
  row,
  unfolded,
  toggle,
}: {
  row: HistoryRow
  unfolded: boolean
  toggle: (row: HistoryRow) => void
}) {
  const Chevron = unfolded ? IconChevronDown : IconChevronRight
  return (
    <ActionIcon
      variant="subtle"
      size="sm"
      color="gray"
      aria-expanded={unfolded}
      aria-label={say('history.detailsOf', { action: actionWords(row.action), ref: row.ref })}
      onClick={() => toggle(row)}
    >
      <Chevron size={16} stroke={1.8} aria-hidden="true" />
    </ActionIcon>
  )
}
