/** The files of a school folder with their columns. Source: school-format.md. */
export const SCHOOL_FILES = {
  'school.csv': { required: ['name', 'currency', 'time_zone', 'locale'], optional: ['address', 'cash_rounding'] },
  'hour_types.csv': { required: ['code', 'name', 'rate', 'tax_percent'], optional: ['category'] },
  'items.csv': { required: ['code', 'name', 'kind', 'price', 'tax_percent'], optional: [] },
  'rates.csv': { required: ['code', 'from', 'rate', 'tax_percent'], optional: [] },
  'packages.csv': { required: ['code', 'name', 'active'], optional: ['valid_months'] },
  'package_lines.csv': { required: ['package', 'code', 'quantity', 'rate'], optional: [] },
  'customers.csv': { required: ['number', 'name'], optional: ['email', 'phone', 'address'] },
  'users.csv': { required: ['username', 'name', 'role'], optional: [] },
  'activity.csv': {
    required: ['date', 'user', 'action', 'ref'],
    optional: ['customer', 'package', 'code', 'quantity', 'amount', 'method', 'status', 'to', 'note'],
  },
} as const satisfies Record<string, { required: readonly string[]; optional: readonly string[] }>

export type SchoolFile = keyof typeof SCHOOL_FILES

/** What the rows of a file name that stands in other files. */
export const RESTS_ON: Readonly<Partial<Record<SchoolFile, readonly SchoolFile[]>>> = {
  'package_lines.csv': ['packages.csv', 'hour_types.csv', 'items.csv'],
  'activity.csv': ['package_lines.csv', 'packages.csv', 'hour_types.csv', 'items.csv', 'customers.csv', 'users.csv'],
}

export type Column<File extends SchoolFile> =
  (typeof SCHOOL_FILES)[File]['required'][number] | (typeof SCHOOL_FILES)[File]['optional'][number]

/** Columns in the order in which the export writes them. */
export function columnsOf(file: SchoolFile): readonly string[] {
  const { required, optional } = SCHOOL_FILES[file]
  return [...required, ...optional]
}

/** A school folder: the bytes of its files by name. */
export type SchoolFolder = ReadonlyMap<string, Uint8Array>

export function isSchoolFile(name: string): name is SchoolFile {
  return Object.hasOwn(SCHOOL_FILES, name)
}
