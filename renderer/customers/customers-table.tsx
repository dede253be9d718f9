import { IconUsers } from '@tabler/icons-react'
import { useCallback } from 'react'
import type { Customer, OwnStudent } from '../../shared/contract/customers.ts'
import { rowOfPages } from '../packages/list/rows-of-pages.ts'
import { Quantity } from '../ui/quantity.tsx'
import { addressOf } from '../ui/route.ts'
import { StateMessage } from '../ui/state-message.tsx'
import type { Column } from '../ui/table/column.ts'
import { VirtualTable } from '../ui/table/virtual-table.tsx'
import classes from './customers.module.css'
import { say } from '../../shared/words/say.ts'

export const COLUMNS: readonly Column<Customer>[] = [
  {
    id: 'name',
    header: say('customers.name'),
    width: 'minmax(0, 1.4fr)',
    least: 180,
    cell: (row) => (
      <a className={classes.name} href={addressOf('customers', row.number)}>
        {row.name}
      </a>
    ),
  },
  { id: 'number', header: say('customers.number'), width: '120px', least: 120, cell: ({ number }) => number },
  {
    id: 'email',
    header: say('customers.email'),
    width: 'minmax(0, 1.4fr)',
    least: 200,
    yields: 1,
    cell: ({ email }) => email,
  },
  { id: 'phone', header: say('customers.phone'), width: '150px', least: 150, yields: 2, cell: ({ phone }) => phone },
]

const ROW_HEIGHT = 49
const SKELETON_ROWS = 12

/** Of an instructor's own students: what is left of each hour type, instead of a way to write to them. */
export const STUDENT_COLUMNS: readonly Column<OwnStudent>[] = [
  ...COLUMNS.filter(({ id }) => id === 'name' || id === 'number'),
  {
    id: 'hours',
    header: say('customers.hoursLeft'),
    width: 'minmax(0, 2fr)',
    cell: ({ hours }) => <HoursLeft hours={hours} />,
  },
  ...COLUMNS.filter(({ id }) => id === 'phone'),
]

function HoursLeft({ hours }: Pick<OwnStudent, 'hours'>) {
  if (hours.length === 0) return <span className={classes.quiet}>{say('customers.noHours')}</span>
  return (
    <div className={classes.hours}>
      {hours.map(({ package: ref, name, remaining }) => (
        <span key={`${ref} ${name}`} title={ref}>
          {name} <Quantity amount={remaining} kind="hour" as="with unit" />
        </span>
      ))}
    </div>
  )
}

interface CustomersTableProps<Row extends Customer> {
  /** null while the first page is on its way */
  readonly columns: readonly Column<Row>[]
  readonly pages: readonly { readonly rows: readonly Row[] }[] | null
  readonly more: boolean
  readonly onReach: () => void
  readonly onOpen: (row: Row) => void
  /** points; a row is as high as it is */
  readonly rowHeight?: number
  readonly question: string
  /** those shown are not all that there are */
  readonly searched: boolean
}

/** The table of the customers in all its states. */
export function CustomersTable<Row extends Customer>(props: CustomersTableProps<Row>) {
  const { columns, pages, more, onReach, onOpen, question, rowHeight = ROW_HEIGHT } = props
  const loaded = pages?.reduce((sum, page) => sum + page.rows.length, 0) ?? 0
  const rowAt = useCallback((index: number) => rowOfPages(pages ?? [], index), [pages])
  const onReachRow = useCallback(
    (lastIndex: number) => {
      if (lastIndex + 50 >= loaded) onReach()
    },
    [loaded, onReach],
  )
  if (pages !== null && loaded === 0) {
    return (
      <StateMessage
        icon={<IconUsers size={28} stroke={1.5} />}
        title={props.searched ? say('ui.noCustomerFits') : say('customers.none')}
      >
        {props.searched ? say('customers.noneFitsRemedy') : say('customers.noneRemedy')}
      </StateMessage>
    )
  }
  return (
    <div className={classes.list}>
      <VirtualTable
        label={say('customers.title')}
        columns={columns}
        count={pages === null ? SKELETON_ROWS : loaded + (more ? 1 : 0)}
        rowAt={rowAt}
        onReach={onReachRow}
        rowHeight={rowHeight}
        onOpen={onOpen}
        busy={pages === null}
        question={question}
        wraps
      />
    </div>
  )
}
