import { readAmount } from '../cells/amount.ts'
import type { Role } from '../columns/scored-names.ts'
import { cellAt } from './cells-of-line.ts'
import { mayGoOut, wayOf, type Way } from './direction-words.ts'
import type { DirectionFacts } from './direction-facts.ts'
import { byHints, type Hinted } from './hinted-direction.ts'
import { isGoneBack, isOwnCharge, typeIsNoPayment } from './type-words.ts'

/** How amounts in one column get their sign, as far as it does not stand with them. */
export type Direction =
  | { readonly by: 'sign' }
  | {
      readonly by: 'column'
      readonly place: number
      readonly ways: ReadonlyMap<string, Way>
      /** whatever sign the amount has, the word counts */
      readonly only?: true
    }
  /** words of this column do not say which way, and a person has to */
  | {
      readonly by: 'unknown'
      readonly place: number
      readonly words: readonly string[]
      readonly ways: ReadonlyMap<string, Way>
    }
  /** both the amounts and the words have a sign, and they disagree */
  | { readonly by: 'conflict'; readonly place: number; readonly ways: ReadonlyMap<string, Way> }
  | Hinted

const BY_SIGN: Direction = { by: 'sign' }
/** The name of the column says that it tells the way. */
const SURE = 90
/** A debit card is no debit. */
const OF_CARDS =
  /card|karte|carte|carta|tarjeta|cartao|cartão|kaart|カード|funding|brand|account|konto|compte|cuenta|conta/i
const MAY_TELL: ReadonlySet<Role> = new Set(['direction', 'type', 'reference', 'text'])
/** More different words than that are texts, and so are longer ones. */
const MOST_WORDS = 12
const LONGEST_WORD = 100

/** Which way the amounts of a file go: by their signs, or by the word beside them. */
export function directionOf(facts: DirectionFacts): Direction {
  const { mapped, roles } = facts
  const [named] = (roles.get('direction') ?? []).filter(({ score }) => score >= SURE)
  const sure = mapped === -1 ? (named?.place ?? -1) : mapped
  if (sure !== -1) return bySureColumn(facts, sure, mapped !== -1)
  const told = columnOfWords(facts)
  if (amountsOf(facts).some(({ amount }) => amount < 0)) return bySignBeside(facts, told)
  if (told !== -1) return { by: 'column', place: told, ways: waysOf(facts, told) }
  const byType = byTypes(facts)
  return byType.by === 'sign' ? (byHints(facts) ?? byType) : byType
}

/** The amounts have signs; words beside them that say both ways must say the same. */
function bySignBeside(facts: DirectionFacts, told: number): Direction {
  const ways = told === -1 ? new Map<string, Way>() : waysOf(facts, told)
  const saysBoth = new Set(ways.values()).size === 2
  const isSaid = facts.words.some(({ column }) => column === facts.names[told])
  const agrees = amountsOf(facts).every(
    ({ fields, amount }) => (ways.get(cellAt(fields, told)) === 'out') === amount < 0,
  )
  return !saysBoth || agrees || isSaid ? BY_SIGN : { by: 'conflict', place: told, ways }
}

function amountsOf({ lines, amount, decimal, terms }: DirectionFacts) {
  return lines.flatMap(({ fields }) => {
    const read = readAmount(cellAt(fields, amount), decimal, terms)
    return read === undefined || read === 0 ? [] : [{ fields, amount: read }]
  })
}

/** What each word of a column means: as somebody said, or as it is known. */
function waysOf({ lines, words, names }: DirectionFacts, place: number): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>()
  for (const word of new Set(lines.map(({ fields }) => cellAt(fields, place)))) {
    const said = words.find(({ column, value }) => column === names[place] && value === word)?.means
    const way = said === 'in' || said === 'out' ? said : wayOf(word)
    if (way !== undefined) ways.set(word, way)
  }
  return ways
}

function bySureColumn(facts: DirectionFacts, place: number, isMapped: boolean): Direction {
  const ways = waysOf(facts, place)
  const isNone = noPayments(facts, place)
  const amounts = amountsOf(facts).filter(({ fields }) => !isNone(cellAt(fields, place)))
  const said = facts.words.filter(({ column }) => column === facts.names[place])
  if (said.some(({ means }) => means === 'payment')) return BY_SIGN
  if (said.length > 0 && amounts.every(({ fields }) => ways.has(cellAt(fields, place))))
    return { by: 'column', place, ways, only: true }
  const unknown = [...new Set(amounts.map(({ fields }) => cellAt(fields, place)))].filter(
    (word) => !ways.has(word) && word.length <= LONGEST_WORD,
  )
  if (amounts.every(({ amount }) => amount > 0)) {
    if (unknown.length === 0) return { by: 'column', place, ways }
    return { by: 'unknown', place, words: unknown.slice(0, MOST_WORDS), ways }
  }
  const agrees = amounts.every(({ fields, amount }) => {
    const way = ways.get(cellAt(fields, place))
    return way === undefined || (way === 'out') === amount < 0
  })
  if (agrees || (ways.size === 0 && !isMapped)) return BY_SIGN
  return { by: 'conflict', place, ways }
}

/** Whether a word of a column says that its line is left out: then it need not say which way. */
function noPayments({ words, names, roles, ofProcessor }: DirectionFacts, place: number): (word: string) => boolean {
  const isType = (roles.get('type') ?? []).some((type) => type.place === place)
  return (word) => {
    const said = words.find(({ column, value }) => column === names[place] && value === word)?.means
    return said === 'no_payment' || (said === undefined && isType && typeIsNoPayment(word, ofProcessor) !== undefined)
  }
}

/** A column that has nothing but words for both ways, or one of them. */
function columnOfWords(facts: DirectionFacts): number {
  const { contents, lines, amount, names, roles, ofProcessor } = facts
  const rows = amountsOf(facts).length
  const known = new Set(
    [...roles].flatMap(([role, those]) => (MAY_TELL.has(role) ? [] : those.map(({ place }) => place))),
  )
  const unnamed = new Set([...roles.values()].flat().map(({ place }) => place))
  return contents.findIndex(({ distinct, filled, amounts }, place) => {
    if (known.has(place) || OF_CARDS.test(names[place] ?? '')) return false
    if (ofProcessor && !unnamed.has(place)) return false
    if (
      place === amount ||
      distinct.size === 0 ||
      distinct.size > MOST_WORDS ||
      filled < rows ||
      (amounts > 0.5 && ![...distinct].every(isSign))
    )
      return false
    const ways = [...distinct].map(wayOf)
    if (ways.includes(undefined)) return false
    // One letter that never changes may be anything: a branch, a kind of account.
    return distinct.size > 1 || (lines.length > 0 && [...distinct].every((word) => word.length > 1))
  })
}

function isSign(cell: string): boolean {
  return /^[-+−–]$/.test(cell)
}

/** The kinds of lines say which way, where one of them is money that goes out. */
function byTypes(facts: DirectionFacts): Direction {
  const { roles, contents, ofProcessor, names } = facts
  const [type] = (roles.get('type') ?? []).filter(({ place }) => (contents[place]?.filled ?? 0) > 0)
  const words = [...(contents[type?.place ?? -1]?.distinct ?? [])]
  if (!type || words.length > MOST_WORDS || words.some((word) => word.length > LONGEST_WORD)) return BY_SIGN
  const { place } = type
  const said = waysOf(facts, place)
  const isNone = noPayments(facts, place)
  const payments = words.filter((word) => !isNone(word))
  const isSaid = (word: string) => facts.words.some(({ column, value }) => column === names[place] && value === word)
  if (ofProcessor) {
    const isBack = (word: string) => isGoneBack(word) && !(isSaid(word) && said.get(word) === 'in')
    const ways = new Map<string, Way>(
      payments.map((word) => [word, isBack(word) || (isSaid(word) && said.get(word) === 'out') ? 'out' : 'in']),
    )
    const unknown = payments.filter((word) => isOwnCharge(word) && !isGoneBack(word) && !isSaid(word))
    for (const word of unknown) ways.delete(word)
    if (unknown.length > 0) return { by: 'unknown', place, words: unknown, ways }
    return [...ways.values()].includes('out') ? { by: 'column', place, ways } : BY_SIGN
  }
  const unknown = payments.filter((word) => !said.has(word))
  if (!payments.some((word) => mayGoOut(word) || said.get(word) === 'out')) return BY_SIGN
  if (unknown.length === 0) return { by: 'column', place, ways: said }
  return { by: 'unknown', place, words: unknown, ways: said }
}
