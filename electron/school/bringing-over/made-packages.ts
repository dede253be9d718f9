import type { Hundredths } from '../../../shared/quantity.ts'
import { rateText, type Rate } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import type { CatalogueEntry } from '../../billing/catalogue-store.ts'
import type { OfferedLine, OfferedPackage } from '../../billing/offered-package.ts'
import type { BroughtRow, SheetProblem } from './brought-rows.ts'

/** A package that the school does not have yet, as the rows about it say. */
export interface MadePackage extends OfferedPackage {
  /** the codes whose rate is the school's standard one, since no row says another */
  readonly atStandard: ReadonlySet<string>
}

/**
 * The packages that would be made of rows whose package is unknown: lines as the rows name them, quantities as they
 * say, rates as they say or the school's standard ones. What no row says is a problem, never made up. Pure.
 * @param standardOf an hour type or item at the standard rate of the day of the change-over
 */
export function madePackages(
  rows: readonly BroughtRow[],
  isKnown: (row: BroughtRow) => boolean,
  standardOf: (code: string) => CatalogueEntry | undefined,
): { readonly made: readonly MadePackage[]; readonly problems: readonly SheetProblem[] } {
  const made: MadePackage[] = []
  const problems: SheetProblem[] = []
  const unknown = rows.filter((row) => row.package !== '' && !isKnown(row))
  for (const [code, about] of Map.groupBy(unknown, (row) => row.package)) {
    const read = madeOf(code, about, standardOf)
    if ('problems' in read) problems.push({ row: about[0]?.row ?? null, message: read.problems.join(' ') })
    else made.push(read)
  }
  return { made, problems }
}

function madeOf(
  code: string,
  about: readonly BroughtRow[],
  standardOf: (code: string) => CatalogueEntry | undefined,
): MadePackage | { readonly problems: readonly string[] } {
  const problems: string[] = code.length > 200 ? [say('bring_over.madeTooLong', { package: code.slice(0, 40) })] : []
  const atStandard = new Set<string>()
  const lines: OfferedLine[] = []
  for (const [of, said] of Map.groupBy(
    about.flatMap((row) => row.lines),
    (line) => line.code,
  )) {
    const standard = standardOf(of)
    const quantities = valuesOf(said, ({ included }) => included)
    const rates = valuesOf(said, ({ rate }) => rate)
    const words = { package: code, code: of }
    if (!standard) problems.push(say('bring_over.madeUnknownCode', words))
    else if (quantities.length !== 1)
      problems.push(
        say(quantities.length === 0 ? 'bring_over.madeNoQuantity' : 'bring_over.madeSeveralQuantities', words),
      )
    else if (rates.length > 1)
      problems.push(say('bring_over.madeSeveralRates', { ...words, rates: rates.map(rateText).join(', ') }))
    else {
      if (rates.length === 0) atStandard.add(of)
      lines.push(lineOf(standard, quantities[0], rates[0] ?? standard.rate, lines.length + 1))
    }
  }
  if (lines.length === 0 && problems.length === 0) problems.push(say('bring_over.madeNoLines', { package: code }))
  if (problems.length > 0) return { problems }
  return { id: 0, code, name: code, active: true, validMonths: null, lines, atStandard }
}

function lineOf(entry: CatalogueEntry, quantity: Hundredths | undefined, rate: Rate, line: number): OfferedLine {
  if (quantity === undefined) throw new Error('a line is made of a quantity')
  return { line, code: entry.code, kind: entry.kind, quantity, rate, taxPercent: entry.taxPercent }
}

/** The different values that are said. */
function valuesOf<Said, Value>(said: readonly Said[], of: (said: Said) => Value | null): Value[] {
  return [...new Set(said.flatMap((each) => of(each) ?? []))]
}
