import type { LineKind } from '../../../shared/contract/values.ts'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import type { MoneyStyle } from '../../../shared/money-text.ts'
import { parseTypedQuantity, typedAmountText, typedQuantityText } from '../../../shared/typed-numbers.ts'
import type { Invoice, Overview } from '../invoices-queries.ts'
import type { SentLine } from '../invoice-view.ts'
import { say } from '../../../shared/words/say.ts'

/** A line as it is being typed. */
export interface FormLine {
  readonly key: number
  readonly code: string | null
  /** what is typed is hours or pieces; told with what is chosen and typed: what a line begins with reads as either */
  readonly kind: LineKind
  /** ref of the customer package it is drawn from; null at the standard rate */
  readonly from: string | null
  readonly typed: string
  /** an agreed amount as it is typed, at the standard rate only; empty: the rate's */
  readonly agreed: string
}

/** A customer package that holds a code, with what of it may still be drawn. */
export interface Source {
  readonly ref: string
  readonly name: string
  readonly available: Hundredths
}

export type Sources = ReadonlyMap<string, readonly Source[]>

/**
 * The customer packages that each code can be drawn from, the oldest first.
 * @param original the invoice that is being corrected: what it holds becomes available again
 */
export function sourcesOf(overview: Overview, original: Invoice | null): Sources {
  const held = (ref: string) => original?.lines.some((line) => line.packageRef === ref) ?? false
  const packages = overview.packages
    .filter(
      (pack) =>
        pack.status === 'active' || ((pack.status === 'completed' || pack.status === 'expired') && held(pack.ref)),
    )
    .toSorted((one, other) => one.added.localeCompare(other.added) || one.ref.localeCompare(other.ref))
  const sources = new Map<string, Source[]>()
  for (const pack of packages) {
    for (const line of pack.lines) {
      const back = returning(original, pack.ref, line.code)
      const available = hundredths(Math.max(0, line.remaining - (line.pending ?? 0) + back))
      if (available === 0) continue
      const known = sources.get(line.code) ?? []
      sources.set(line.code, [...known, { ref: pack.ref, name: nameOf(pack, overview.customer.number), available }])
    }
  }
  return sources
}

/** A package that somebody else has given a membership of says whose it is. */
function nameOf({ packageName, customerNumber, customerName }: Overview['packages'][number], customer: string): string {
  return customerNumber === customer
    ? packageName
    : say('package_life.packageOf', { name: packageName, customer: customerName })
}

function returning(original: Invoice | null, ref: string, code: string): number {
  const lines = original?.lines.filter((line) => line.packageRef === ref && line.code === code) ?? []
  return lines.reduce((sum, line) => sum + line.quantity - line.refundedQuantity, 0)
}

/** What is left of a line's source for it, after the lines above; null at the standard rate. */
export function availableTo(
  line: FormLine,
  lines: readonly FormLine[],
  sources: Sources,
  locale: string,
): Hundredths | null {
  const source = line.code === null ? undefined : sources.get(line.code)?.find(({ ref }) => ref === line.from)
  if (!source) return null
  const above = lines.slice(0, lines.indexOf(line)).filter(({ code, from }) => code === line.code && from === line.from)
  const taken = above.reduce((sum, other) => sum + (quantityOf(other, locale) ?? 0), 0)
  return hundredths(Math.max(0, source.available - taken))
}

/** The quantity typed, or null while it is none. */
export function quantityOf(line: FormLine, locale: string): Hundredths | null {
  const parsed = parseTypedQuantity(line.typed, locale, line.kind)
  return typeof parsed === 'number' ? parsed : null
}

/** Leaves on the line what is available, and puts the rest on a line at the standard rate. */
export function split(line: FormLine, available: Hundredths, key: number, locale: string): readonly FormLine[] {
  const rest = hundredths((quantityOf(line, locale) ?? 0) - available)
  const standard = {
    key,
    code: line.code,
    kind: line.kind,
    from: null,
    typed: typedQuantityText(rest, locale),
    agreed: '',
  }
  return available === 0 ? [standard] : [{ ...line, typed: typedQuantityText(available, locale) }, standard]
}

/** The lines that a form begins with: as they were sent once, or those of the invoice that is corrected. */
export function linesAtFirst(
  sent: readonly SentLine[] | undefined,
  original: Invoice | null,
  school: MoneyStyle,
): readonly FormLine[] {
  return sent ? linesSent(sent, school) : linesOf(original, school)
}

function linesOf(original: Invoice | null, school: MoneyStyle): readonly FormLine[] {
  const lines = (original?.lines ?? []).map((line, key) => ({
    key,
    code: line.code,
    kind: 'hour' as const,
    from: line.packageRef,
    typed: typedQuantityText(line.quantity, school.locale),
    agreed: line.agreed ? typedAmountText(line.amount, school) : '',
  }))
  return lines.length > 0 ? lines : [{ key: 0, code: null, kind: 'hour', from: null, typed: '', agreed: '' }]
}

function linesSent(sent: readonly SentLine[], school: MoneyStyle): readonly FormLine[] {
  return sent.map(({ code, package: from, quantity, amount }, key) => ({
    key,
    code,
    kind: 'hour',
    from,
    typed: typedQuantityText(hundredths(quantity), school.locale),
    agreed: typeof amount === 'number' ? typedAmountText(cents(amount), school) : '',
  }))
}

/** The choices of a line: what the customer's packages hold, then everything else at the standard rate. */
export function choicesOf(entries: readonly CatalogueEntry[], sources: Sources) {
  const choice = ({ code, name }: CatalogueEntry) => ({ value: code, label: say('invoice_form.entry', { name, code }) })
  return [
    { group: say('invoice_form.inPackages'), items: entries.filter(({ code }) => sources.has(code)).map(choice) },
    { group: say('invoice_form.atStandardRate'), items: entries.filter(({ code }) => !sources.has(code)).map(choice) },
  ].filter(({ items }) => items.length > 0)
}
