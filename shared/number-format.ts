import { readableLocale } from './locale.ts'

type ExactFormat = (decimal: string) => string

const made = new Map<string, ExactFormat>()

/**
 * A formatter of exact decimal texts in a locale. Making one is slow and the tables need thousands, so each is made once.
 * A real minus sign (U+2212) is as wide as a plus and does not break off at the end of a line.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): ExactFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(readableLocale(locale), options)
  const exact: ExactFormat = (decimal) =>
    decimal.startsWith('-')
      ? format
          .formatToParts(decimal as Intl.StringNumericLiteral)
          .map(realMinus)
          .join('')
      : format.format(decimal as Intl.StringNumericLiteral)
  made.set(key, exact)
  return exact
}

function realMinus(part: Intl.NumberFormatPart): string {
  return part.type === 'minusSign' ? '−' : part.value
}
