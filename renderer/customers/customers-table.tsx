import { IconUsers } from '@tabler/icons-react'
import { useCallback } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import { rowOfPages } from '../packages/list/rows-of-pages.ts'
import { addressOf } from '../ui/route.ts'
import { StateMessage } from '../ui/state-message.tsx'
import type { Column } from '../ui/table/column.ts'
import { VirtualTable } from '../ui/table/virtual-table.tsx'
import classes from './customers.module.css'
import { say } from '../../shared/words/say.ts'

const COLUMNS: readonly Column<Customer>[] = [
  {
    id: 'name',
    header: say('customers.name'),
    width: 'minmax(0, 1.4fr)',
    cell: (row) => (
      <a className={classes.name} href={addressOf('customers', row.number)}>
        {row.name}
      </a>
    ),
  },
  { id: 'number', header: say('customers.number'), width: '140px', cell: ({ number }) => number },
  { id: 'email', header: say('customers.email'), width: 'minmax(0, 1.4fr)', cell: ({ email }) => email },
  { id: 'phone', header: say('customers.phone'), width: '160px', cell: ({ phone }) => phone },
]

const ROW_HEIGHT = 49
const SKELETON_ROWS = 12

interface CustomersTableProps {
  /** null while the first page is on its way */
  readonly pages: readonly { readonly rows: readonly Customer[] }[] | null
  readonly more: boolean
  readonly onReach: () => void
  readonly onOpen: (row: Customer) => void
  readonly question: string
}

/** The table of the customers in all its states. */
export function CustomersTable({ pages, more, onReach, onOpen, question }: CustomersTableProps) {
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
      <StateMessage icon={<IconUsers size={28} stroke={1.5} />} title={say('ui.noCustomerFits')}>
        {say('customers.noneFitsRemedy')}
      </StateMessage>
    )
  }
  return (
    <div className={classes.list}>
      <VirtualTable
        label={say('customers.title')}
        columns={COLUMNS}
        count={pages === null ? SKELETON_ROWS : loaded + (more ? 1 : 0)}
        rowAt={rowAt}
        onReach={onReachRow}
        rowHeight={ROW_HEIGHT}
        onOpen={onOpen}
        busy={pages === null}
        question={question}
      />
    </div>
  )
}
