import { PACKAGE_COLUMNS, type PackageColumnKey, type PackageRow } from '../../../shared/contract/package-columns.ts'
import type { Category } from '../../../shared/contract/values.ts'
import { Bar } from '../../ui/bar.tsx'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import { Quantity } from '../../ui/quantity.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import type { Column } from '../../ui/table/column.ts'
import { dayWidth, moneyLeast, moneyTrack } from '../../ui/table/money-track.ts'
import { Said } from '../../ui/said.tsx'
import { categoryColumnId, categoryHeader } from './hour-categories.ts'
import classes from './packages-tab.module.css'
import { RowActions } from './row-actions.tsx'
import { say } from '../../../shared/words/say.ts'

const LEAST_MONEY_WIDTH = 82

interface PackagesColumnsInput {
  readonly onViewBalances: (row: PackageRow, opener: HTMLElement) => void
  /** the largest amount that is shown, in minor units */
  readonly largest: number
  readonly school: MoneyStyle
  /** those of the school's hours, each with a column of its own */
  readonly categories: readonly Category[]
  /** those that the person does not want to see */
  readonly hidden: ReadonlySet<string>
}

/**
 * The columns of the Packages tab, in the order in which the desk reads them. Where the window is narrow the money goes
 * first, and the names stay.
 */
export function packagesColumns(input: PackagesColumnsInput): readonly Column<PackageRow>[] {
  return allColumns(input).filter(({ id }) => !input.hidden.has(id))
}

function allColumns({
  onViewBalances,
  largest,
  school,
  categories,
}: PackagesColumnsInput): readonly Column<PackageRow>[] {
  const day = dayWidth(school.locale, 92)
  const money = (key: MoneyKey, yields: number) =>
    moneyColumn(key, {
      width: `minmax(${moneyTrack(largest, school, LEAST_MONEY_WIDTH)}, 0.5fr)`,
      least: moneyLeast(largest, school, LEAST_MONEY_WIDTH),
      yields,
    })
  return [
    {
      ...headOf('customerName'),
      width: 'minmax(0, 1.3fr)',
      least: 150,
      cell: (row) => <TwoLines id={nameId(row)} main={row.customerName} sub={row.customerNumber} />,
    },
    {
      ...headOf('packageName'),
      width: 'minmax(0, 1.3fr)',
      least: 150,
      cell: (row) => <TwoLines main={row.packageName} sub={row.ref} />,
    },
    {
      ...headOf('status'),
      width: '92px',
      least: 92,
      yields: 5,
      cell: (row) => <Status row={row} />,
    },
    ...categories.map(categoryColumn),
    SUM_OF_HOURS,
    money('price', 1),
    money('paid', 2),
    money('owed', 3),
    {
      ...headOf('lastActivity'),
      width: `${day}px`,
      least: day,
      yields: 4,
      align: 'end',
      cell: (row) => <BusinessDay date={row.lastActivity} />,
    },
    {
      id: 'actions',
      header: say('ui.actions'),
      headerHidden: true,
      width: 'var(--actions-track)',
      least: 40,
      align: 'end',
      cell: (row) => <RowActions row={row} describedBy={nameId(row)} onViewBalances={onViewBalances} />,
    },
  ]
}

const SUM_OF_HOURS: Column<PackageRow> = {
  ...headOf('hoursRemaining'),
  width: 'minmax(108px, 0.6fr)',
  least: 108,
  yields: 20,
  align: 'end',
  cell: (row) => <HoursRemaining row={row} />,
}

/** What remains of the hours of a category. The last categories leave first. */
function categoryColumn(category: Category, place: number): Column<PackageRow> {
  return {
    id: categoryColumnId(category),
    header: categoryHeader(category),
    width: 'minmax(86px, 0.4fr)',
    least: 86,
    yields: 15 - place,
    align: 'end',
    cell: (row) => {
      const hours = row.hours.find((own) => own.category === category)
      if (row.status === 'removed' || !hours) return <Nothing />
      return (
        <div className={classes.hours}>
          <Quantity amount={hours.remaining} kind="hour" />
          <Bar included={hours.included} remaining={hours.remaining} />
        </div>
      )
    },
  }
}

/** What a column's descriptor says about its head. */
function headOf(key: PackageColumnKey): Pick<Column<PackageRow>, 'id' | 'header' | 'sortable'> {
  const { title, sort } = PACKAGE_COLUMNS[key]
  return { id: sort?.name ?? key, header: title ?? '', sortable: sort !== null }
}

type MoneyKey = 'price' | 'paid' | 'owed'

function moneyColumn(key: MoneyKey, room: Pick<Column<PackageRow>, 'width' | 'least' | 'yields'>): Column<PackageRow> {
  return {
    ...headOf(key),
    ...room,
    align: 'end',
    cell: (row) =>
      isClosed(row, key) ? (
        <Nothing />
      ) : (
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

/** Of a package from which the customer was removed nothing is left and nothing owed, whatever its books say. */
function isClosed({ status }: PackageRow, key: MoneyKey): boolean {
  return status === 'removed' && key === 'owed'
}

function Nothing() {
  return <span className={classes.none}>–</span>
}

/** With the last valid day below, where there is one. */
function Status({ row }: { row: PackageRow }) {
  return (
    <div>
      <StatusBadge status={row.status} />
      {row.lastValid !== null && row.status !== 'removed' && (
        <div className={classes.sub}>
          <Said of="package_life.until" parts={{ day: <BusinessDay date={row.lastValid} /> }} />
        </div>
      )}
    </div>
  )
}

function HoursRemaining({ row }: { row: PackageRow }) {
  if (row.status === 'removed') return <Nothing />
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
