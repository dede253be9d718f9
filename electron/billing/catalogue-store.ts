import type { LineKind } from '../../shared/contract/values.ts'
import { hundredths } from '../../shared/quantity.ts'
import { rate, taxPercent } from '../../shared/rate.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import type { OfferedPackage } from './actions/add-to-package.ts'
import type { LineTerms } from './draw.ts'
import { keepRecord, nextId, type Signature } from './records/keep-record-store.ts'

/** An hour type or an item, at its standard rate. */
export interface CatalogueEntry extends LineTerms {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly kind: LineKind
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
}): CatalogueEntry {
  const { id, code, name } = row
  return { id, code, name, kind: lineKind(row.kind), rate: rate(row.rate), taxPercent: taxPercent(row.tax_percent) }
}

export function lineKind(kind: string): LineKind {
  if (kind === 'hour' || kind === 'product' || kind === 'service') return kind
  throw new Error(`the catalogue has no kind "${kind}"`)
}

/** Every package that the school sells or sold, by code, with today's tax of the catalogue on its lines. */
export async function readOfferedPackages(db: ReadDb): Promise<Map<string, OfferedPackage>> {
  const packages = await db.selectFrom('packages').select(['id', 'code', 'name']).orderBy('id').execute()
  const lines = await db
    .selectFrom('package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.package_id', 'l.line', 'l.code', 'l.quantity', 'l.rate', 'c.kind', 'c.tax_percent'])
    .orderBy('l.package_id')
    .orderBy('l.line')
    .execute()
  const byPackage = Map.groupBy(lines, (line) => line.package_id)
  return new Map(
    packages.map(({ id, code, name }) => [
      code,
      {
        id,
        code,
        name,
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

/** Adds an hour type or an item. Its code, rate and tax never change: what was sold at them must stay explained. */
export async function addCatalogueEntry(db: WriteDb, by: Signature, entry: Omit<CatalogueEntry, 'id'>): Promise<void> {
  const { code, name, kind, rate: standard, taxPercent: tax } = entry
  const id = await nextId(db, 'catalogue')
  const row = { id, code, name, kind, rate: standard, tax_percent: tax, active: 1 }
  await keepRecord(db, by, 'record_catalogue', code, [{ table: 'catalogue', rows: [row] }])
}
