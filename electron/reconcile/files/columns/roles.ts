import type { Contents } from './column-contents.ts'
import { rolesInName } from './named-roles.ts'
import type { Role } from './scored-names.ts'
import { nameAsWritten } from './unique-names.ts'

/** The columns of each role by their places, the surest first. */
export type Roles = ReadonlyMap<Role, readonly { readonly place: number; readonly score: number }[]>

const AMOUNTS: ReadonlySet<Role> = new Set([
  'amount',
  'received',
  'paidOut',
  'fee',
  'balance',
  'net',
  'refunded',
  'tip',
  'otherMoney',
])
const DATES: ReadonlySet<Role> = new Set(['date', 'valueDate', 'otherDate', 'refundedOn'])

/** What each column is, by its name over all languages and by what stands below it. A column has one role. */
export function rolesOf(unique: readonly string[], contents: readonly Contents[]): Roles {
  // The second of a name means what the first does.
  const names = unique.map((name) => nameAsWritten(name, unique))
  const roles = new Map<Role, { place: number; score: number }[]>()
  const add = (role: Role, place: number, score: number) =>
    roles.set(role, [...(roles.get(role) ?? []), { place, score }])
  for (const [place, name] of names.entries()) {
    const fitting = [...rolesInName(name)].filter(([role]) => fits(role, contents[place]))
    const [best] = fitting.toSorted((left, right) => right[1] - left[1])
    if (best) add(best[0], place, best[1])
  }
  addByNameAlone(names, roles, add)
  for (const those of roles.values()) those.sort((left, right) => right.score - left.score || left.place - right.place)
  return roles
}

/** Where nothing in the column of days is a day, it still is that column: its rows are refused, each for its reason. */
function addByNameAlone(
  names: readonly string[],
  roles: Roles,
  add: (role: Role, place: number, score: number) => void,
) {
  const needed: readonly Role[] = [
    ...(roles.has('date') || roles.has('valueDate') ? [] : (['date'] as const)),
    ...(['amount', 'received', 'paidOut'].some((role) => roles.has(role as Role))
      ? []
      : (['amount', 'received', 'paidOut'] as const)),
  ]
  for (const [place, name] of names.entries()) {
    const [best] = [...rolesInName(name)].toSorted((left, right) => right[1] - left[1])
    if (best && best[1] >= SURE && needed.includes(best[0])) add(best[0], place, best[1])
  }
}

const SURE = 90

/** Whether what stands in the column can be what its name says. An empty column is what it is called. */
function fits(role: Role, contents: Contents | undefined): boolean {
  if (!contents || contents.filled === 0) return true
  if (AMOUNTS.has(role)) return contents.amounts >= 0.5 && contents.dates < 0.5
  if (DATES.has(role)) return contents.dates + contents.serials >= 0.5
  if (role === 'currency' || role === 'otherCurrency') return contents.dates < 0.5 && contents.amounts < 0.5
  if (role === 'direction')
    return contents.amounts < 0.5 || [...contents.distinct].every((cell) => /^[-+−–]$/.test(cell))
  // A payout may be named or counted; only its name tells which lines it holds.
  if (role === 'payout') return !isMoney(contents)
  if (role === 'text' || role === 'name' || role === 'status' || role === 'type') return contents.dates < 0.9
  return true
}

function isMoney({ amounts, distinct }: Contents): boolean {
  return amounts > 0.9 && [...distinct].some((cell) => /[.,]\d{2}\b/.test(cell))
}

/** The place of the surest column of a role; -1: there is none. */
export function placeOf(roles: Roles, role: Role, least = 1): number {
  const [first] = roles.get(role) ?? []
  return first !== undefined && first.score >= least ? first.place : -1
}
