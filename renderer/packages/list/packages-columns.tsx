import {
  PACKAGE_COLUMNS,
  SHOWN_COLUMN_KEYS,
  shownColumn,
  type PackageColumnKind,
  type PackageRow,
  type ShownColumnKey,
  type ShownColumnOf,
} from '../../../shared/contract/package-columns.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
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
const LEAST_DAY_WIDTH = 92

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
  const day = dayWidth(school.locale, LEAST_DAY_WIDTH)
  const rooms = {
    money: {
      width: `minmax(${moneyTrack(largest, school, LEAST_MONEY_WIDTH)}, 0.5fr)`,
      least: moneyLeast(largest, school, LEAST_MONEY_WIDTH),
    },
    day: { width: `${day}px`, least: day },
  }
  const declared = SHOWN_COLUMN_KEYS.flatMap((key) => {
    const column = { ...headOf(key), ...partOf(key, rooms) }
    // The categories of the hours stand before their sum.
    return key === 'hoursRemaining' ? [...categories.map(categoryColumn), column] : [column]
  })
  return [
    ...declared,
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

type Part = Pick<Column<PackageRow>, 'width' | 'least' | 'align' | 'cell'>
type MoneyKey = ShownColumnOf<'money'>
type DayKey = ShownColumnOf<'date' | 'day'>

const OF_TWO_LINES = { width: 'minmax(0, 1.3fr)', least: 150 }

/** Cells of their own; money and days look alike in all columns. */
const PARTS: Readonly<Record<Exclude<ShownColumnKey, MoneyKey | DayKey>, Part>> = {
  customerName: {
    ...OF_TWO_LINES,
    cell: (row) => <TwoLines id={nameId(row)} main={row.customerName} sub={row.customerNumber} />,
  },
  packageName: { ...OF_TWO_LINES, cell: (row) => <TwoLines main={row.packageName} sub={row.ref} /> },
  status: { width: '92px', least: 92, cell: (row) => <Status row={row} /> },
  hoursRemaining: {
    width: 'minmax(108px, 0.6fr)',
    least: 108,
    align: 'end',
    cell: (row) => <HoursRemaining row={row} />,
  },
}

type Room = Pick<Part, 'width' | 'least'>

function partOf(key: ShownColumnKey, rooms: { readonly money: Room; readonly day: Room }): Part {
  if (isOfKind(key, ['money'])) return { ...rooms.money, align: 'end', cell: (row) => <MoneyOf row={row} of={key} /> }
  if (isOfKind(key, ['date', 'day'])) return { ...rooms.day, align: 'end', cell: (row) => <DayOf day={row[key]} /> }
  return PARTS[key]
}

function isOfKind<const Kind extends PackageColumnKind>(
  key: ShownColumnKey,
  kinds: readonly Kind[],
): key is ShownColumnOf<Kind> {
  return kinds.some((kind) => kind === PACKAGE_COLUMNS[key].kind)
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

/** What a column's descriptor says about its head, and when it leaves. */
function headOf(key: ShownColumnKey): Pick<Column<PackageRow>, 'id' | 'header' | 'sortable' | 'yields'> {
  const { id, title, sort, screen } = shownColumn(key)
  const yields = typeof screen === 'number' ? { yields: screen } : {}
  return { id, header: title, sortable: sort !== null, ...yields }
}

function MoneyOf({ row, of }: { row: PackageRow; of: MoneyKey }) {
  if (isClosed(row, of)) return <Nothing />
  return (
    <span className={row[of] === 0 ? classes.none : undefined}>
      <Money amount={row[of]} />
    </span>
  )
}

function DayOf({ day }: { day: BusinessDate | null }) {
  return day === null ? <Nothing /> : <BusinessDay date={day} />
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
