import { stringify } from 'csv-stringify/sync'
import { amountText, cents } from '../../../shared/money.ts'
import { quantityText } from '../../../shared/quantity.ts'
import { rateText, taxPercentText } from '../../../shared/rate.ts'
import { readCatalogue, readOfferedPackages, readRates, type CatalogueEntry } from '../../billing/catalogue-store.ts'
import { readSchool } from '../../billing/school-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { defused } from './csv-text.ts'
import { exportActivity } from './export-activity.ts'
import { columnsOf, type SchoolFile } from './school-files.ts'

/** The whole school as the files of a folder, which imports into an empty data folder with the same balances. */
export async function exportCsv(db: ReadDb): Promise<Map<string, string>> {
  const school = await readSchool(db)
  if (!school) return new Map()
  const catalogue = [...(await readCatalogue(db)).values()]
  const files: [SchoolFile, Record<string, string>[]][] = [
    [
      'school.csv',
      [
        {
          name: school.name,
          currency: school.currency,
          time_zone: school.timeZone,
          locale: school.locale,
          address: school.address,
          cash_rounding: school.cashStep === 0 ? '' : amountText(cents(school.cashStep), school.minorDigits),
        },
      ],
    ],
    ['hour_types.csv', catalogue.filter(({ kind }) => kind === 'hour').map(hourTypeRow)],
    ['items.csv', catalogue.filter(({ kind }) => kind !== 'hour').map(itemRow)],
    ['rates.csv', await rateRows(db)],
    ['packages.csv', await packageRows(db)],
    ['package_lines.csv', await packageLineRows(db)],
    [
      'customers.csv',
      await db.selectFrom('customers').select(['number', 'name', 'email', 'phone', 'address']).orderBy('id').execute(),
    ],
    ['users.csv', await db.selectFrom('users').select(['username', 'name', 'role']).orderBy('id').execute()],
    ['activity.csv', await exportActivity(db, school.minorDigits)],
  ]
  return new Map(files.map(([file, rows]) => [file, csvText(file, rows)]))
}

function csvText(file: SchoolFile, rows: readonly Record<string, string>[]): string {
  const columns = columnsOf(file)
  const records = rows.map((row) => columns.map((column) => defused(row[column] ?? '')))
  return stringify([[...columns], ...records])
}

function hourTypeRow(entry: CatalogueEntry): Record<string, string> {
  return {
    code: entry.code,
    name: entry.name,
    rate: rateText(entry.rate),
    tax_percent: taxPercentText(entry.taxPercent),
    category: entry.category,
  }
}

function itemRow(entry: CatalogueEntry): Record<string, string> {
  return {
    code: entry.code,
    name: entry.name,
    kind: entry.kind,
    price: rateText(entry.rate),
    tax_percent: taxPercentText(entry.taxPercent),
  }
}

async function rateRows(db: ReadDb): Promise<Record<string, string>[]> {
  return [...(await readRates(db))].flatMap(([code, rates]) =>
    rates.map(({ from, rate, taxPercent }) => ({
      code,
      from,
      rate: rateText(rate),
      tax_percent: taxPercentText(taxPercent),
    })),
  )
}

async function packageRows(db: ReadDb): Promise<Record<string, string>[]> {
  const rows = await db
    .selectFrom('packages')
    .select(['code', 'name', 'active', 'valid_months'])
    .orderBy('id')
    .execute()
  return rows.map(({ code, name, active, valid_months }) => ({
    code,
    name,
    active: active === 1 ? 'yes' : 'no',
    valid_months: valid_months === null ? '' : String(valid_months),
  }))
}

async function packageLineRows(db: ReadDb): Promise<Record<string, string>[]> {
  const offered = await readOfferedPackages(db)
  return [...offered.values()].flatMap((pack) =>
    pack.lines.map((line) => ({
      package: pack.code,
      code: line.code,
      quantity: quantityText(line.quantity),
      rate: rateText(line.rate),
    })),
  )
}
