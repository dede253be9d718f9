import { sql, type SqlBool } from 'kysely'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { ReadDb } from '../../storage/database.ts'
import { keptOn } from '../../storage/kept.ts'
import { prepared } from '../../storage/prepared.ts'
import { readCatalogue, readOfferedPackages, readRates, type CatalogueEntry } from '../catalogue-store.ts'
import type { OfferedPackage } from '../offered-package.ts'
import { rateOn, type RateFrom } from '../rates-in-time.ts'

const KEPT = {}

/** The last record that can have changed a price: its number and its hash, which no other record ever has. */
const lastOfPrices = prepared([], (db) =>
  db
    .selectFrom('entries')
    .select(['number', 'hash'])
    .where(sql<SqlBool>`action in ('record_catalogue', 'record_package', 'takeover')`)
    .orderBy('number', 'desc')
    .limit(1),
)

async function pricesStamp(db: ReadDb): Promise<string> {
  const [last] = await lastOfPrices(db, {})
  return last ? `${last.number} ${Buffer.from(last.hash).toString('base64')}` : ''
}

/** What the school sells, at the rates of each day. */
export class PriceList {
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>
  readonly #offered: ReadonlyMap<string, OfferedPackage>
  readonly #rates: ReadonlyMap<string, readonly RateFrom[]>

  private constructor(
    catalogue: ReadonlyMap<string, CatalogueEntry>,
    offered: ReadonlyMap<string, OfferedPackage>,
    rates: ReadonlyMap<string, readonly RateFrom[]>,
  ) {
    this.catalogue = catalogue
    this.#offered = offered
    this.#rates = rates
  }

  /** What was read last, as long as no record changed it since. For what records nothing before it looks at prices. */
  static async kept(db: ReadDb): Promise<PriceList> {
    const stamp = await pricesStamp(db)
    return keptOn(db, KEPT, stamp, () => PriceList.read(db))
  }

  static async read(db: ReadDb): Promise<PriceList> {
    return new PriceList(await readCatalogue(db), await readOfferedPackages(db), await readRates(db))
  }

  /** An hour type or item at the standard rate and tax in force on a day; undefined where there is no such code. */
  atStandardRate(code: string, day: BusinessDate): CatalogueEntry | undefined {
    const entry = this.catalogue.get(code)
    return entry && { ...entry, ...rateOn(entry, this.#rates.get(code) ?? [], day) }
  }

  /** Every package, as it is sold on a day. */
  offers(day: BusinessDate): OfferedPackage[] {
    return [...this.#offered.keys()].flatMap((code) => this.offer(code, day) ?? [])
  }

  /** The rates of a code from a day on, by their days. */
  ratesOf(code: string): readonly RateFrom[] {
    return this.#rates.get(code) ?? []
  }

  /** A package as it is sold on a day: its own rates, with the tax in force then. */
  offer(code: string, day: BusinessDate): OfferedPackage | undefined {
    const offered = this.#offered.get(code)
    if (!offered || this.#rates.size === 0) return offered
    const lines = offered.lines.map((line) => ({
      ...line,
      taxPercent: rateOn(line, this.#rates.get(line.code) ?? [], day).taxPercent,
    }))
    return { ...offered, lines }
  }
}
