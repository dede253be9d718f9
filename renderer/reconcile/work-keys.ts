/** What a key on a row asks for. */
export type WorkKey = 'accept' | 'reject' | 'split' | 'notOurs' | 'tick' | 'match'

const LETTERS: Readonly<Record<string, WorkKey>> = {
  a: 'accept',
  r: 'reject',
  s: 'split',
  n: 'notOurs',
  m: 'match',
}

/**
 * The step that a key asks for, or null.
 * @param onRow the row itself has the focus: in a button inside of it, Enter and Space belong to the button
 */
export function workKeyOf(key: string, onRow: boolean): WorkKey | null {
  if (onRow && key === 'Enter') return 'accept'
  if (onRow && key === ' ') return 'tick'
  return LETTERS[key.toLowerCase()] ?? null
}

/** [keys, what they do]: the hint line below each list. */
export type Hint = readonly [keys: readonly string[], words: string]

const MOVE: Hint = [['↑', '↓'], 'rows']

export const PROPOSAL_HINTS: readonly Hint[] = [
  MOVE,
  [['Space'], 'tick'],
  [['Enter', 'A'], 'accept'],
  [['R'], 'reject'],
  [['S'], 'split'],
  [['N'], 'not ours'],
]
export const DIFFERING_HINTS: readonly Hint[] = PROPOSAL_HINTS.filter(([, words]) => words !== 'tick')
export const LINE_HINTS: readonly Hint[] = [
  MOVE,
  [['Space'], 'choose'],
  [['M'], 'match chosen'],
  [['Enter'], 'record'],
  [['S'], 'split'],
  [['N'], 'not ours'],
]
export const PAYMENT_HINTS: readonly Hint[] = [
  MOVE,
  [['Space'], 'choose'],
  [['M'], 'match chosen'],
  [['Enter'], 'show'],
]
export const SETTLED_HINTS: readonly Hint[] = [MOVE]
