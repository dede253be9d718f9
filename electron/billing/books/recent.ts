import type { BusinessDate } from '../../../shared/dates.ts'
import type { Posting } from '../../ledger/account.ts'
import type { EntryDraft } from '../../ledger/entry.ts'

/** An entry that is recorded and not yet written. */
export interface RecentEntry {
  readonly number: number
  readonly entry: EntryDraft
}

export interface MergedCustomer {
  readonly from: number
  readonly to: number
  readonly on: BusinessDate
}

/** What is recorded and not yet written, as later actions of the same unit of work ask for it. */
export class Recent {
  readonly #entries: RecentEntry[] = []
  /** `kind of owner:owner` */
  readonly #byOwner = new Map<string, { readonly day: BusinessDate; readonly posting: Posting }[]>()
  #sorted = 0
  readonly #byRef = new Map<string, RecentEntry>()
  readonly #latest = new Map<string, number>()
  readonly #undone = new Map<number, number>()
  readonly #merges: MergedCustomer[] = []

  add(number: number, entry: EntryDraft, undoes: number | null): void {
    this.#entries.push({ number, entry })
    this.#latest.set(entry.action, number)
    if (undoes !== null) this.#undone.set(undoes, number)
  }

  merge(merge: MergedCustomer): void {
    this.#merges.push(merge)
  }

  /** Postings on a customer package or an account, with their days. */
  postingsOf(of: 'package' | 'account', owner: number): readonly { day: BusinessDate; posting: Posting }[] {
    this.#sort()
    return this.#byOwner.get(`${of}:${owner}`) ?? []
  }

  /** Sorts what came since somebody last asked: most units of work never do. */
  #sort(): void {
    for (const recent of this.#entries.slice(this.#sorted)) {
      const { date: day, action, ref, postings } = recent.entry
      this.#byRef.set(`${action}:${ref}`, recent)
      for (const posting of postings) {
        const key = ownerKey(posting.account.kind, posting.account.owner)
        if (key === undefined) continue
        const moved = { day, posting }
        const known = this.#byOwner.get(key)
        if (known) known.push(moved)
        else this.#byOwner.set(key, [moved])
      }
    }
    this.#sorted = this.#entries.length
  }

  entryOf(action: string, ref: string): RecentEntry | undefined {
    this.#sort()
    return this.#byRef.get(`${action}:${ref}`)
  }

  isUndone(entry: number): boolean {
    return this.#undone.has(entry)
  }

  /** The last entry of each action. */
  get latest(): ReadonlyMap<string, number> {
    return new Map(this.#latest)
  }

  get undone(): readonly { readonly entry: number; readonly by: number }[] {
    return [...this.#undone].map(([entry, by]) => ({ entry, by }))
  }

  get merges(): readonly MergedCustomer[] {
    return [...this.#merges]
  }

  clear(): void {
    this.#entries.length = 0
    this.#sorted = 0
    this.#byOwner.clear()
    this.#byRef.clear()
    this.#latest.clear()
    this.#undone.clear()
    this.#merges.length = 0
  }
}

function ownerKey(kind: string, owner: number): string | undefined {
  if (kind === 'customer_account') return `account:${owner}`
  return kind.startsWith('package_') || kind.startsWith('line_') ? `package:${owner}` : undefined
}
