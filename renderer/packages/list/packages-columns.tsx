import { PACKAGE_COLUMNS, type PackageColumnKey, type PackageRow } from '../../../shared/contract/package-columns.ts'
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
      ...headOf('customerName'),
      width: 'minmax(0, 1.2fr)',
      cell: (row) => <TwoLines id={nameId(row)} main={row.customerName} sub={row.customerNumber} />,
    },
    {
      ...headOf('packageName'),
      width: 'minmax(0, 1.3fr)',
      cell: (row) => <TwoLines main={row.packageName} sub={row.ref} />,
    },
    {
      ...headOf('status'),
      width: '84px',
      cell: (row) => <StatusBadge status={row.status} />,
    },
    {
      ...headOf('hoursRemaining'),
      width: 'minmax(108px, 0.7fr)',
      align: 'end',
      cell: (row) => <HoursRemaining row={row} />,
    },
    money('price', moneyWidth),
    money('paid', moneyWidth),
    money('owed', moneyWidth),
    {
      ...headOf('lastActivity'),
      width: '88px',
      align: 'end',
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

/** What a column's descriptor says about its head. */
function headOf(key: PackageColumnKey): Pick<Column<PackageRow>, 'id' | 'header' | 'sortable'> {
  const { title, sort } = PACKAGE_COLUMNS[key]
  return { id: sort?.name ?? key, header: title ?? '', sortable: sort !== null }
}

function money(key: 'price' | 'paid' | 'owed', width: string): Column<PackageRow> {
  return {
    ...headOf(key),
    width: `minmax(${width}, 0.5fr)`,
    align: 'end',
    cell: (row) => (
      <span className={row[key] === 0 ? classes.none : undefined}>
        <Money amount={row[key]} />
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
