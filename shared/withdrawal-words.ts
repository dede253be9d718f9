import type { Withdrawal } from './contract/policies.ts'
import { say } from './words/say.ts'

/** Why it is this much that goes back: what is kept, in the words of the workings. */
export function workingsInWords({ workings }: Pick<Withdrawal, 'workings'>): string {
  const kept = workings.slice(1).map(({ words }) => words)
  return kept.length === 0 ? say('withdrawal.title') : say('withdrawal.note', { kept: kept.join('; ') })
}
