import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Column } from '../ui/table/column.ts'
import classes from './invoices.module.css'
import { say } from '../../shared/words/say.ts'

/**
 * The columns of Billing > Invoices. The reference is a button, so that a pointer opens the invoice, too.
 * @param moneyWidth what the longest of the amounts needs
 */
export function invoicesColumns(
  onOpen: (row: InvoiceRow, opener: HTMLElement) => void,
  moneyWidth: string,
): readonly Column<InvoiceRow>[] {
  return [
    {
      id: 'ref',
      header: say('ui.reference'),
      width: '130px',
      cell: (row) => (
        <button type="button" className={classes.reference} onClick={(event) => onOpen(row, event.currentTarget)}>
          {row.ref}
        </button>
      ),
    },
    { id: 'date', header: say('ui.date'), width: '110px', cell: (row) => <BusinessDay date={row.date} /> },
    {
      id: 'customer',
      header: say('ui.customer'),
      width: 'minmax(0, 1fr)',
      cell: (row) => (
        <>
          <div className={classes.main}>{row.customerName}</div>
          <div className={classes.quiet}>{row.customerNumber}</div>
        </>
      ),
    },
    { id: 'status', header: say('ui.status'), width: '150px', cell: (row) => <StatusBadge status={row.status} /> },
    {
      id: 'total',
      header: say('ui.total'),
      width: moneyWidth,
      align: 'end',
      cell: (row) => <Money amount={row.total} />,
    },
    {
      id: 'due',
      header: say('ui.due'),
      width: moneyWidth,
      align: 'end',
      cell: (row) => (
        <span {...(row.due === 0 ? { className: classes.quiet } : {})}>
          <Money amount={row.due} />
        </span>
      ),
    },
  ]
}
