import type { BusinessDate } from '../../../shared/dates.ts'
import type { ReadDb } from '../../storage/database.ts'
import { readCatalogue, readOfferedPackages, readRates, type CatalogueEntry } from '../catalogue-store.ts'
import type { OfferedPackage } from '../offered-package.ts'
import { rateOn, type RateFrom } from '../rates-in-time.ts'

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
