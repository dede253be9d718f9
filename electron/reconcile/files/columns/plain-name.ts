import { foldText } from '../../../storage/search-text.ts'
import { namedCurrency, type AmountTerms } from '../cells/own-currency.ts'

/** The name of a column as it compares, and the currency that it names. */
export interface PlainName {
  /** folded words without signs and currency: "montant operation" */
  readonly words: string
  readonly currency: 'own' | 'other' | undefined
}

/** Any currency will do where only the words are wanted. */
const NO_TERMS: AmountTerms = { currency: 'USD', minorDigits: 2, locale: 'en' }
/** German in files that cannot write it, and names that begin inside of one word. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bwaehrung/g, 'wahrung'],
  [/\bempfaenger/g, 'empfanger'],
  [/\bbeguenstigte/g, 'begunstigte'],
  [/\bgebuehr/g, 'gebuhr'],
  [/\bglaeubiger/g, 'glaubiger'],
]

/** Case, accents and signs do not tell columns apart. Japanese keeps the marks that tell its syllables apart. */
export function plain(name: string): string {
  const east = /[\u3040-\u30ff\u4e00-\u9fff\uff61-\uff9f]/.test(name)
  if (east) return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const folded = foldText(name.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return SPELLINGS.reduce((text, [written, usual]) => text.replace(written, usual), folded)
}

/** The words of a column's name without the currency that stands in it: "Betrag (EUR)", "Débit euros", "金額(円)". */
export function plainName(name: string, terms: AmountTerms = NO_TERMS): PlainName {
  let currency: PlainName['currency']
  const told = (word: string) => {
    const named = namedCurrency(word, terms)
    if (named !== undefined) currency = named
    return named !== undefined
  }
  // In brackets anything may be a currency: ($), (円), [EUR].
  const without = name
    .normalize('NFKC')
    .replace(/[([]\s*(?:in |en )?([^()[\]]{1,12}?)\s*[)\]]/gi, (all, inner: string) => (told(inner) ? ' ' : all))
  const east = /[\u3040-\u30ff\u4e00-\u9fff]/.test(without)
  if (east) return { words: plain(without).replace(/[()（）[\]【】:：]/g, ''), currency }
  const words = plain(without).split(' ')
  const kept = words.filter((word, place) => {
    if (words.length === 1 || word.length < 2) return true
    if (word === 'valuta' || word === 'all' || word === 'top' || word === 'try' || word === 'real') return true
    return !(place > 0 && told(word))
  })
  // "Betrag in EUR" is the amount; "Money in" is what came in.
  const text = kept
    .join(' ')
    .replace(/ amt$/, ' amount')
    .replace(currency === undefined ? /(?!)/ : / (in|en|em)$/, '')
  const sign = /\p{Sc}/u.exec(without)?.[0]
  if (sign !== undefined && currency === undefined) told(sign)
  return { words: text, currency }
}
