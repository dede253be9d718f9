import type { Access } from '../../../shared/contract/call.ts'
import type { AccountsMovement, FundsMovement } from '../../../shared/contract/liability.ts'
import type { Outcome } from '../../../shared/failure.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Permission } from '../../../shared/permissions.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import type { Books } from '../books/books.ts'
import type { ActionHeader, Facts, Recording } from '../books/recording.ts'
import type { LineTerms } from '../draw.ts'
import type { BillingTerms } from '../terms.ts'
import type { Field, SaidOf } from './fields.ts'

/** Who does what when, before it is known what is kept of it. */
export interface CommandHeader {
  readonly date: ActionHeader['date']
  readonly userId: number
  readonly ref: string
  readonly note: string
}

/** An action as a person, a window or a row of activity.csv asks for it. */
export type CommandOf<Name extends string, F> = { readonly action: Name } & CommandHeader & SaidOf<F>

/** What an entry was recorded under that can change later: for the making of the entry, never for its refusal. */
export interface Frozen {
  /** decimals of the currency */
  readonly minorDigits: number
  /** the step to which cash is rounded, in minor units; 0: it is not */
  readonly cashStep: number
}

/**
 * `own`: it makes something with a reference of its own, first with this prefix; `never`: a word that means something
 * else where a ref is asked for; `invoice`: `ref` names the invoice.
 */
export type NamedBy = { readonly own: string; readonly never?: string } | 'invoice'

/** A permission beyond the action's own that something said with it takes, by the field that says it. */
export interface FurtherAccess {
  readonly permission: Permission
  readonly field: string
}

type Part<Movement> = Exclude<keyof Movement, 'opening' | 'closing'>

/** As what postings count: debits lower what the school owes to customers, credits raise it. */
interface Sides<Name> {
  readonly debit?: Name
  readonly credit?: Name
}

/** How reports and receipts count the money of customers that an action moves. */
export interface Money {
  /** what its receipt can be about, and where it stands among a customer's payments; none: it has no receipt */
  readonly receipt?: readonly ('package' | 'invoice' | 'account')[]
  /** the part of the liability report that its postings on package funds are */
  readonly funds?: Sides<Part<FundsMovement>>
  /** the same on a customer's account; `merged` cancels out */
  readonly account?: Sides<Part<AccountsMovement> | 'merged'>
}

/** What a preview shows besides balances. */
export interface Shown {
  /** the amount of each line that it makes */
  readonly amounts?: readonly Cents[]
  /** the rate and tax that each line is made at */
  readonly rates?: readonly Pick<LineTerms, 'rate' | 'taxPercent'>[]
  /** what arrives on a line that receives */
  readonly received?: Hundredths
}

/** What an action says, in English; the catalogue of words is made of it. */
export interface ActionWords {
  /** what it does, as its `sentence` says it: `sentences.KEY` of the catalogue */
  readonly sentences: Readonly<Record<string, string>>
  /** what it is called in the history of a customer package, by the kinds of history that its entries write first */
  readonly history?: Readonly<Record<string, string>>
}

/**
 * An action of the billing rules, declared once: what is said with it, who may, where it stands in activity.csv, what
 * it does. Everything else derives from it.
 * @template Seen the nouns that it names
 * @template Look what of other days its rule must know
 */
export interface Action<Name extends string, Call extends string, Named extends NamedBy, F, Seen, Look> {
  readonly name: Name
  /** the contract's name of it; `.preview` behind it shows what it would do */
  readonly call: Call
  readonly access: Access
  /** what is agreed with a customer, instead of following from the catalogue, takes a permission of its own */
  agrees?(said: SaidOf<F>): FurtherAccess | undefined
  readonly ref: Named
  /** null: it moves no money of customers */
  readonly money: Money | null
  readonly fields: F
  /** it reads or moves all of a customer: what waits is written before, and again after */
  readonly wide?: true
  /** finds the nouns that it names, when it is asked for and when it is replayed */
  find(books: Books, command: CommandOf<Name, F>): Promise<Outcome<Seen>>
  /** what its rule must know of other days: when it is asked for only */
  look(books: Books, command: CommandOf<Name, F> & Seen): Promise<Look>
  /** pure: decides; answers what is frozen with the entry beyond what was said */
  rule(terms: BillingTerms, command: CommandOf<Name, F> & Seen & Look): Outcome<Facts>
  /**
   * Pure, and never changed in meaning: what an entry of it does, from what was said, the nouns before it and what was
   * frozen with it. Posting and replay both go through it.
   */
  apply(frozen: Frozen, command: CommandOf<Name, F> & Seen & ActionHeader, facts: Facts): Recording
  readonly words: ActionWords
  /** what its preview shows besides balances */
  shows?(recording: Recording, command: CommandOf<Name, F>): Shown
  /** what it does, in one plain sentence */
  sentence(terms: BillingTerms, command: CommandOf<Name, F>): string
}

/** Declares an action. */
export function action<
  Name extends string,
  Call extends `${string}.${string}`,
  const Named extends NamedBy,
  F extends Record<string, unknown>,
  Seen,
  Look = object,
>(declared: Action<Name, Call, Named, F, Seen, Look>): Action<Name, Call, Named, F, Seen, Look> {
  return declared
}

/** For an action whose rule looks at no other day. */
export async function noLook(): Promise<object> {
  return {}
}

/** Where nothing is frozen beyond what was said. */
export const NO_FACTS: Facts = {}

const fieldsKept = new WeakMap<object, readonly (readonly [string, Field<unknown>])[]>()

/** Fields in the order in which they are kept. */
export function fieldsOf(declared: { readonly fields: unknown }): readonly (readonly [string, Field<unknown>])[] {
  let fields = fieldsKept.get(declared)
  if (!fields) fieldsKept.set(declared, (fields = Object.entries(declared.fields as Record<string, Field<unknown>>)))
  return fields
}
