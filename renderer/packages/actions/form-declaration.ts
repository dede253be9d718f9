import type { PackageStatus } from '../../../shared/contract/values.ts'
import type { Permission } from '../../../shared/permissions.ts'
import type { WordKey } from '../../../shared/words/say.ts'

/** What a menu knows of the form of an action on a customer package before it is opened. */
export interface PackageFormDeclaration {
  /** of the dialog, and in the menu */
  readonly title: WordKey
  /** all permissions that it takes; a courtesy only: the engine checks every call */
  readonly needs: readonly Permission[]
  /** the states of a package on which the rules may accept it, whatever it holds */
  readonly on: readonly PackageStatus[]
}

/** What the page of a customer knows of the form of an action on that customer, such as on the account. */
export interface CustomerFormDeclaration {
  /** of the dialog */
  readonly title: WordKey
  /** on its button, or in the menu */
  readonly item: WordKey
  /** all permissions that it takes; a courtesy only: the engine checks every call */
  readonly needs: readonly Permission[]
  /** a button of its own, or among what is seldom done */
  readonly offered: 'button' | 'more'
}
