import type { LineKind } from '../../../shared/contract/values.ts'
import type { CatalogueEntry, Offer } from '../../../shared/contract/catalogue.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import { parseTypedQuantity, typedQuantityText } from '../../../shared/typed-numbers.ts'
import { typedWhole } from '../../../shared/typed-whole.ts'
import { say } from '../../../shared/words/say.ts'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import { parseTypedRate, typedRateText } from '../typed-rate.ts'
import { discountedRate, typedDiscount } from './discounted-rate.ts'

/** What is typed for one code; without a quantity it is not part of the package. */
export interface DraftLine {
  readonly quantity: string
  readonly rate: string
}

/** A new package as it is being typed, its lines by code. */
export interface OfferDraft {
  readonly code: string
  readonly name: string
  /** whole months as typed; empty: it never ends */
  readonly months: string
  /** percent off the standard rates, as typed */
  readonly discount: string
  readonly lines: Readonly<Record<string, DraftLine>>
}

/** What the wizard begins with: nothing, a package to copy, or one that is edited. */
export type Beginning = { readonly of: 'new' } | { readonly of: 'copy' | 'edit'; readonly offer: Offer }

/** An empty draft, a copy of a package under a code of its own, or the package itself. */
export function draftOf(beginning: Beginning, locale: string): OfferDraft {
  if (beginning.of === 'new') return { code: '', name: '', months: '', discount: '', lines: {} }
  const { offer } = beginning
  const lines = offer.lines.map(
    ({ code, quantity, rate }) =>
      [code, { quantity: typedQuantityText(quantity, locale), rate: typedRateText(rate, locale) }] as const,
  )
  const called =
    beginning.of === 'edit'
      ? { code: offer.code, name: offer.name }
      : { code: '', name: say('settings.name_copy', { name: offer.name }) }
  return { ...called, months: offer.validMonths?.toString() ?? '', discount: '', lines: Object.fromEntries(lines) }
}

/** The months as typed: null where there are none, a problem where they cannot be read. */
export function typedMonths(months: string): number | null | { readonly problem: string } {
  if (months.trim() === '') return null
  const count = typedWhole(months, 4)
  return count !== null && count > 0 && count <= 1_200 ? count : { problem: say('settings.write_whole_months') }
}

/** Where nothing is typed, the standard rate less the discount. */
export function lineOf(draft: OfferDraft, entry: CatalogueEntry, school: School): DraftLine {
  return draft.lines[entry.code] ?? { quantity: '', rate: rateWith(draft.discount, entry, school) }
}

/** A discount gives every line the standard rate less that; each rate can be changed after. */
export function withDiscount(
  draft: OfferDraft,
  discount: string,
  entries: readonly CatalogueEntry[],
  school: School,
): OfferDraft {
  const lines = entries.flatMap((entry) => {
    const line = draft.lines[entry.code]
    return line ? [[entry.code, { ...line, rate: rateWith(discount, entry, school) }] as const] : []
  })
  return { ...draft, discount, lines: { ...draft.lines, ...Object.fromEntries(lines) } }
}

function rateWith(typed: string, { rate }: CatalogueEntry, { locale, minorDigits }: School): string {
  const discount = typedDiscount(typed, locale)
  return typedRateText(typeof discount === 'object' ? rate : discountedRate(rate, discount, minorDigits), locale)
}

type School = Pick<MoneyStyle, 'locale' | 'minorDigits'>

export function withLine(draft: OfferDraft, code: string, line: DraftLine): OfferDraft {
  return { ...draft, lines: { ...draft.lines, [code]: line } }
}

/** What is wrong with a quantity typed; nothing typed is not wrong. */
export function quantityProblem(typed: string, locale: string, kind: LineKind): string | null {
  if (typed.trim() === '') return null
  const parsed = parseTypedQuantity(typed, locale, kind)
  return typeof parsed === 'object' ? parsed.problem : null
}

/** What is wrong with the rate of a line; of one that is not part of the package nothing is. */
export function rateProblem({ quantity, rate }: DraftLine, locale: string): string | null {
  if (quantity.trim() === '') return null
  const parsed = parseTypedRate(rate, locale)
  return typeof parsed === 'object' ? parsed.problem : null
}

/** Whether each line can be read: one that cannot would be missing from the package. */
export function linesAreRead({ lines }: OfferDraft, entries: readonly CatalogueEntry[], locale: string): boolean {
  const kindOf = (code: string) => entries.find((entry) => entry.code === code)?.kind ?? 'hour'
  return Object.entries(lines).every(
    ([code, line]) =>
      quantityProblem(line.quantity, locale, kindOf(code)) === null && rateProblem(line, locale) === null,
  )
}

/** The lines as the engine reads them, in the catalogue's order. */
export function offerLines(
  draft: OfferDraft,
  entries: readonly CatalogueEntry[],
  locale: string,
): CallInput<'offers.price'>['lines'] {
  return entries.flatMap((entry) => {
    const line = draft.lines[entry.code]
    if (!line || line.quantity.trim() === '') return []
    const quantity = parseTypedQuantity(line.quantity, locale, entry.kind)
    if (typeof quantity !== 'number' || quantity === 0) return []
    const rate = parseTypedRate(line.rate, locale)
    return typeof rate === 'object' ? [] : [{ code: entry.code, quantity, rate }]
  })
}
