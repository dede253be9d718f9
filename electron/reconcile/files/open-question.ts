import type { Ask, Mapping } from '../../../shared/contract/reconcile-file.ts'

/** A question before it is known what each answer would come to. */
export interface OpenQuestion {
  readonly about: Ask['about']
  readonly question: string
  readonly choices: readonly { readonly answer: string; readonly mapping: Mapping }[]
  /** words that can be said one by one */
  readonly words?: NonNullable<Ask['words']>
}
