import type { Selectable } from 'kysely'
import type { Tables } from '../../storage/tables/tables.ts'

/** What can be looked up in the records: each has a history of its own. */
export const RECORD_NOUNS = [
  'school',
  'catalogue',
  'package',
  'customer',
  'user',
  'role',
  'closing',
  'statement',
  'invoice',
] as const
export type RecordNoun = (typeof RECORD_NOUNS)[number]

/** How a table's rows stand in records. */
interface RecordedTable<Row> {
  /** by which a later record replaces a row */
  readonly key: readonly (keyof Row & string)[]
  /** what stands in the document */
  readonly columns: readonly (keyof Row & string)[]
  /** personal: stands beside the document, which holds a salted commitment for all of them together */
  readonly texts: readonly (keyof Row & string)[]
  /** whose history a row belongs to */
  readonly noun: RecordNoun
  /** the column that tells which of them; null: there is only one */
  readonly subject: (keyof Row & string) | null
  /** true: the record changes some columns of a row that actions make */
  readonly changes?: true
  /** what stands for the texts of somebody who was erased, in their order */
  readonly erased?: (row: Row) => readonly string[]
}

type Declarations<Names extends keyof Tables> = { readonly [Name in Names]: RecordedTable<Selectable<Tables[Name]>> }

export type RecordTable =
  | 'school'
  | 'policies'
  | 'catalogue'
  | 'rates'
  | 'packages'
  | 'package_lines'
  | 'customers'
  | 'users'
  | 'dashboard_access'
  | 'role_permissions'
  | 'closings'
  | 'closing_reopenings'
  | 'statements'
  | 'invoices'

/** Every table that is made from records, parents first. A column that is missing here is a secret. */
export const RECORD_TABLES: Declarations<RecordTable> = {
  school: {
    key: ['id'],
    columns: [
      'id',
      'name',
      'currency',
      'minor_digits',
      'time_zone',
      'locale',
      'address',
      'demonstration',
      'funds_below_zero',
      'cash_step',
    ],
    texts: [],
    noun: 'school',
    subject: null,
  },
  policies: { key: ['name'], columns: ['name', 'value'], texts: [], noun: 'school', subject: null },
  catalogue: {
    key: ['id'],
    columns: ['id', 'code', 'name', 'kind', 'rate', 'tax_percent', 'category', 'active'],
    texts: [],
    noun: 'catalogue',
    subject: 'id',
  },
  rates: {
    key: ['code', 'from_date'],
    columns: ['code', 'from_date', 'rate', 'tax_percent'],
    texts: [],
    noun: 'catalogue',
    subject: 'code',
  },
  packages: {
    key: ['id'],
    columns: ['id', 'code', 'name', 'active', 'valid_months'],
    texts: [],
    noun: 'package',
    subject: 'id',
  },
  package_lines: {
    key: ['package_id', 'line'],
    columns: ['package_id', 'line', 'code', 'quantity', 'rate'],
    texts: [],
    noun: 'package',
    subject: 'package_id',
  },
  customers: {
    key: ['id'],
    columns: ['id', 'number', 'active', 'usual_payer'],
    texts: ['name', 'email', 'phone', 'address'],
    noun: 'customer',
    subject: 'id',
    erased: ({ number }) => [`Former customer ${number}`, '', '', ''],
  },
  users: {
    key: ['id'],
    columns: ['id', 'username', 'role', 'customer_id', 'active'],
    texts: ['name'],
    noun: 'user',
    subject: 'id',
    erased: ({ username }) => [username],
  },
  dashboard_access: {
    key: ['user_id', 'customer_id'],
    columns: ['user_id', 'customer_id'],
    texts: [],
    noun: 'user',
    subject: 'user_id',
  },
  role_permissions: {
    key: ['role', 'permission'],
    columns: ['role', 'permission'],
    texts: [],
    noun: 'role',
    subject: 'role',
  },
  closings: {
    key: ['id'],
    columns: ['id', 'from_date', 'to_date', 'user_id', 'closed_at', 'last_entry'],
    texts: ['document'],
    noun: 'closing',
    subject: 'id',
  },
  closing_reopenings: {
    key: ['closing_id'],
    columns: ['closing_id', 'user_id', 'reopened_at', 'last_entry'],
    texts: ['reason'],
    noun: 'closing',
    subject: 'closing_id',
  },
  statements: {
    key: ['id'],
    columns: ['id', 'about', 'customer_id', 'date', 'issued_at', 'user_id', 'head_entry', 'head_hash', 'digest'],
    texts: [],
    noun: 'statement',
    subject: 'id',
  },
  invoices: {
    key: ['id'],
    columns: ['id', 'corrects'],
    texts: [],
    noun: 'invoice',
    subject: 'id',
    changes: true,
  },
}

/** The declaration of a table, whatever its rows are. */
export function recordedTable(table: RecordTable): RecordedTable<Readonly<Record<string, RecordValue>>> {
  return RECORD_TABLES[table] as unknown as RecordedTable<Readonly<Record<string, RecordValue>>>
}

export type RecordValue = string | number | null
