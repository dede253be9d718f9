import { looksLikeAmount } from '../cells/amount.ts'
import { looksLikeDate } from '../cells/date-forms.ts'
import { rolesInName } from './named-roles.ts'
import type { Role } from './scored-names.ts'

const WHEN: readonly Role[] = ['date', 'valueDate']
const HOW_MUCH: readonly Role[] = ['amount', 'received', 'paidOut', 'net']
/** A name that means something for sure. */
const SURE = 50
/** A head of many lines may stand above the names. */
const LOOKED_AT = 300

/** How much a row looks like the names of columns: 0 unless it names a day and an amount. */
export function namedScore(row: readonly string[]): number {
  if (row.length < 2) return 0
  const roles = new Set<Role>()
  const mayBe = new Map<Role, Set<string>>()
  let points = 0
  for (const cell of row) {
    const scores = [...rolesInName(cell)].filter(([, score]) => score >= SURE)
    const [best] = scores.toSorted((left, right) => right[1] - left[1])
    if (!best) continue
    if (!roles.has(best[0])) points += best[1] / 100
    roles.add(best[0])
    // "Value" may be a day or an amount: what stands below tells.
    for (const [role] of scores) mayBe.set(role, (mayBe.get(role) ?? new Set()).add(cell))
  }
  const days = WHEN.flatMap((role) => [...(mayBe.get(role) ?? [])])
  const amounts = HOW_MUCH.flatMap((role) => [...(mayBe.get(role) ?? [])])
  const complete = days.some((day) => amounts.some((amount) => amount !== day))
  // A row with a day and an amount in it is a payment that says "deposit", not a row of names.
  return complete && !row.some((cell) => looksLikeDate(cell)) && !row.some(isPlainAmount) ? points : 0
}

function isPlainAmount(cell: string): boolean {
  return /\d/.test(cell) && looksLikeAmount(cell)
}

/** Where the names of the columns stand, as the place of their row; undefined where no row names a day and an amount. */
export function rowOfNames(rows: readonly (readonly string[])[]): number | undefined {
  const named = rows.slice(0, LOOKED_AT).map(namedScore)
  const most = Math.max(0, ...named)
  return most === 0 ? undefined : named.indexOf(most)
}

/** A row of words above rows with days and amounts: names, though of a language that nobody knows here. */
export function rowOfUnknownNames(rows: readonly (readonly string[])[]): number | undefined {
  const first = rows.findIndex(isLine)
  if (first <= 0) return undefined
  const width = rows[first]?.length ?? 0
  for (let place = first - 1; place >= 0 && place >= first - 3; place--) {
    const cells = (rows[place] ?? []).map((cell) => cell.trim())
    const words = cells.filter((cell) => /\p{L}/u.test(cell))
    if (cells.length >= width - 1 && words.length * 2 > cells.filter((cell) => cell !== '').length && words.length > 1)
      return place
  }
  return undefined
}

/** Whether a row has a day and an amount, whatever they are called. */
export function isLine(cells: readonly string[]): boolean {
  return cells.some(looksLikeDate) && cells.some((cell) => isPlainAmount(cell) && !looksLikeDate(cell))
}
