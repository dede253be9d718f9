import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { numberFormat } from '../../../shared/number-format.ts'
import { rateText, taxPercentText, type Rate, type TaxPercent } from '../../../shared/rate.ts'
import type { Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import type { Paper, PaperPart } from '../../../shared/contract/paper.ts'
import type { CustomerNames } from '../names/names-as-of-store.ts'

/** A rate in the school's format, with the decimals of its currency and at most four. */
export function rateOnPaper(rate: Rate, { locale, minorDigits }: MoneyStyle): string {
  const options = { minimumFractionDigits: minorDigits, maximumFractionDigits: Math.max(4, minorDigits) }
  return numberFormat(locale, options)(rateText(rate))
}

/** A tax percent in the school's format: 6.5 %, 8,1 %. */
export function percentOnPaper(percent: TaxPercent, locale: string): string {
  return say('papers.percent', { number: numberFormat(locale, { maximumFractionDigits: 4 })(taxPercentText(percent)) })
}

/** A customer at the head of a paper: the name, then address, number, e-mail and telephone as far as they are known. */
export function addressee({ name, number, address, email, phone }: CustomerNames): Paper['to'] {
  const lines = [address, say('papers.customerNumber', { number }), email, phone]
  return { name, lines: lines.filter((line) => line !== '') }
}

export function sum(label: string, amount: Cents, style: MoneyStyle, bold = false) {
  return { label, value: moneyText(amount, style), bold }
}

/** Notes in rows of their own; nothing where there are none. */
export function noteParts(notes: readonly string[]): PaperPart[] {
  const written = notes.filter((note) => note !== '')
  if (written.length === 0) return []
  return [
    { kind: 'title', text: say('papers.notes') },
    ...written.map((text): PaperPart => ({ kind: 'text', text, quiet: false })),
  ]
}
