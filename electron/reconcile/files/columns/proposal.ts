import { isEmptyAmount } from '../cells/amount.ts'
import { namedCurrency } from '../cells/own-currency.ts'
import { cellAt, type Fields } from '../lines/cells-of-line.ts'
import type { FileTerms } from '../file-terms.ts'
import type { Contents } from './column-contents.ts'
import { NO_COLUMNS, type Columns } from './no-columns.ts'
import { plainName } from './plain-name.ts'
import { placeOf, type Roles } from './roles.ts'
import type { Role } from './scored-names.ts'

/** Columns proposed by their names; where more than one reading is possible, each of them. */
export interface Proposal {
  readonly columns: Columns
  /** readings that are possible, the likeliest first; empty: there is one */
  readonly open: readonly Partial<Columns>[]
}

/** What the proposal is made from. */
export interface FileColumns {
  readonly names: readonly string[]
  readonly contents: readonly Contents[]
  readonly roles: Roles
  readonly lines: readonly Fields[]
  readonly terms: FileTerms
}

/** Which column says what, by the names over the whole row and by what stands below them. */
export function proposedColumns(file: FileColumns): Proposal {
  const { names, roles } = file
  const named = (place: number) => (place === -1 ? null : (names[place] ?? null))
  const dates = bestOf(file, 'date')
  const amounts = amountReadings(file)
  const id = placeOf(roles, 'id')
  const isIdentity = id !== -1 && isIdentityColumn(file, id)
  const reference = filledPlace(file, 'reference')
  const name = filledPlace(file, 'name')
  const [first = {}] = amounts
  const columns: Columns = {
    ...NO_COLUMNS,
    date: named(dates[0] ?? placeOf(roles, 'valueDate')),
    fee: named(placeOf(roles, 'fee')),
    id: isIdentity ? named(id) : null,
    reference: named(reference === -1 && !isIdentity ? id : reference),
    name: named(name),
    text: named(textPlace(file)),
    payout: named(placeOf(roles, 'payout')),
    ...first,
  }
  const byDate = dates.length > 1 ? dates.map((place) => ({ date: named(place) })) : []
  return { columns, open: amounts.length > 1 ? amounts : byDate }
}

/** The columns that mean a role best; more than one where their names say the same and their cells do not. */
function bestOf({ roles, names, lines, terms, contents }: FileColumns, role: Role): number[] {
  const those = (roles.get(role) ?? []).filter(({ place }) => plainName(names[place] ?? '', terms).currency !== 'other')
  const all = those.length > 0 ? those : (roles.get(role) ?? [])
  const top = all.filter(({ score }) => score === all[0]?.score).map(({ place }) => place)
  // An empty column says nothing against one that is filled.
  const full = top.filter((place) => (contents[place]?.filled ?? 0) > 0)
  const best = full.length > 0 ? full : top
  const [first = -1, ...others] = best
  const differing = others.filter((place) => lines.some((line) => cellAt(line, place) !== cellAt(line, first)))
  return first === -1 ? [] : [first, ...differing]
}

function amountReadings(file: FileColumns): Partial<Columns>[] {
  const { names, roles, lines, contents } = file
  const named = (place: number) => (place === -1 ? null : (names[place] ?? null))
  const amounts = bestOf(file, 'amount')
  const [received, paidOut] = [bestOf(file, 'received'), bestOf(file, 'paidOut')]
  const isFilled = (place: number) => lines.some((line) => !isEmptyAmount(cellAt(line, place)))
  const [credit = -1, debit = -1, amount = -1] = [received[0], paidOut[0], amounts[0]]
  const pair = (one: number, other: number) => ({ received: named(one), paidOut: named(other), amount: null })
  if (credit !== -1 && debit !== -1) {
    if (amount !== -1 && isFilled(amount) && !isFilled(credit) && !isFilled(debit)) return [{ amount: named(amount) }]
    return received.flatMap((one) => paidOut.map((other) => pair(one, other)))
  }
  const half = credit === -1 ? debit : credit
  const rival = amount === -1 ? unnamedMoney(file) : amount
  if (half !== -1 && isFilled(half) && rival !== -1 && isComplement(lines, half, rival)) {
    const asPair = credit === -1 ? pair(rival, half) : pair(half, rival)
    const alone =
      amount === -1 ? (credit === -1 ? { paidOut: named(half) } : { received: named(half) }) : { amount: named(amount) }
    return [asPair, alone]
  }
  if (amount !== -1) return amounts.map((place) => ({ amount: named(place) }))
  if (half !== -1) return [credit === -1 ? { paidOut: named(half) } : { received: named(half) }]
  const net = placeOf(roles, 'net')
  return net === -1 || !contents[net] ? [] : [{ amount: named(net) }]
}

/** A column of amounts whose name says nothing. */
function unnamedMoney({ names, contents, roles }: FileColumns): number {
  const known = new Set([...roles.values()].flat().map(({ place }) => place))
  return names.findIndex((_, place) => {
    const { amounts = 0, filled = 0, distinct = new Set<string>() } = contents[place] ?? {}
    return !known.has(place) && filled > 0 && amounts > 0.95 && [...distinct].some((cell) => /[.,]\d{2}\b/.test(cell))
  })
}

function isComplement(lines: readonly Fields[], one: number, other: number): boolean {
  const has = (line: Fields, place: number) => !isZero(cellAt(line, place))
  const rows = lines.filter((line) => has(line, one) || has(line, other))
  return (
    rows.length > 0 &&
    rows.every((line) => has(line, one) !== has(line, other)) &&
    rows.some((line) => has(line, other))
  )
}

function isZero(text: string): boolean {
  return isEmptyAmount(text) || /^\D*0*([.,]0*)?\D*$/.test(text)
}

/** A processor's own number stands in every line, and never twice; a count from 1 on is no number of a payment. */
function isIdentityColumn({ lines, contents }: FileColumns, place: number): boolean {
  const { filled = 0, distinct = new Set<string>() } = contents[place] ?? {}
  if (filled === 0 || filled < lines.slice(0, 1_000).length * 0.6) return false
  return distinct.size >= filled * 0.6 && ![...distinct].every((cell) => /^\d{1,5}$/.test(cell))
}

/** The surest column of a role in which something stands. */
function filledPlace({ roles, contents }: FileColumns, role: Role): number {
  const those = roles.get(role) ?? []
  return (those.find(({ place }) => (contents[place]?.filled ?? 0) > 0) ?? those[0])?.place ?? -1
}

/** What somebody wrote, before what the bank calls it; else the column without a meaning in which most is said. */
function textPlace(file: FileColumns): number {
  const named = filledPlace(file, 'text')
  if (named !== -1) return named
  const { roles, contents } = file
  const known = new Set([...roles.values()].flat().map(({ place }) => place))
  const rest = contents.flatMap(({ distinct }, place) => {
    const length = [...distinct].filter((cell) => /\p{L}/u.test(cell)).reduce((sum, cell) => sum + cell.length, 0)
    return known.has(place) || length === 0 ? [] : [{ place, length }]
  })
  return rest.toSorted((left, right) => right.length - left.length)[0]?.place ?? placeOf(roles, 'type')
}

/** Whether the amounts of a column are in another currency, as its own name says. */
export function namesOtherCurrency(name: string, terms: FileTerms): boolean {
  return plainName(name, terms).currency === 'other' && namedCurrency(name, terms) !== 'own'
}
