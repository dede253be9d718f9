import { say } from '../../shared/words/say.ts'

/**
 * Databases of desks without their server, each with the number of the action that is being recorded there. What is
 * made in one gets no reference of the school's: the server gives that, and another desk may be given the same. It is
 * called by the action's number instead, in words that no other desk's things have.
 */
const numbers = new WeakMap<object, () => number>()

/** Names what is made in a database from now on by the number of the action that makes it. */
export function numberUnsent(db: object, number: () => number): void {
  numbers.set(db, number)
}

/** Whether what is recorded in a database is still to be sent to a server. */
export function isUnsent(db: object): boolean {
  return numbers.has(db)
}

/**
 * The names for what an action makes of a kind, one after the other; undefined where the school's own references hold.
 * @param first how references of the kind begin, as INV-
 */
export function unsentRefs(db: object, first: string): ((place: number) => string) | undefined {
  const number = numbers.get(db)?.()
  if (number === undefined) return undefined
  const kind = first.replace(/-$/, '')
  return (place) => (place === 1 ? say('unsent.ref', { kind, number }) : say('unsent.ref_of', { kind, number, place }))
}
