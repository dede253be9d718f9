import type { LineKind } from '../../shared/contract/values.ts'
import type { Hundredths } from '../../shared/quantity.ts'
import type { LineTerms } from './draw.ts'

/** A line of a package as the school sells it, with the catalogue's tax on the day of the sale. */
export interface OfferedLine extends LineTerms {
  readonly line: number
  readonly code: string
  readonly kind: LineKind
  readonly quantity: Hundredths
}

export interface OfferedPackage {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly active: boolean
  /** how many months after the sale its last valid day is; null: it never ends */
  readonly validMonths: number | null
  readonly lines: readonly OfferedLine[]
}
