import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import type { DecimalSign } from '../cells/amount.ts'
import type { Contents } from '../columns/column-contents.ts'
import type { Roles } from '../columns/roles.ts'
import type { FileTerms } from '../file-terms.ts'
import type { FileLine } from './cells-of-line.ts'

/** What tells which way the amounts of one column went. */
export interface DirectionFacts {
  readonly lines: readonly FileLine[]
  /** the place of the amount */
  readonly amount: number
  /** the column that the mapping names; -1: none */
  readonly mapped: number
  /** the columns that the mapping names for words */
  readonly texts: readonly number[]
  readonly names: readonly string[]
  readonly roles: Roles
  readonly contents: readonly Contents[]
  readonly decimal: DecimalSign
  readonly terms: FileTerms
  readonly ofProcessor: boolean
  readonly words: Mapping['words']
}
