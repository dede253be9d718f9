import type { EntryDraft } from '../../ledger/entry.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { CustomerPackage } from '../customer-package.ts'
import type { Invoice } from '../invoice.ts'

/** What the command said, as the export writes it and a second import compares it. Order and absence matter. */
export type GivenValue = string | number | readonly (readonly (string | number)[])[]
export type Given = Readonly<Record<string, GivenValue>>

/** Who does what when: common to every action. */
export interface ActionHeader {
  readonly date: BusinessDate
  readonly userId: number
  readonly ref: string
  /** a remark; for voids, deletions and removals the reason */
  readonly note: string
  readonly given: Given
}

/** What a rule answers where it does not refuse: the entry, and the states that the ledger's postings do not carry. */
export interface Recording {
  readonly entry: EntryDraft
  /** a customer package that this action makes, before its postings */
  readonly adds?: CustomerPackage
  /** id of the customer package that this action removes */
  readonly removes?: number
  /** the invoice after the action */
  readonly invoice?: Invoice
}

/** Terms that an action freezes: a row for each line. */
export type FrozenTerms = readonly (readonly (string | number)[])[]

/** An entry of an action, from its parts. Its document holds the command and, where it froze terms, those. */
export function entryOf(
  action: string,
  header: ActionHeader,
  parts: { readonly terms?: FrozenTerms } & Partial<Pick<EntryDraft, 'postings' | 'history'>>,
): EntryDraft {
  const { date, userId, ref, note, given } = header
  const { terms, postings = [], history = [] } = parts
  const document = JSON.stringify(terms ? { given, terms } : { given })
  return { date, userId, action, ref, note, document, postings, history }
}
