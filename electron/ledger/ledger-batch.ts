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
import { emptyRows, insertEntries, writeBalances, type LedgerRows } from './ledger-rows-store.ts'

/** So many are compared with each other: a map of them takes longer. */
const FEW_CHANGES = 8
const NOTHING = { quantity: 0, amount: 0 }

interface AccountState {
  readonly id: number
  readonly kind: string
  readonly line: number
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
  /** by kind, the owners whose accounts are known, with these; kinds that are loaded together share them */
  readonly #known = new Map<string, Map<number, AccountState[]>>()
  readonly #touched = new Set<AccountState>()
  /** the accounts that an entry which is made again opened, with their ids */
  #openedBefore: readonly OpenedAccount[] = []
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
   * Makes again what entries do, from the first on or from the one after another: their balances are written, and what they consist of is handed over
   * instead of being appended. Their accounts are read where they lie, as far as they were opened before.
   */
  static again(db: ReadDb, made: (content: EntryContent) => void, after = 0): LedgerBatch {
    return new LedgerBatch(db, new Date(0), { number: after, hash: CHAIN_START, account: 0 }, made)
  }

  /** The next entry that is made again is this one: it has its number and instant, and opens accounts under its ids. */
  continueAt({ number, recordedAt, opened }: Pick<EntryContent, 'number' | 'recordedAt' | 'opened'>): void {
    if (!this.#again) throw new Error('entries are numbered in a row')
    this.#lastNumber = number - 1
    this.#recordedAt = recordedAt
    this.#openedBefore = opened
  }

  get lastNumber(): number {
    return this.#lastNumber
  }

  /** Whether the accounts of an owner are read. */
  knows([first = '']: readonly string[], owner: number): boolean {
    return this.#known.get(first)?.has(owner) === true
  }

  /** Reads the accounts of an owner, so that entries can post to them; always these kinds together. */
  async load(kinds: readonly string[], owner: number): Promise<void> {
    const owners = this.#ownersOf(kinds)
    if (owners.has(owner)) return
    const accounts: AccountState[] = []
    for (const { id, kind, line, opened, quantity, amount } of await accountsOf(this.#db, kinds, owner)) {
      // Of a log that is gone through again the accounts of later entries are there, too.
      if (this.#again && opened > this.#lastNumber) continue
      accounts.push({ id, kind, line, quantity: quantity ?? 0, amount: amount ?? 0 })
    }
    owners.set(owner, accounts)
  }

  /** What a loaded account holds; nothing where it was never posted to. */
  held(kind: string, owner: number, line: number): { readonly quantity: number; readonly amount: number } {
    return accountIn(this.#known.get(kind)?.get(owner) ?? [], kind, line) ?? NOTHING
  }

  /** Says that an owner is new, so that there is nothing to read. */
  expectNew(kinds: readonly string[], owner: number): void {
    const owners = this.#ownersOf(kinds)
    if (!owners.has(owner)) owners.set(owner, [])
  }

  #ownersOf(kinds: readonly string[]): Map<number, AccountState[]> {
    const [first = ''] = kinds
    const known = this.#known.get(first)
    if (known) return known
    const owners = new Map<number, AccountState[]>()
    for (const kind of kinds) this.#known.set(kind, owners)
    return owners
  }

  /** Appends an entry and returns its number. Throws where postings do not sum to zero: that is a bug, not a refusal. */
  append(draft: EntryDraft): number {
    assertBalanced(draft.postings)
    const number = this.#lastNumber + 1
    const opened: OpenedAccount[] = []
    const postings = merged(draft.postings.map((posting) => this.#post(posting, opened)))
    const history = draft.history
      .map((mention) => [mention.subject, mention.action, mention.amount] as const)
      .sort(byFirst)
    const { date, userId, action, ref, note, document } = draft
    const recordedAt = this.#recordedAt
    const content = { number, date, recordedAt, userId, action, ref, note, document, opened, postings, history }
    this.#lastNumber = number
    if (this.#again) {
      this.#again(content)
      return number
    }
    this.#lastHash = entryHash(this.#lastHash, content)
    this.#rows.entries.push({ content, hash: this.#lastHash })
    return number
  }

  /** Writes everything appended since the last flush, with the balances that result. */
  async flush(db: WriteDb): Promise<void> {
    const rows = this.#rows
    this.#rows = emptyRows()
    rows.balances.push(...this.#touched)
    this.#touched.clear()
    if (this.#again) return writeBalances(db, rows.balances)
    await insertEntries(db, rows)
    await insistOnStored(db, rows.entries)
  }

  /** Drops what was read; owners must be loaded again. Only after a flush. */
  forget(): void {
    if (this.#touched.size > 0 || this.#rows.entries.length > 0)
      throw new Error('the ledger forgets only what it has written')
    this.#known.clear()
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
    const { kind, owner, line, commodity } = account
    const accounts = this.#known.get(kind)?.get(owner)
    if (!accounts) throw new Error(`account ${accountKey(account)} was not loaded`)
    const known = accountIn(accounts, kind, line)
    if (known) return known
    const before = this.#openedBefore.find((each) => each[1] === kind && each[2] === owner && each[3] === line)
    const id = before?.[0] ?? this.#lastAccount + 1
    this.#lastAccount = Math.max(this.#lastAccount, id)
    const state = { id, kind, line, quantity: 0, amount: 0 }
    accounts.push(state)
    opened.push([id, kind, owner, line, commodity])
    return state
  }
}

/** An owner has few accounts: looking at each is quicker than a key made of text. */
function accountIn(accounts: readonly AccountState[], kind: string, line: number): AccountState | undefined {
  for (const account of accounts) if (account.line === line && account.kind === kind) return account
  return undefined
}

/** One change for each account: two postings to the same account are one movement. */
function merged(changes: readonly PostedChange[]): readonly PostedChange[] {
  if (changes.length <= FEW_CHANGES && areOfDifferentAccounts(changes)) return changes
  const byAccount = new Map<number, PostedChange>()
  for (const [id, quantity, amount] of changes) {
    const before = byAccount.get(id)
    byAccount.set(id, before ? [id, before[1] + quantity, before[2] + amount] : [id, quantity, amount])
  }
  return [...byAccount.values()]
}

function areOfDifferentAccounts(changes: readonly PostedChange[]): boolean {
  return changes.every((change, place) => changes.findIndex((other) => other[0] === change[0]) === place)
}

function byFirst(left: readonly [number, ...unknown[]], right: readonly [number, ...unknown[]]): number {
  return left[0] - right[0]
}
