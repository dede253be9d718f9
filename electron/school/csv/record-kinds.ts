import { categorySchema, type Category, type LineKind } from '../../../shared/contract/values.ts'
import { ROLES } from '../../../shared/permissions.ts'
import { readCatalogue, readOfferedPackages } from '../../billing/catalogue-store.ts'
import { keepRecord, nextId, type Signature } from '../../billing/records/keep-record-store.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import type { CellReader } from './cell-reader.ts'
import { noCode } from './import-problems.ts'
import type { RecordKind } from './import-records.ts'
import type { ImportContext } from './import-context.ts'
import { say } from '../../../shared/words/say.ts'

type CatalogueContent = {
  readonly code: string
  readonly name: string
  readonly kind: LineKind
  readonly rate: number
  readonly tax_percent: number
  readonly category: string
}

async function heldCatalogue(db: WriteDb): Promise<Map<string, CatalogueContent>> {
  const held = await readCatalogue(db)
  return new Map([...held].map(([code, entry]) => [code, catalogueContent(entry)]))
}

function catalogueContent(entry: {
  code: string
  name: string
  kind: LineKind
  rate: number
  taxPercent: number
  category: string
}): CatalogueContent {
  const { code, name, kind, rate, taxPercent, category } = entry
  return { code, name, kind, rate, tax_percent: taxPercent, category }
}

/** New rows with the ids that follow those that are there. */
async function withIds<Row>(
  db: ReadDb,
  table: Parameters<typeof nextId>[1],
  rows: readonly Row[],
): Promise<(Row & { id: number })[]> {
  const first = await nextId(db, table)
  return rows.map((row, index) => ({ id: first + index, ...row }))
}

async function keepCatalogue(
  db: WriteDb,
  by: Signature,
  file: string,
  rows: readonly CatalogueContent[],
): Promise<void> {
  const numbered = (await withIds(db, 'catalogue', rows)).map((row) => ({ ...row, active: 1 }))
  await keepRecord(db, by, 'record_catalogue', file, [{ table: 'catalogue', rows: numbered }])
}

export function hourTypes({ db, by }: ImportContext): RecordKind<CatalogueContent> {
  return {
    file: 'hour_types.csv',
    count: 'hourTypes',
    read: (cells) => {
      const entry = {
        code: cells.needed('code'),
        name: cells.needed('name'),
        kind: 'hour' as const,
        category: categoryOf(cells),
      }
      return {
        key: entry.code,
        content: catalogueContent({ ...entry, rate: cells.rate('rate'), taxPercent: cells.taxPercent('tax_percent') }),
      }
    },
    existing: () => heldCatalogue(db),
    write: (rows) => keepCatalogue(db, by, 'hour_types.csv', rows),
  }
}

export function items({ db, by }: ImportContext): RecordKind<CatalogueContent> {
  return {
    file: 'items.csv',
    count: 'items',
    read: (cells) => {
      const kind = cells.oneOf('kind', ['product', 'service'] as const) ?? 'product'
      const entry = { code: cells.needed('code'), name: cells.needed('name'), kind, category: '' }
      return {
        key: entry.code,
        content: catalogueContent({ ...entry, rate: cells.rate('price'), taxPercent: cells.taxPercent('tax_percent') }),
      }
    },
    existing: () => heldCatalogue(db),
    write: (rows) => keepCatalogue(db, by, 'items.csv', rows),
  }
}

/** What the hours of an hour type are of; empty where nothing is said. */
function categoryOf(cells: CellReader): Category {
  return cells.text('category') === '' ? '' : (cells.oneOf('category', categorySchema.options) ?? '')
}

type PackageContent = {
  readonly code: string
  readonly name: string
  readonly active: number
  readonly valid_months: number | null
}

/** A hundred years. */
const MOST_MONTHS = 1_200

export function packages({ db, by }: ImportContext): RecordKind<PackageContent> {
  return {
    file: 'packages.csv',
    count: 'packages',
    read: (cells) => {
      const active = cells.oneOf('active', ['yes', 'no'] as const) === 'yes' ? 1 : 0
      const valid_months = cells.optionalCount('valid_months', MOST_MONTHS)
      const content = { code: cells.needed('code'), name: cells.needed('name'), active, valid_months }
      return { key: content.code, content }
    },
    existing: async () => {
      const rows = await db.selectFrom('packages').select(['code', 'name', 'active', 'valid_months']).execute()
      return new Map(rows.map(({ code, name, active, valid_months }) => [code, { code, name, active, valid_months }]))
    },
    write: async (rows) => {
      const numbered = await withIds(db, 'packages', rows)
      await keepRecord(db, by, 'record_package', 'packages.csv', [{ table: 'packages', rows: numbered }])
    },
  }
}

type PackageLineContent = {
  readonly package: string
  readonly code: string
  readonly quantity: number
  readonly rate: number
}

/** @param newPackages codes of the packages that this import adds: only those may get lines */
export async function packageLines(
  { db, by }: ImportContext,
  newPackages: ReadonlySet<string>,
): Promise<RecordKind<PackageLineContent>> {
  const offered = await readOfferedPackages(db)
  const catalogue = await readCatalogue(db)
  return {
    file: 'package_lines.csv',
    count: 'packageLines',
    read: (cells) => readPackageLine(cells, offered, catalogue),
    existing: async () =>
      new Map(
        [...offered.values()].flatMap((pack) =>
          pack.lines.map(
            ({ code, quantity, rate }) =>
              [`${pack.code} ${code}`, { package: pack.code, code, quantity, rate }] as const,
          ),
        ),
      ),
    refuse: (content) =>
      newPackages.has(content.package)
        ? undefined
        : say('activity_csv.the_package_package_is_in_the_school', { package: content.package }),
    write: async (rows) => {
      const lastLines = new Map<string, number>()
      const values = rows.map((row) => {
        const line = (lastLines.get(row.package) ?? 0) + 1
        lastLines.set(row.package, line)
        return {
          package_id: offered.get(row.package)?.id ?? 0,
          line,
          code: row.code,
          quantity: row.quantity,
          rate: row.rate,
        }
      })
      await keepRecord(db, by, 'record_package', 'package_lines.csv', [{ table: 'package_lines', rows: values }])
    },
  }
}

function readPackageLine(
  cells: CellReader,
  offered: ReadonlyMap<string, unknown>,
  catalogue: ReadonlyMap<string, unknown>,
) {
  const content = {
    package: cells.needed('package'),
    code: cells.needed('code'),
    quantity: cells.quantity('quantity'),
    rate: cells.rate('rate'),
  }
  if (content.package !== '' && !offered.has(content.package))
    cells.notThere(say('activity_csv.there_is_no_package_with_the_code', { code: content.package.slice(0, 40) }))
  if (content.code !== '' && !catalogue.has(content.code)) cells.notThere(noCode(content.code))
  return { key: `${content.package} ${content.code}`, content }
}

type CustomerContent = {
  readonly number: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly address: string
}

export function customers({ db, by }: ImportContext): RecordKind<CustomerContent> {
  return {
    file: 'customers.csv',
    count: 'customers',
    read: (cells) => {
      const content = {
        number: cells.needed('number'),
        name: cells.needed('name'),
        email: cells.text('email'),
        phone: cells.text('phone'),
        address: cells.text('address'),
      }
      return { key: content.number, content }
    },
    existing: async () => {
      const rows = await db.selectFrom('customers').select(['number', 'name', 'email', 'phone', 'address']).execute()
      return new Map(
        rows.map(({ number, name, email, phone, address }) => [number, { number, name, email, phone, address }]),
      )
    },
    write: async (rows) => {
      const numbered = (await withIds(db, 'customers', rows)).map((row) => ({ ...row, active: 1 }))
      await keepRecord(db, by, 'record_customer', 'customers.csv', [{ table: 'customers', rows: numbered }])
    },
  }
}

type UserContent = {
  readonly username: string
  readonly name: string
  readonly role: string
}

export function users({ db, by }: ImportContext): RecordKind<UserContent> {
  return {
    file: 'users.csv',
    count: 'users',
    read: (cells) => {
      const content = {
        username: cells.needed('username'),
        name: cells.needed('name'),
        role: cells.oneOf('role', ROLES) ?? 'customer',
      }
      return { key: content.username, content }
    },
    existing: async () => {
      const rows = await db.selectFrom('users').select(['username', 'name', 'role']).execute()
      return new Map(rows.map((row) => [row.username, { username: row.username, name: row.name, role: row.role }]))
    },
    write: async (rows) => {
      const numbered = (await withIds(db, 'users', rows)).map((row) => ({ ...row, customer_id: null, active: 1 }))
      await keepRecord(db, by, 'record_user', 'users.csv', [{ table: 'users', rows: numbered }])
    },
  }
}
