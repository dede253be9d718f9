import { createContext, use } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import type { StatementOf } from '../../shared/contract/statements.ts'
import type { InvoiceView } from '../invoices/invoice-view.ts'
import type { ActionView } from '../packages/actions/action-view.ts'
import type { PaperOf } from '../papers/paper-view.ts'
import type { Screen } from './route.ts'

/** Something that can be opened from anywhere: a screen, an overview, or a dialog on top of whatever is there. */
export type Place =
  | { readonly of: 'screen'; readonly screen: Screen; readonly part: string | null }
  /** the overview */
  | { readonly of: 'customer'; readonly number: string }
  /** the form of a customer as it is, or filled otherwise; null: a new one */
  | {
      readonly of: 'customerForm'
      readonly customer: Customer | null
      readonly filled?: Customer
      /** not on to the overview of a new one */ readonly stays?: true
    }
  /** the Package Balance */
  | { readonly of: 'package'; readonly ref: string }
  | { readonly of: 'invoice'; readonly view: InvoiceView }
  | { readonly of: 'statement'; readonly about: StatementOf }
  /** an invoice or a receipt on paper */
  | { readonly of: 'paper'; readonly paper: PaperOf }
  | { readonly of: 'action'; readonly view: ActionView }

/** What was just done, where it can be seen, and the filled-in form that takes it back, where there is one. */
export interface Done {
  /** one plain sentence */
  readonly sentence: string
  readonly show: Place | null
  readonly undo: Place | null
}

/** How a dialog lies among others. */
export interface Layer {
  readonly zIndex: number
  /** nothing lies on it: Escape is meant for it */
  readonly top: boolean
}

export interface Places {
  /** `opener` is where the focus goes back to; where it is not given, to what has the focus now */
  readonly open: (place: Place, opener?: HTMLElement | null) => void
  /** Whether the person may. A courtesy only: the engine checks every call. */
  readonly mayOpen: (place: Place) => boolean
  readonly say: (done: Done) => void
}

export const PlacesContext = createContext<Places | null>(null)

/** How a screen opens anything that is not its own. */
export function usePlaces(): Places {
  const places = use(PlacesContext)
  if (!places) throw new Error('usePlaces is outside of PlacesProvider')
  return places
}

/** Says in one sentence what was done, with a link to it, and with its undoing where the person may undo it. */
export function useDone(): (done: Done) => void {
  return usePlaces().say
}
