import type { PackageSort } from '../../../shared/contract/package-columns.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { packageStatusSchema, type PackageListFilter, type PackageStatus } from '../../../shared/contract/values.ts'
import { statusOn } from '../../billing/customer-package.ts'
import { cursorPlace, cursorText } from './cursor.ts'

/** What a page of the Packages tab is asked for. */
export interface ListChoice {
  readonly search: string
  readonly status: PackageListFilter | null
  /** on which day an active package reads as expired, or as ending soon */
  readonly today: BusinessDate
  readonly sort: PackageSort
  readonly direction: 'ascending' | 'descending'
  readonly after: string | null
  /** rows passed over at the beginning; with a cursor there are none */
  readonly skip?: number
  readonly limit: number
}

/** A row of the list as far as its order needs it; also where a page ended. */
export interface ListPlace {
  readonly id: number
  readonly status: PackageStatus
  readonly value: string | number
}

/** The place of a row, with the status that a person reads on the day. */
export function placeOn(
  row: {
    readonly id: number
    readonly status: string
    readonly last_valid: string | null
    readonly value: string | number
  },
  today: BusinessDate,
): ListPlace {
  const lastValid = row.last_valid === null ? null : businessDate(row.last_valid)
  const status = statusOn(packageStatusSchema.parse(row.status), lastValid, today)
  return { id: row.id, value: row.value, status }
}

export function placeText({ status, value, id }: ListPlace): string {
  return cursorText([status, value, id])
}

/** The place in a cursor; undefined for the first page, and for a cursor that is none. */
export function placeOf(after: string | null): ListPlace | undefined {
  const [status, value, id] = (after === null ? undefined : cursorPlace(after)) ?? []
  const known = packageStatusSchema.safeParse(status)
  if (!known.success || typeof id !== 'number' || (typeof value !== 'string' && typeof value !== 'number'))
    return undefined
  return { status: known.data, value, id }
}

/** The order of two rows: below zero where the left one comes first. */
export function listOrder(
  choice: Pick<ListChoice, 'sort' | 'direction'>,
): (left: ListPlace, right: ListPlace) => number {
  const sign = choice.direction === 'ascending' ? 1 : -1
  return (left, right) => {
    if (choice.sort === 'status' && left.status !== right.status) return left.status < right.status ? -sign : sign
    if (left.value !== right.value) return left.value < right.value ? -sign : sign
    return sign * (left.id - right.id)
  }
}
