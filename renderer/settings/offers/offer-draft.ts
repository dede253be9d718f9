import type { CatalogueEntry, Offer } from '../../../shared/contract/catalogue.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import { parseTypedQuantity, typedQuantityText } from '../../../shared/typed-numbers.ts'
import { say } from '../../../shared/words/say.ts'
import { typedRate, typedRateText } from '../typed-rate.ts'

/** What is typed for one code; without a quantity it is not part of the package. */
export interface DraftLine {
  readonly quantity: string
  readonly rate: string
}

/** A new package as it is being typed, its lines by code. */
export interface OfferDraft {
  readonly code: string
  readonly name: string
  readonly lines: Readonly<Record<string, DraftLine>>
}

/** An empty draft, or a copy of a package under a code of its own. */
export function draftOf(offer: Offer | null, locale: string): OfferDraft {
  if (!offer) return { code: '', name: '', lines: {} }
  const lines = offer.lines.map(
    ({ code, quantity, rate }) =>
      [code, { quantity: typedQuantityText(quantity, locale), rate: typedRateText(rate, locale) }] as const,
  )
  return { code: '', name: say('settings.name_copy', { name: offer.name }), lines: Object.fromEntries(lines) }
}

export function lineOf(draft: OfferDraft, entry: CatalogueEntry, locale: string): DraftLine {
  return draft.lines[entry.code] ?? { quantity: '', rate: typedRateText(entry.rate, locale) }
}

export function withLine(draft: OfferDraft, code: string, line: DraftLine): OfferDraft {
  return { ...draft, lines: { ...draft.lines, [code]: line } }
}

/** What is wrong with a quantity typed; nothing typed is not wrong. */
export function quantityProblem(typed: string, locale: string): string | null {
  if (typed.trim() === '') return null
  const parsed = parseTypedQuantity(typed, locale)
  return typeof parsed === 'object' ? parsed.problem : null
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
    const quantity = parseTypedQuantity(line.quantity, locale)
    if (typeof quantity !== 'number' || quantity === 0) return []
    return [{ code: entry.code, quantity, rate: typedRate(line.rate, locale) }]
  })
}
