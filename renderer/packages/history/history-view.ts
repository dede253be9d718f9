import type { Figure } from '../../../shared/contract/packages.ts'
import type { BusinessDate } from '../../../shared/dates.ts'

/** What the History shows: everything, or the entries that make one number; up to a day, or up to now. */
export interface HistoryView {
  /** with how the number comes about, in words, where that is known already */
  readonly figure: { readonly figure: Figure; readonly label: string; readonly sentence: string | null } | null
  readonly asOf: BusinessDate | null
}

export const ALL_ENTRIES: HistoryView = { figure: null, asOf: null }
