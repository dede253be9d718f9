import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Column } from '../ui/table/column.ts'
import classes from './invoices.module.css'
import { say } from '../../shared/words/say.ts'

/**
 * The columns of Billing > Invoices. The reference is a button, so that a pointer opens the invoice, too.
 * @param money the room that the longest of the amounts needs
 */
export function invoicesColumns(
  onOpen: (row: InvoiceRow, opener: HTMLElement) => void,
  money: { readonly width: string; readonly least: number },
  /** pixels that every day fits into */
  day: number,
): readonly Column<InvoiceRow>[] {
  return [
    {
      id: 'ref',
      header: say('ui.reference'),
      width: '110px',
      least: 110,
      cell: (row) => <Reference row={row} onOpen={onOpen} />,
    },
    {
      id: 'date',
      header: say('ui.date'),
      width: `${day}px`,
      least: day,
      yields: 2,
      cell: (row) => <BusinessDay date={row.date} />,
    },
    {
      id: 'customer',
      header: say('ui.customer'),
      width: 'minmax(0, 1fr)',
      least: 150,
      cell: (row) => <CustomerOf row={row} />,
    },
    {
      id: 'status',
      header: say('ui.status'),
      width: '140px',
      least: 140,
      yields: 3,
      cell: (row) => <StatusBadge status={row.status} />,
    },
    {
      id: 'total',
      header: say('ui.total'),
      ...money,
      align: 'end',
      cell: (row) => <Money amount={row.total} />,
    },
    {
      id: 'due',
      header: say('ui.due'),
      ...money,
      align: 'end',
      cell: (row) => (
        <span {...(row.due === 0 ? { className: classes.none } : {})}>
          <Money amount={row.due} />
        </span>
      ),
    },
  ]
}

function CustomerOf({ row }: { row: InvoiceRow }) {
  return (
    <>
      <div className={classes.main}>{row.customerName}</div>
      <div className={classes.quiet}>{row.customerNumber}</div>
    </>
  )
}

function Reference({ row, onOpen }: { row: InvoiceRow; onOpen: (row: InvoiceRow, opener: HTMLElement) => void }) {
  return (
    <button type="button" className={classes.reference} onClick={(event) => onOpen(row, event.currentTarget)}>
      {row.ref}
    </button>
  )
}
