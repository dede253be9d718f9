import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { ActionName } from '../billing/books/command.ts'
import type { User } from '../people/users-store.ts'

/** What of an input is agreed with the customer instead of following from the catalogue. */
interface MayAgree {
  readonly price?: number | null
  readonly end?: string | null
  readonly lines?: readonly { readonly amount?: number | null }[]
}

/** An agreed price, amount or last valid day takes a permission of its own. Refused: not_permitted. */
export function mayAgree(name: ActionName, input: object, { permissions }: Pick<User, 'permissions'>): Outcome<null> {
  const field = agreedIn(name, input as MayAgree)
  if (field === undefined || permissions.includes('Adjust Packages')) return done(null)
  return refused('not_permitted', say('calls.agreeingNotPermitted'), {
    field,
    remedy: say('calls.agreeingNotPermittedRemedy'),
  })
}

function agreedIn(name: ActionName, { price, end, lines }: MayAgree): string | undefined {
  if (name === 'invoice') {
    const place = (lines ?? []).findIndex(({ amount }) => amount !== null && amount !== undefined)
    return place === -1 ? undefined : `lines.${place}.amount`
  }
  if (name !== 'add_to_package') return undefined
  if (price !== null && price !== undefined) return 'price'
  return end !== null && end !== undefined ? 'end' : undefined
}
