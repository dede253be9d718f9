import type { z } from 'zod'
import { done, type Outcome } from '../../shared/failure.ts'

/**
 * The answer in the form of the contract, without anything that the contract does not name. Inside the transaction: an
 * answer that does not keep to it is a bug, and nothing of it stays.
 */
export function kept(outcome: Outcome<unknown>, output: z.ZodType): Outcome<unknown> {
  if (!outcome.ok) return outcome
  const checked = output.safeParse(outcome.value)
  if (!checked.success) throw new Error(`an answer does not keep to the contract: ${checked.error.message}`)
  return done(checked.data)
}
