import { cents, type Cents } from '../../../shared/money.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { LedgerBatch } from '../../ledger/ledger-batch.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { CUSTOMER_KINDS, INVOICE_KINDS, PACKAGE_KINDS, SALES_KINDS, SCHOOL_KINDS } from '../account-names.ts'
import { applyPostings } from '../apply-postings.ts'
import { closedDaysOn, type ClosedDays } from '../closed-days-store.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { readCustomerPackages, type PackageChoice } from '../customer-package-store.ts'
import { readInvoice } from '../invoice-store.ts'
import type { Invoice } from '../invoice.ts'
import type { Undoable } from '../undoing.ts'
import { flushBooks, type BookChanges, type InvoiceChange } from './books-store.ts'
import type { Extreme } from './cover.ts'
import { accountCover, accountMovedOn, packageCover, type PackageCover } from './covers-store.ts'
import { Customers, type Customer } from './customers-store.ts'
import { Packs } from './packs.ts'
import { PriceList } from './price-list-store.ts'
import { priorEntries, type PriorEntry } from './prior-entries-store.ts'
import { Recent } from './recent.ts'
import { readStart } from './start-store.ts'
import type { Recording } from './recording.ts'
import { afterRecording } from './after-recording.ts'
import { undoableOf } from './undoable-store.ts'

export type { Customer } from './customers-store.ts'
export type { PackageCover } from './covers-store.ts'

const MOST_PACKS_KEPT = 20_000

/**
 * The nouns that one unit of work touches, read once and written once. A single action at the desk and an import of
 * 100,000 rows go through the same books.
 */
export class Books {
  readonly prices: PriceList
  readonly customers: Customers
  readonly #db: ReadDb
  readonly #ledger: LedgerBatch
  readonly #packs = new Packs()
  /** `customer:package` whose earlier copies are all in #packs */
  readonly #copiesRead = new Map<string, Set<number>>()
  readonly #accounts = new Map<number, Cents>()
  readonly #closed = new Map<BusinessDate, ClosedDays | undefined>()
  /** what is recorded and not yet written */
  readonly #recent = new Recent()
  #invoices = new Map<string, InvoiceChange>()
  #changedPacks = new Set<number>()
  #restatedPacks = new Set<number>()
  #renamedPacks = new Set<number>()
  #newPacks: number[] = []
  /** by action, the refs recorded in these books */
  readonly #madeRefs = new Map<string, Set<string>>()
  readonly #lastEntryBefore: number
  readonly #hadEntries: boolean
  #nextPack: number
  #nextInvoice: number

  private constructor(
    db: ReadDb,
    ledger: LedgerBatch,
    prices: PriceList,
    start: Awaited<ReturnType<typeof readStart>>,
  ) {
    this.#db = db
    this.#ledger = ledger
    this.customers = new Customers(db)
    this.prices = prices
    this.#lastEntryBefore = ledger.lastNumber
    this.#hadEntries = ledger.lastNumber > 0
    this.#nextPack = start.lastPack + 1
    this.#nextInvoice = start.lastInvoice + 1
  }

  /** Opens the books inside a transaction; one that only reads is enough for a preview. `now`: the instant of recording. */
  static async open(db: ReadDb, now: Date): Promise<Books> {
    return Books.over(db, await LedgerBatch.begin(db, now))
  }

  /** The same for an action at the desk: the prices are those that were read before, where nothing changed them. */
  static async atDesk(db: ReadDb, now: Date): Promise<Books> {
    return new Books(db, await LedgerBatch.begin(db, now), await PriceList.kept(db), await readStart(db))
  }

  /** Books over a ledger of one's own. */
  static async over(db: ReadDb, ledger: LedgerBatch): Promise<Books> {
    return new Books(db, ledger, await PriceList.read(db), await readStart(db))
  }

  newPackId(): number {
    return this.#nextPack++
  }

  newInvoiceId(): number {
    return this.#nextInvoice++
  }

  /** The closing that holds a day closed, or undefined where it is open. */
  async closedOn(date: BusinessDate): Promise<ClosedDays | undefined> {
    if (!this.#closed.has(date)) this.#closed.set(date, await closedDaysOn(this.#db, date))
    return this.#closed.get(date)
  }

  /** Whether an action of this name has made something of this ref. */
  async refExists(action: string, ref: string): Promise<boolean> {
    if (this.#madeRefs.get(action)?.has(ref)) return true
    return this.#hadEntries && (await this.entriesOf(action, ref)).length > 0
  }

  /** What the ledger held of an action and a ref before these books were opened. */
  async entriesOf(action: string, ref: string): Promise<PriorEntry[]> {
    if (!this.#hadEntries) return []
    return priorEntries(this.#db, { action, ref, upTo: this.#lastEntryBefore })
  }

  /** The customer of a number; of a merged number the one to whom its records belong now. */
  customer(number: string): Promise<Customer | undefined> {
    return this.customers.byNumber(number)
  }

  async customerPackage(ref: string): Promise<CustomerPackage | undefined> {
    const known = this.#packs.byRef(ref)
    if (known) return known
    if (!this.#mayExist('add_to_package', ref)) return undefined
    return (await this.#readPacks({ ref }))[0]
  }

  async customerPackageById(id: number): Promise<CustomerPackage> {
    const pack = this.#packs.get(id) ?? (await this.#readPacks({ id }))[0]
    if (!pack) throw new Error(`there is no customer package ${id}`)
    return pack
  }

  /** The customer's earlier copies of the same package. */
  async copies(customerId: number, packageId: number): Promise<CustomerPackage[]> {
    const key = `${customerId}:${packageId}`
    const ids = this.#copiesRead.get(key)
    if (ids) return this.#packs.of(ids)
    const packs = this.#hadEntries || this.#madeRefs.size > 0 ? await this.#readPacks({ customerId, packageId }) : []
    this.#copiesRead.set(key, new Set(packs.map((pack) => pack.id)))
    return packs
  }

  /** All packages of a customer. For a wide action: what waits was written before. */
  packagesOf(customerId: number): Promise<CustomerPackage[]> {
    return this.#readPacks({ customerId })
  }

  /** The packages of others of which a customer is or was a member. For a wide action. */
  packagesFlownBy(memberId: number): Promise<CustomerPackage[]> {
    return this.#readPacks({ memberId })
  }

  async invoice(ref: string): Promise<Invoice | undefined> {
    const known = this.#invoices.get(ref)
    if (known) return known.invoice
    if (!this.#mayExist('invoice', ref)) return undefined
    const invoice = await readInvoice(this.#db, ref)
    if (invoice) {
      this.#invoices.set(ref, { invoice, made: null, payments: new Map(), changed: false })
      await this.#ledger.load(INVOICE_KINDS, invoice.id)
    }
    return invoice
  }

  /** The customer's account balance, in minor units. */
  async accountBalance(customerId: number): Promise<Cents> {
    const known = this.#accounts.get(customerId)
    if (known !== undefined) return known
    await this.#ledger.load(CUSTOMER_KINDS, customerId)
    const balance = cents(-this.#ledger.held('customer_account', customerId, 0).amount)
    this.#accounts.set(customerId, balance)
    return balance
  }

  /** How little a package holds at the end of any day from a day on. */
  packageCover(pack: CustomerPackage, day: BusinessDate): Promise<PackageCover> {
    return packageCover(this.#db, this.#recent, pack, day)
  }

  /** How little an account holds at the end of any day from a day on. */
  async accountCover(customerId: number, day: BusinessDate): Promise<Extreme> {
    return accountCover(this.#db, this.#recent, { id: customerId, now: await this.accountBalance(customerId) }, day)
  }

  /** The last day on which an account moved; null where it never did. For a wide action. */
  accountMovedOn(customerId: number): Promise<BusinessDate | null> {
    return accountMovedOn(this.#db, customerId)
  }

  /** What an action of this ref recorded, to be taken back; undefined where there is none. */
  async undoable(action: string, ref: string): Promise<Undoable | undefined> {
    if (!this.#mayExist(action, ref)) return undefined
    return undoableOf(this.#db, this.#recent, this.customers, { action, ref })
  }

  /** Takes an action into the books: the ledger's entry, and the states that follow from it. */
  async record(recording: Recording): Promise<number> {
    const { entry, adds, invoice, undoes, merges } = recording
    for (const { account } of entry.postings) {
      // Money that goes back finds its way to accounts that the action does not name.
      if (account.kind === 'customer_account') await this.accountBalance(account.owner)
      else if (account.owner === 0 && !this.#ledger.knows(SCHOOL_KINDS, 0)) await this.#ledger.load(SCHOOL_KINDS, 0)
    }
    if (adds) this.#add(adds)
    if (invoice) {
      if (!this.#invoices.has(invoice.ref)) this.#ledger.expectNew(INVOICE_KINDS, invoice.id)
      for (const { catalogueId } of invoice.lines)
        if (!this.#ledger.knows(SALES_KINDS, catalogueId)) await this.#ledger.load(SALES_KINDS, catalogueId)
    }
    const number = this.#ledger.append(entry)
    const made = this.#madeRefs.get(entry.action)
    if (made) made.add(entry.ref)
    else this.#madeRefs.set(entry.action, new Set([entry.ref]))
    this.#recent.add(number, entry, undoes ?? null)
    const touched = new Set([...entry.history.map(({ subject }) => subject), ...(recording.states?.keys() ?? [])])
    for (const id of touched) this.#change(id, recording)
    for (const { account, amount } of entry.postings) {
      if (account.kind === 'customer_account') this.#moveAccount(account.owner, amount)
    }
    if (invoice) this.#changeInvoice(invoice, recording, number)
    if (merges) this.#recent.merge({ ...merges, on: entry.date })
    return number
  }

  /** Writes everything recorded since the last flush. */
  async flush(db: WriteDb): Promise<void> {
    await this.#ledger.flush(db)
    const changes: BookChanges = {
      newPacks: this.#packs.of(this.#newPacks),
      changedPacks: this.#packs.of(this.#changedPacks).map((pack) => ({ pack, written: this.#packs.written(pack.id) })),
      restatedPacks: this.#packs.of(this.#restatedPacks),
      renamedPacks: this.#packs.of(this.#renamedPacks),
      invoices: [...this.#invoices.values()].filter(({ changed }) => changed),
      undone: this.#recent.undone,
      merges: this.#recent.merges,
      latest: this.#recent.latest,
    }
    await flushBooks(db, changes)
    const merged = this.#recent.merges.length > 0
    for (const { pack } of changes.changedPacks) this.#packs.wrote(pack)
    this.#newPacks = []
    this.#changedPacks.clear()
    this.#restatedPacks.clear()
    this.#renamedPacks.clear()
    this.#invoices = new Map()
    this.#recent.clear()
    if (merged || this.#packs.size > MOST_PACKS_KEPT) this.#forget()
  }

  /** Keeps a long import within memory, and what a merge moved true: what was written is read again when it is needed. */
  #forget(): void {
    this.#packs.clear()
    this.#copiesRead.clear()
    this.#accounts.clear()
    this.customers.clear()
    this.#ledger.forget()
  }

  /** Spares an import into an empty school the look-up of everything that it is about to make. */
  #mayExist(action: string, ref: string): boolean {
    return this.#hadEntries || this.#madeRefs.get(action)?.has(ref) === true
  }

  async #readPacks(choice: PackageChoice): Promise<CustomerPackage[]> {
    const read = await readCustomerPackages(this.#db, this.#ledger, choice)
    return read.map((pack) => this.#packs.keepRead(pack))
  }

  #add(pack: CustomerPackage): void {
    this.#ledger.expectNew(PACKAGE_KINDS, pack.id)
    this.#packs.keep(pack)
    this.#newPacks.push(pack.id)
    this.#copiesRead.get(`${pack.customerId}:${pack.packageId}`)?.add(pack.id)
  }

  #change(id: number, recording: Recording): void {
    const pack = this.#packs.get(id)
    if (!pack) throw new Error(`customer package ${id} was not read before it was posted to`)
    const after = afterRecording(applyPostings(pack, recording.entry.postings), recording)
    this.#packs.keep(after)
    this.#changedPacks.add(id)
    if (recording.states?.has(id) || (after.price !== pack.price && !recording.adds)) this.#restatedPacks.add(id)
    if (after.customerId !== pack.customerId) this.#renamedPacks.add(id)
  }

  #moveAccount(customerId: number, amount: number): void {
    this.#accounts.set(customerId, cents((this.#accounts.get(customerId) ?? 0) - amount))
  }

  #changeInvoice(invoice: Invoice, { entry }: Recording, entryNumber: number): void {
    const known = this.#invoices.get(invoice.ref)
    const made = known ? known.made : { date: entry.date, entryNumber }
    const payments = known?.payments ?? new Map<number, number>()
    for (const { payment } of invoice.payments.slice(known?.invoice.payments.length ?? 0))
      payments.set(payment, entryNumber)
    this.#invoices.set(invoice.ref, { invoice, made, payments, changed: true })
  }
}
