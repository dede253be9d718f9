import { numberFormat } from '../../shared/number-format.ts'
import { typedDecimal, type TypedProblem } from '../../shared/typed-decimal.ts'
import { shownTyped } from '../../shared/typed-numbers.ts'
import { say } from '../../shared/words/say.ts'

/** Decimals that a rate or percent of the catalogue can have. */
const PLACES = 4

type TypedRate = string | { readonly problem: string }

/**
 * Reads a rate as people of the school type it: "1,5" is "1.5".
 * @returns the plain decimal that the engine reads, or a sentence that says what is wrong with what was typed. It must
 * not go to the engine then, which reads other texts than the school writes: "1.500" can be two rates in French.
 */
export function parseTypedRate(text: string, locale: string): TypedRate {
  return read(text, locale, { places: PLACES, missing: 'numbers.rateMissing', unreadable: 'numbers.notARate' })
}

/** Reads a percentage like a rate. */
export function parseTypedPercent(text: string, locale: string, places = PLACES): TypedRate {
  return read(text, locale, { places, missing: 'numbers.percentMissing', unreadable: 'numbers.notAPercent' })
}

/** What is wrong with something typed; nothing typed is not wrong yet. */
export function typedProblem(text: string, parsed: TypedRate): string | null {
  return text.trim() !== '' && typeof parsed === 'object' ? parsed.problem : null
}

interface Terms {
  readonly places: number
  readonly missing: 'numbers.rateMissing' | 'numbers.percentMissing'
  readonly unreadable: 'numbers.notARate' | 'numbers.notAPercent'
}

function read(text: string, locale: string, terms: Terms): TypedRate {
  const plain = typedDecimal(text, locale, terms.places)
  return typeof plain === 'string' ? plain : { problem: sentence(plain.problem, text, locale, terms) }
}

function sentence(problem: TypedProblem, text: string, locale: string, { places, missing, unreadable }: Terms): string {
  const said = { typed: shownTyped(text), example: numberFormat(locale, { minimumFractionDigits: 2 })('12.50') }
  switch (problem) {
    case 'missing':
      return say(missing)
    case 'unreadable':
      return say(unreadable, said)
    case 'decimals':
      return say('numbers.tooManyDecimals', { ...said, places })
    case 'ambiguous':
      return say('numbers.ambiguous', said)
  }
}

/** A rate as a field is filled with it: its own digits, with the school's decimal mark. */
export function typedRateText(rate: string, locale: string): string {
  const digits = rate.split('.')[1]?.length ?? 0
  return numberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })(rate)
}
