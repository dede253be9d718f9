import { say } from '../../shared/words/say.ts'
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

const MOVE: Hint = [['↑', '↓'], say('reconcile.key_rows')]

const TICK: Hint = [[say('reconcile.key_space')], say('reconcile.key_tick')]

export const PROPOSAL_HINTS: readonly Hint[] = [
  MOVE,
  TICK,
  [[say('reconcile.key_enter'), 'A'], say('reconcile.key_accept')],
  [['R'], say('reconcile.key_reject')],
  [['S'], say('reconcile.key_split')],
  [['N'], say('reconcile.key_not_ours')],
]
export const DIFFERING_HINTS: readonly Hint[] = PROPOSAL_HINTS.filter((hint) => hint !== TICK)
export const LINE_HINTS: readonly Hint[] = [
  MOVE,
  [[say('reconcile.key_space')], say('reconcile.key_choose')],
  [['M'], say('reconcile.key_match_chosen')],
  [[say('reconcile.key_enter')], say('reconcile.key_record')],
  [['S'], say('reconcile.key_split')],
  [['N'], say('reconcile.key_not_ours')],
]
export const PAYMENT_HINTS: readonly Hint[] = [
  MOVE,
  [[say('reconcile.key_space')], say('reconcile.key_choose')],
  [['M'], say('reconcile.key_match_chosen')],
  [[say('reconcile.key_enter')], say('reconcile.key_show')],
]
export const SETTLED_HINTS: readonly Hint[] = [MOVE]
