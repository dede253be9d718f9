import type { BusinessDate } from '../../shared/dates.ts'
import type { Posting } from './account.ts'

/** What an entry says about one subject's history. The amount is never negative. */
export interface HistoryMention {
  /** id of the customer package */
  readonly subject: number
  readonly action: string
  /** minor units */
  readonly amount: number
}

/** An entry before it has its number, accounts and hash. */
export interface EntryDraft {
  readonly date: BusinessDate
  readonly userId: number
  readonly action: string
  readonly ref: string
  readonly note: string
  /** canonical JSON of the command and its terms */
  readonly document: string
  readonly postings: readonly Posting[]
  readonly history: readonly HistoryMention[]
}

/** An account as the entry that opened it fixes it. */
export type OpenedAccount = readonly [id: number, kind: string, owner: number, line: number, commodity: string]
export type PostedChange = readonly [accountId: number, quantity: number, amount: number]
export type MentionRow = readonly [subject: number, action: string, amount: number]

/** Everything of an entry that its hash covers. Postings in their order; accounts and history by their numbers. */
export interface EntryContent {
  readonly number: number
  readonly date: string
  readonly recordedAt: number
  readonly userId: number
  readonly action: string
  readonly ref: string
  readonly note: string
  readonly document: string
  readonly opened: readonly OpenedAccount[]
  readonly postings: readonly PostedChange[]
  readonly history: readonly MentionRow[]
}
