import { AMOUNT_NAMES } from './amount-names.ts'
import { DATE_NAMES } from './date-names.ts'
import { plainName } from './plain-name.ts'
import { scoresOf, type Role } from './scored-names.ts'
import { TEXT_NAMES } from './text-names.ts'

const ALL = [DATE_NAMES, AMOUNT_NAMES, TEXT_NAMES]
/** Longer is a sentence, not the name of a column. */
const LONGEST_NAME = 60

const known = new Map<string, ReadonlyMap<Role, number>>()
const PLUS_OR_MINUS: ReadonlyMap<Role, number> = new Map([['direction', 100]])
const NOTHING: ReadonlyMap<Role, number> = new Map()

/** How surely the name of a column means each role, by its words alone. */
export function rolesInName(name: string): ReadonlyMap<Role, number> {
  if (name.length > LONGEST_NAME) return NOTHING
  // Two signs and nothing else: plus or minus.
  if (/^\W*\+\W*[-−–]\W*$/.test(name)) return PLUS_OR_MINUS
  const { words } = plainName(name)
  if (words === '') return NOTHING
  const scores = known.get(words) ?? scoresOf(words, ALL)
  if (known.size < 10_000) known.set(words, scores)
  return scores
}
