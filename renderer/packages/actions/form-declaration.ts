import type { PackageStatus } from '../../../shared/contract/values.ts'
import type { Permission } from '../../../shared/permissions.ts'
import type { WordKey } from '../../../shared/words/say.ts'

/** What a menu knows of a form before it is opened. */
export interface PackageFormDeclaration {
  /** of the dialog, and in the menu */
  readonly title: WordKey
  /** all permissions that it takes; a courtesy only: the engine checks every call */
  readonly needs: readonly Permission[]
  /** the states of a package on which the rules may accept it, whatever it holds */
  readonly on: readonly PackageStatus[]
}
