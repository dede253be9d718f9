import { foldText } from './folded-text.ts'

/** A word that is searched for: the ways to spell it, folded; one of them must begin a word of what is found. */
export type SearchWord = readonly string[]

/** Every sign that people type for an apostrophe, the letters of some languages among them. */
const APOSTROPHES = /['`\u00B4\u2018-\u201B\u02B9-\u02BC\u02BE\u02BF\u02C8\u2032\uA78C\uFF07]/gu
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u
const HYPHENATED = /(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu
/** Letters that are also written with two: Müller is Mueller, Søren Soeren, Håkon Haakon. */
const WITH_TWO = /[äöüøå]/giu
const TWO: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/**
 * The words of a search. O'Connor is OConnor to who searches; a letter that is also written with two is searched for in
 * both ways.
 */
export function searchWords(search: string): SearchWord[] {
  return search
    .normalize('NFC')
    .replace(APOSTROPHES, '')
    .split(/\s+/u)
    .flatMap((typed) => {
      const parts = typed.split(BETWEEN_WORDS)
      const joined = typed.replace(HYPHENATED, '').split(BETWEEN_WORDS)
      // Each part of Jean-Luc is found in Jeanluc, too.
      return parts.map((part) => spellingsOf(joined.length === 1 ? [part, ...joined] : [part]))
    })
    .filter((word) => word.length > 0)
}

function spellingsOf(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => [foldText(word), foldText(inTwo(word))]))].filter((word) => word !== '')
}

/** The words by which a text is found, folded: of O'Connor oconnor, o and connor; of Jean-Luc jean, luc and jeanluc. */
export function wordsOf(text: string): string[] {
  const whole = text.normalize('NFC')
  const joined = whole.replace(APOSTROPHES, '')
  const written = new Set([joined, whole.replace(APOSTROPHES, ' '), joined.replace(HYPHENATED, '')])
  const folded = new Set([...written].flatMap((one) => [foldText(one), foldText(inTwo(one))]))
  return [...new Set([...folded].flatMap((one) => one.split(BETWEEN_WORDS)))].filter((word) => word !== '')
}

/** Whether texts have a word beginning with each word of a search. */
export function matchesWords(texts: readonly string[], words: readonly SearchWord[]): boolean {
  const own = wordsOf(texts.join(' '))
  return words.every((spellings) => spellings.some((word) => own.some((candidate) => candidate.startsWith(word))))
}

function inTwo(text: string): string {
  return text.replace(WITH_TWO, (letter) => TWO[letter.toLowerCase()] ?? letter)
}
