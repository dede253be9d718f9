import type { ReadDb, WriteDb } from '../storage/database.ts'
import { accountKey, type AccountName, type Posting } from './account.ts'
import { assertBalanced } from './balanced.ts'
import type { EntryContent, EntryDraft, OpenedAccount, PostedChange } from './entry.ts'
import { CHAIN_START, entryHash } from './hash-chain.ts'
import { LARGEST_BALANCE_CENTS } from '../../shared/money.ts'
import { LARGEST_HOLDING_HUNDREDTHS } from '../../shared/quantity.ts'
import { TooLarge } from '../../shared/too-large.ts'
import { accountsOf, lastAccount, lastEntry } from './ledger-state-store.ts'
import { insistOnStored } from './read-back-store.ts'
import { emptyRows, insertAccountsAndBalances, insertEntries, type LedgerRows } from './ledger-rows-store.ts'

const NO_IDS: ReadonlyMap<string, number> = new Map()
const NOTHING = { quantity: 0, amount: 0 }

interface AccountState {
  readonly id: number
  quantity: number
  amount: number
}

/**
 * Appends entries inside one write transaction. Balances are read once and written once, however many entries pass
 * in between. Nothing reaches the database before `flush`.
 */
export class LedgerBatch {
  readonly #db: ReadDb
  #recordedAt: number
  /** where what entries do is only made again */
  readonly #again: ((content: EntryContent) => void) | null
  readonly #accounts = new Map<string, AccountState>()
  /** by kind, the owners whose accounts are all in #accounts */
  readonly #loaded = new Map<string, Set<number>>()
  readonly #touched = new Set<AccountState>()
  /** ids under which an entry that is made again opened its accounts */
  #ids = NO_IDS
  #lastNumber: number
  #lastHash: Uint8Array
  #lastAccount: number
  #rows: LedgerRows = emptyRows()

  private constructor(
    db: ReadDb,
    now: Date,
    head: { number: number; hash: Uint8Array; account: number },
    again: ((content: EntryContent) => void) | null = null,
  ) {
    this.#again = again
    this.#db = db
    this.#recordedAt = now.getTime()
    this.#lastNumber = head.number
    this.#lastHash = head.hash
    this.#lastAccount = head.account
  }

  static async begin(db: ReadDb, now: Date): Promise<LedgerBatch> {
    const [last] = await lastEntry(db, {})
    const [account] = await lastAccount(db, {})
    return new LedgerBatch(db, now, {
      number: last?.number ?? 0,
      hash: last?.hash ?? CHAIN_START,
      account: account?.id ?? 0,
    })
  }

  /**
   * Makes again what entries do, from the first on: their accounts and balances are written, and what they consist of
   * is handed over instead of being appended.
   */
  static again(db: ReadDb, made: (content: EntryContent) => void): LedgerBatch {
    return new LedgerBatch(db, new Date(0), { number: 0, hash: CHAIN_START, account: 0 }, made)
  }

  /** The next entry that is made again is this one: it has its number and instant, and opens accounts under its ids. */
  continueAt({ number, recordedAt, opened }: Pick<EntryContent, 'number' | 'recordedAt' | 'opened'>): void {
    if (!this.#again) throw new Error('entries are numbered in a row')
    this.#lastNumber = number - 1
    this.#recordedAt = recordedAt
    this.#ids =
      opened.length === 0
        ? NO_IDS
        : new Map(opened.map(([id, kind, owner, line]) => [accountKey({ kind, owner, line, commodity: '' }), id]))
  }

  get lastNumber(): number {
    return this.#lastNumber
  }

  /** Reads the accounts of an owner, so that entries can post to them. */
  async load(kinds: readonly string[], owner: number): Promise<void> {
    if (kinds.every((kind) => this.#isLoaded(kind, owner))) return
    const missing = kinds.filter((kind) => !this.#isLoaded(kind, owner))
    for (const { id, kind, line, quantity, amount } of await accountsOf(this.#db, missing, owner)) {
      const state = { id, quantity: quantity ?? 0, amount: amount ?? 0 }
      this.#accounts.set(accountKey({ kind, owner, line, commodity: '' }), state)
    }
    this.expectNew(missing, owner)
  }

  /** What a loaded account holds; nothing where it was never posted to. */
  held(kind: string, owner: number, line: number): { readonly quantity: number; readonly amount: number } {
    return this.#accounts.get(accountKey({ kind, owner, line, commodity: '' })) ?? NOTHING
  }

  /** Says that an owner is new, so that there is nothing to read. */
  expectNew(kinds: readonly string[], owner: number): void {
    for (const kind of kinds) {
      const owners = this.#loaded.get(kind)
      if (owners) owners.add(owner)
      else this.#loaded.set(kind, new Set([owner]))
    }
  }

  #isLoaded(kind: string, owner: number): boolean {
    return this.#loaded.get(kind)?.has(owner) === true
  }

  /** Appends an entry and returns its number. Throws where postings do not sum to zero: that is a bug, not a refusal. */
  append(draft: EntryDraft): number {
    assertBalanced(draft.postings)
    const number = this.#lastNumber + 1
    const opened: OpenedAccount[] = []
    const changes = draft.postings.map((posting) => this.#post(posting, opened))
    const postings = merged(changes)
    const history = draft.history
      .map((mention) => [mention.subject, mention.action, mention.amount] as const)
      .sort(byFirst)
    const { postings: _, history: __, ...words } = draft
    const content = { ...words, number, recordedAt: this.#recordedAt, opened, postings, history }
    this.#lastNumber = number
    if (this.#again) {
      this.#again(content)
      // Of what is written already only the accounts are written again.
      if (opened.length === 0) return number
    } else this.#lastHash = entryHash(this.#lastHash, content)
    this.#rows.entries.push({ content, hash: this.#lastHash })
    return number
  }

  /** Writes everything appended since the last flush, with the balances that result. */
  async flush(db: WriteDb): Promise<void> {
    const rows = this.#rows
    this.#rows = emptyRows()
    rows.balances.push(...this.#touched)
    this.#touched.clear()
    if (this.#again) return insertAccountsAndBalances(db, rows)
    await insertEntries(db, rows)
    await insistOnStored(db, rows.entries)
  }

  /** Drops what was read; owners must be loaded again. Only after a flush. */
  forget(): void {
    if (this.#touched.size > 0 || this.#rows.entries.length > 0)
      throw new Error('the ledger forgets only what it has written')
    this.#accounts.clear()
    this.#loaded.clear()
  }

  #post(posting: Posting, opened: OpenedAccount[]): PostedChange {
    const state = this.#account(posting.account, opened)
    const quantity = state.quantity + posting.quantity
    const amount = state.amount + posting.amount
    if (Math.abs(quantity) > LARGEST_HOLDING_HUNDREDTHS || Math.abs(amount) > LARGEST_BALANCE_CENTS)
      throw new TooLarge('account')
    state.quantity = quantity
    state.amount = amount
    this.#touched.add(state)
    return [state.id, posting.quantity, posting.amount]
  }

  #account(account: AccountName, opened: OpenedAccount[]): AccountState {
    const key = accountKey(account)
    const known = this.#accounts.get(key)
    if (known) return known
    if (!this.#isLoaded(account.kind, account.owner)) throw new Error(`account ${key} was not loaded`)
    const id = this.#ids.get(key) ?? this.#lastAccount + 1
    this.#lastAccount = Math.max(this.#lastAccount, id)
    const state = { id, quantity: 0, amount: 0 }
    this.#accounts.set(key, state)
    opened.push([state.id, account.kind, account.owner, account.line, account.commodity])
    return state
  }
}

/** One change for each account: two postings to the same account are one movement. */
function merged(changes: readonly PostedChange[]): PostedChange[] {
  const byAccount = new Map<number, PostedChange>()
  for (const [id, quantity, amount] of changes) {
    const before = byAccount.get(id)
    byAccount.set(id, before ? [id, before[1] + quantity, before[2] + amount] : [id, quantity, amount])
  }
  return [...byAccount.values()]
}

function byFirst(left: readonly [number, ...unknown[]], right: readonly [number, ...unknown[]]): number {
  return left[0] - right[0]
}
