import type { PackageRow } from '../../../shared/contract/packages.ts'
import { Bar } from '../../ui/bar.tsx'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import { Quantity } from '../../ui/quantity.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Column } from '../../ui/table/column.ts'
import classes from './packages-tab.module.css'
import { RowActions } from './row-actions.tsx'
import { say } from '../../../shared/words/say.ts'

/**
 * The columns of the Packages tab, in the order in which the desk reads them.
 * @param moneyWidth what the longest of the amounts needs
 */
export function packagesColumns(
  onViewBalances: (row: PackageRow, opener: HTMLElement) => void,
  moneyWidth: string,
): readonly Column<PackageRow>[] {
  return [
    {
      id: 'customer',
      header: say('ui.customer'),
      width: 'minmax(0, 1.2fr)',
      sortable: true,
      cell: (row) => <TwoLines id={nameId(row)} main={row.customerName} sub={row.customerNumber} />,
    },
    {
      id: 'package',
      header: say('ui.package'),
      width: 'minmax(0, 1.3fr)',
      sortable: true,
      cell: (row) => <TwoLines main={row.packageName} sub={row.ref} />,
    },
    {
      id: 'status',
      header: say('ui.status'),
      width: '84px',
      sortable: true,
      cell: (row) => <StatusBadge status={row.status} />,
    },
    {
      id: 'hoursRemaining',
      header: say('packages.hoursRemaining'),
      width: 'minmax(108px, 0.7fr)',
      align: 'end',
      sortable: true,
      cell: (row) => <HoursRemaining row={row} />,
    },
    money('price', say('packages.price'), moneyWidth),
    money('paid', say('packages.paid'), moneyWidth),
    money('owed', say('packages.owed'), moneyWidth),
    {
      id: 'lastActivity',
      header: say('ui.lastActivity'),
      width: '88px',
      align: 'end',
      sortable: true,
      cell: (row) => <BusinessDay date={row.lastActivity} />,
    },
    {
      id: 'actions',
      header: say('ui.actions'),
      headerHidden: true,
      width: 'var(--actions-track)',
      align: 'end',
      cell: (row) => <RowActions row={row} describedBy={nameId(row)} onViewBalances={onViewBalances} />,
    },
  ]
}

function money(id: 'price' | 'paid' | 'owed', header: string, width: string): Column<PackageRow> {
  return {
    id,
    header,
    width: `minmax(${width}, 0.5fr)`,
    align: 'end',
    sortable: true,
    cell: (row) => (
      <span className={row[id] === 0 ? classes.none : undefined}>
        <Money amount={row[id]} />
      </span>
    ),
  }
}

function nameId(row: PackageRow): string {
  return `customer-of-${encodeURIComponent(row.ref)}`
}

function TwoLines({ id, main, sub }: { id?: string; main: string; sub: string }) {
  return (
    <div id={id} title={`${main} · ${sub}`}>
      <div className={classes.main}>{main}</div>
      <div className={classes.sub}>{sub}</div>
    </div>
  )
}

function HoursRemaining({ row }: { row: PackageRow }) {
  if (row.hoursIncluded === 0 && row.hoursRemaining === 0) {
    return <span className={classes.none}>{say('packages.noHours')}</span>
  }
  return (
    <div className={classes.hours}>
      <Quantity amount={row.hoursRemaining} kind="hour" />
      <Bar included={row.hoursIncluded} remaining={row.hoursRemaining} />
    </div>
  )
}
