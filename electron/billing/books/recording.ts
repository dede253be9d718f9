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

/** A customer package's states that no posting carries. */
export type PackageState = Partial<
  Pick<CustomerPackage, 'lastValid' | 'removedOn' | 'members' | 'customerId'> & {
    readonly adjusted: { readonly line: number; readonly by: number }
  }
>

/** What an entry does: its postings, and the states that these do not carry. */
export interface Recording {
  readonly entry: EntryDraft
  /** a customer package that this action makes, before its postings */
  readonly adds?: CustomerPackage
  /** states of customer packages after the action, by their id */
  readonly states?: ReadonlyMap<number, PackageState>
  /** the invoice after the action */
  readonly invoice?: Invoice
  /** number of the entry that this one takes back */
  readonly undoes?: number
  /** customer ids: the first belongs to the second from now on */
  readonly merges?: { readonly from: number; readonly to: number }
}

/** What an action freezes beyond what was said: `terms` has a row for each line. */
export type Facts = Readonly<Record<string, GivenValue | null>>

/** An entry of an action, from its parts. */
export function entryOf(
  action: string,
  header: ActionHeader,
  parts: Partial<Pick<EntryDraft, 'postings' | 'history'>>,
): EntryDraft {
  const { date, userId, ref, note } = header
  const { postings = [], history = [] } = parts
  return { date, userId, action, ref, note, document: '', postings, history }
}

/** What the ledger keeps of a command: what was said, what was frozen with it, and the step of cash where there is one. */
export function documentOf(given: Given, facts: Facts, cashStep: number): string {
  return JSON.stringify({ given, ...facts, ...(cashStep > 0 ? { cashStep } : {}) })
}
