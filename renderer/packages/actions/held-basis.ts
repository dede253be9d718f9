import { useState } from 'react'
import type { Basis } from '../../../shared/contract/action-values.ts'
import { failureOf } from '../../api/call-failure.ts'

interface HeldBasis {
  /** what the form was built on: sent with the action, so that a change by somebody else refuses it */
  readonly held: Basis[]
  /** somebody else has changed it since; what the form shows is new already */
  readonly changed: boolean
  /** goes on with the new numbers, which the person has seen now */
  readonly adopt: () => void
}

/**
 * The balances on which a form is built, as they were when it showed them first. The engine refuses the form once
 * where they have changed since; after that, or once the person goes on typing, it is built on the new ones.
 * @param current as the engine knows them now
 * @param thrown what the action was refused for, or null
 */
export function useHeldBasis(current: readonly Basis[], thrown: unknown): HeldBasis {
  const [entries, setEntries] = useState<ReadonlyMap<string, number>>(new Map())
  const isNew = current.some((basis) => !entries.has(keyOf(basis)))
  if (isNew) setEntries(new Map([...current.map((basis) => [keyOf(basis), basis.entry] as const), ...entries]))
  const held = current.map((basis) => ({ ...basis, entry: entries.get(keyOf(basis)) ?? basis.entry }))
  const changed = held.some(({ entry }, index) => entry !== current[index]?.entry)
  const adopt = () => setEntries(new Map(current.map((basis) => [keyOf(basis), basis.entry])))
  const refused = thrown !== null && thrown !== undefined && failureOf(thrown).code === 'stale'
  if (refused && changed) adopt()
  return { held, changed, adopt }
}

function keyOf({ of, ref }: Basis): string {
  return `${of} ${ref}`
}
