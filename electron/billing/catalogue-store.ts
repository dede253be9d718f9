import { categorySchema, type Category, type LineKind } from '../../shared/contract/values.ts'
import { businessDate } from '../../shared/dates.ts'
import { hundredths } from '../../shared/quantity.ts'
import { rate, taxPercent } from '../../shared/rate.ts'
import type { ReadDb } from '../storage/database.ts'
import type { OfferedPackage } from './offered-package.ts'
import type { RateFrom } from './rates-in-time.ts'
import type { LineTerms } from './draw.ts'

/** An hour type or an item, at its standard rate. */
export interface CatalogueEntry extends LineTerms {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly kind: LineKind
  /** of an hour type: aircraft, instruction, ground, simulator, or empty */
  readonly category: Category
  /** whether it is sold at the standard rate */
  readonly active: boolean
}

/** The whole catalogue by code. It is small: dozens of rows. */
export async function readCatalogue(db: ReadDb): Promise<Map<string, CatalogueEntry>> {
  const rows = await db.selectFrom('catalogue').selectAll().orderBy('id').execute()
  return new Map(rows.map((row) => [row.code, catalogueEntry(row)]))
}

function catalogueEntry(row: {
  id: number
  code: string
  name: string
  kind: string
  rate: number
  tax_percent: number
  category: string
  active: number
}): CatalogueEntry {
  const { id, code, name } = row
  const terms = { rate: rate(row.rate), taxPercent: taxPercent(row.tax_percent) }
  return {
    id,
    code,
    name,
    kind: lineKind(row.kind),
    category: categorySchema.parse(row.category),
    active: row.active === 1,
    ...terms,
  }
}

export function lineKind(kind: string): LineKind {
  if (kind === 'hour' || kind === 'product' || kind === 'service') return kind
  throw new Error(`the catalogue has no kind "${kind}"`)
}

/** Every package that the school sells or sold, by code, with today's tax of the catalogue on its lines. */
export async function readOfferedPackages(db: ReadDb): Promise<Map<string, OfferedPackage>> {
  const packages = await db
    .selectFrom('packages')
    .select(['id', 'code', 'name', 'active', 'valid_months'])
    .orderBy('id')
    .execute()
  const lines = await db
    .selectFrom('package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.package_id', 'l.line', 'l.code', 'l.quantity', 'l.rate', 'c.kind', 'c.tax_percent'])
    .orderBy('l.package_id')
    .orderBy('l.line')
    .execute()
  const byPackage = Map.groupBy(lines, (line) => line.package_id)
  return new Map(
    packages.map(({ id, code, name, active, valid_months: validMonths }) => [
      code,
      {
        id,
        code,
        name,
        active: active === 1,
        validMonths,
        lines: (byPackage.get(id) ?? []).map((line) => ({
          line: line.line,
          code: line.code,
          kind: lineKind(line.kind),
          quantity: hundredths(line.quantity),
          rate: rate(line.rate),
          taxPercent: taxPercent(line.tax_percent),
        })),
      },
    ]),
  )
}

/** The standard rates from a day on, by code, in the order of their days. */
export async function readRates(db: ReadDb): Promise<Map<string, RateFrom[]>> {
  const rows = await db.selectFrom('rates').selectAll().orderBy('code').orderBy('from_date').execute()
  const rates = rows.map((row) => ({
    code: row.code,
    from: businessDate(row.from_date),
    rate: rate(row.rate),
    taxPercent: taxPercent(row.tax_percent),
  }))
  return Map.groupBy(rates, ({ code }) => code)
}
