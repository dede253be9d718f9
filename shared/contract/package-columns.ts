import { z } from 'zod'
import { say } from '../words/say.ts'
import { categorySchema, centsSchema, dateSchema, hundredthsSchema, packageStatusSchema, refSchema } from './values.ts'

const KINDS = {
  ref: refSchema,
  text: z.string(),
  status: packageStatusSchema,
  quantity: hundredthsSchema,
  money: centsSchema,
  date: dateSchema,
  /** a date, or null where there is none */
  day: dateSchema.nullable(),
} as const

export type PackageColumnKind = keyof typeof KINDS

interface PackageColumn {
  readonly kind: PackageColumnKind
  /** as the screen and every file head it; null: no file has it */
  readonly title: string | null
  /** where it stands: l is the list's own table, p the customer package, c the customer, k the package */
  readonly sql: `${'l' | 'p' | 'c' | 'k'}.${string}`
  /** the sort that is offered by it, and the indexed column of the list that it follows; null: none is */
  readonly sort: { readonly name: string; readonly by: string } | null
  /**
   * as a column of its own on the screen: it stays, or the place at which it leaves where the window is narrow, 1 first;
   * null: it has none
   */
  readonly screen: 'stays' | number | null
}

/**
 * The columns of a row of the Packages tab, each declared once: rows, sorts, files and the screen's heads follow from
 * it, in this order. `verify` makes the list again, whole rows of it, so that a column needs no check of its own.
 */
export const PACKAGE_COLUMNS = {
  ref: { kind: 'ref', title: say('columns.package_ref'), sql: 'p.ref', sort: null, screen: null },
  customerNumber: { kind: 'text', title: say('columns.customer_number'), sql: 'c.number', sort: null, screen: null },
  customerName: {
    kind: 'text',
    title: say('columns.customer'),
    sql: 'c.name',
    sort: { name: 'customer', by: 'customer_sort' },
    screen: 'stays',
  },
  packageCode: { kind: 'text', title: null, sql: 'k.code', sort: null, screen: null },
  packageName: {
    kind: 'text',
    title: say('columns.package'),
    sql: 'k.name',
    sort: { name: 'package', by: 'package_sort' },
    screen: 'stays',
  },
  // Statuses follow each other; within one, by customer.
  status: {
    kind: 'status',
    title: say('columns.status'),
    sql: 'l.status',
    sort: { name: 'status', by: 'customer_sort' },
    screen: 5,
  },
  hoursIncluded: {
    kind: 'quantity',
    title: say('columns.hours_included'),
    sql: 'l.hours_included',
    sort: null,
    screen: null,
  },
  hoursRemaining: {
    kind: 'quantity',
    title: say('columns.hours_remaining'),
    sql: 'l.hours_remaining',
    sort: { name: 'hoursRemaining', by: 'hours_remaining' },
    screen: 20,
  },
  price: {
    kind: 'money',
    title: say('columns.price'),
    sql: 'l.price',
    sort: { name: 'price', by: 'price' },
    screen: 1,
  },
  paid: { kind: 'money', title: say('columns.paid'), sql: 'l.paid', sort: { name: 'paid', by: 'paid' }, screen: 2 },
  owed: { kind: 'money', title: say('columns.owed'), sql: 'l.owed', sort: { name: 'owed', by: 'owed' }, screen: 3 },
  funds: { kind: 'money', title: say('columns.funds'), sql: 'l.funds', sort: null, screen: null },
  lastValid: { kind: 'day', title: say('columns.last_valid'), sql: 'l.last_valid', sort: null, screen: null },
  lastActivity: {
    kind: 'date',
    title: say('columns.last_activity'),
    sql: 'l.last_activity',
    sort: { name: 'lastActivity', by: 'last_activity' },
    screen: 4,
  },
} as const satisfies Readonly<Record<string, PackageColumn>>

type Columns = typeof PACKAGE_COLUMNS
export type PackageColumnKey = keyof Columns
export const PACKAGE_COLUMN_KEYS = Object.keys(PACKAGE_COLUMNS) as PackageColumnKey[]

type Sort = NonNullable<Columns[PackageColumnKey]['sort']>
export type PackageSort = Sort['name']

/** The indexed column that each offered sort orders by. */
export const PACKAGE_SORT_COLUMNS = Object.fromEntries(
  Object.values(PACKAGE_COLUMNS).flatMap(({ sort }) => (sort ? [[sort.name, sort.by]] : [])),
) as { readonly [Name in PackageSort]: Extract<Sort, { readonly name: Name }>['by'] }

/** The sorts that are offered, in the order of the columns. */
export const PACKAGE_SORTS = Object.keys(PACKAGE_SORT_COLUMNS) as PackageSort[]

/** The columns with a place of their own on the screen. */
export type ShownColumnKey = {
  [Key in PackageColumnKey]: Columns[Key]['screen'] extends null ? never : Key
}[PackageColumnKey]
export const SHOWN_COLUMN_KEYS = PACKAGE_COLUMN_KEYS.filter(
  (key): key is ShownColumnKey => PACKAGE_COLUMNS[key].screen !== null,
)
/** How the screen knows a column: by the sort that it offers, where it offers one. */
export function shownColumn(
  key: ShownColumnKey,
): { id: string; title: string } & Pick<PackageColumn, 'sort' | 'screen'> {
  const { sort, title, screen }: PackageColumn = PACKAGE_COLUMNS[key]
  return { id: sort?.name ?? key, title: title ?? '', sort, screen }
}

/** Those of one kind of value. */
export type ShownColumnOf<Kind extends PackageColumnKind> = {
  [Key in ShownColumnKey]: Columns[Key]['kind'] extends Kind ? Key : never
}[ShownColumnKey]

type RowShape = { [Key in PackageColumnKey]: (typeof KINDS)[Columns[Key]['kind']] }

/** The hours of a customer package under one heading. */
const categoryHoursSchema = z.object({
  category: categorySchema,
  included: hundredthsSchema,
  remaining: hundredthsSchema,
})
export type CategoryHours = z.output<typeof categoryHoursSchema>

export const packageRowSchema = z.object({
  ...(Object.fromEntries(PACKAGE_COLUMN_KEYS.map((key) => [key, KINDS[PACKAGE_COLUMNS[key].kind]])) as RowShape),
  /** each category that the package has hours of, as the catalogue names them today */
  hours: z.array(categoryHoursSchema),
})
export type PackageRow = z.output<typeof packageRowSchema>
