import { cents, type Cents } from '../../../shared/money.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { LedgerBatch } from '../../ledger/ledger-batch.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import { CUSTOMER_KINDS, INVOICE_KINDS, PACKAGE_KINDS, SALES_KINDS, TENDER_KINDS } from '../account-names.ts'
import type { OfferedPackage } from '../actions/add-to-package.ts'
import { applyPostings } from '../apply-postings.ts'
import { flushBooks, type BookChanges, type InvoiceChange } from './books-store.ts'
import { closedDaysOn, type ClosedDays } from '../closed-days-store.ts'
import { readCatalogue, readOfferedPackages, type CatalogueEntry } from '../catalogue-store.ts'
import { readCustomerPackages, type PackageChoice } from '../customer-package-store.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { readInvoice } from '../invoice-store.ts'
import type { Invoice } from '../invoice.ts'
import type { Recording } from './recording.ts'

const MOST_PACKS_KEPT = 20_000

/** What an import compares a row with. */
export interface PriorEntry {
  readonly date: string
  readonly user_id: number
  readonly note: string
  readonly document: string
}

export interface Customer {
  readonly id: number
  readonly number: string
  readonly name: string
}

/**
 * The nouns that one unit of work touches, read once and written once. A single action at the desk and an import of
 * 100,000 rows go through the same books.
 */
export class Books {
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>
  readonly offered: ReadonlyMap<string, OfferedPackage>
  readonly #db: ReadDb
  readonly #ledger: LedgerBatch
  readonly #customers = new Map<string, Customer>()
  readonly #packs = new Map<number, CustomerPackage>()
  readonly #packIdByRef = new Map<string, number>()
  /** `customer:package` whose earlier copies are all in #packs */
  readonly #copiesRead = new Map<string, Set<number>>()
  readonly #accounts = new Map<number, Cents>()
  readonly #closed = new Map<BusinessDate, ClosedDays | undefined>()
  #invoices = new Map<string, InvoiceChange>()
  #changedPacks = new Map<number, BusinessDate>()
  #newPacks: number[] = []
  /** `action:ref` recorded in these books */
  readonly #madeRefs = new Set<string>()
  readonly #lastEntryBefore: number
  #nextPack: number
  #nextInvoice: number

  private constructor(db: ReadDb, ledger: LedgerBatch, start: Awaited<ReturnType<typeof readStart>>) {
    this.#db = db
    this.#ledger = ledger
    this.catalogue = start.catalogue
    this.offered = start.offered
    this.#lastEntryBefore = ledger.lastNumber
    this.#nextPack = start.lastPack + 1
    this.#nextInvoice = start.lastInvoice + 1
  }

  /** Opens the books inside a transaction; one that only reads is enough for a preview. `now`: the instant of recording. */
  static async open(db: ReadDb, now: Date): Promise<Books> {
    const ledger = await LedgerBatch.begin(db, now)
    return new Books(db, ledger, await readStart(db))
  }

  get #hadEntries(): boolean {
    return this.#lastEntryBefore > 0
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
    if (this.#madeRefs.has(`${action}:${ref}`)) return true
    return this.#hadEntries && (await this.entriesOf(action, ref)).length > 0
  }

  /** What the ledger held of an action and a ref before these books were opened. */
  async entriesOf(action: string, ref: string): Promise<PriorEntry[]> {
    if (!this.#hadEntries) return []
    return this.#db
      .selectFrom('entries')
      .select(['date', 'user_id', 'note', 'document'])
      .where('ref', '=', ref)
      .where('action', '=', action)
      .where('number', '<=', this.#lastEntryBefore)
      .execute()
  }

  async customer(number: string): Promise<Customer | undefined> {
    const known = this.#customers.get(number)
    if (known) return known
    const row = await this.#db
      .selectFrom('customers')
      .select(['id', 'number', 'name'])
      .where('number', '=', number)
      .executeTakeFirst()
    if (row) this.#customers.set(number, row)
    return row
  }

  async customerPackage(ref: string): Promise<CustomerPackage | undefined> {
    const id = this.#packIdByRef.get(ref)
    if (id !== undefined) return this.#packs.get(id)
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
    if (ids) return [...ids].flatMap((id) => this.#packs.get(id) ?? [])
    const packs = this.#hadEntries || this.#madeRefs.size > 0 ? await this.#readPacks({ customerId, packageId }) : []
    this.#copiesRead.set(key, new Set(packs.map((pack) => pack.id)))
    return packs
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
    const balance = cents(-this.#ledger.amountOf('customer_account', customerId))
    this.#accounts.set(customerId, balance)
    return balance
  }

  /** Takes an action into the books: the ledger's entry, and the states that follow from its postings. */
  async record(recording: Recording): Promise<number> {
    const { entry, adds, invoice } = recording
    await this.#ledger.load(TENDER_KINDS, 0)
    if (adds) this.#add(adds)
    if (invoice) {
      if (!this.#invoices.has(invoice.ref)) this.#ledger.expectNew(INVOICE_KINDS, invoice.id)
      for (const line of invoice.lines) await this.#ledger.load(SALES_KINDS, line.catalogueId)
    }
    const number = this.#ledger.append(entry)
    this.#madeRefs.add(`${entry.action}:${entry.ref}`)
    const touched = new Set(entry.history.map(({ subject }) => subject))
    for (const id of touched) this.#change(id, recording)
    for (const { account, amount } of entry.postings) {
      if (account.kind === 'customer_account') this.#moveAccount(account.owner, amount)
    }
    if (invoice) this.#changeInvoice(invoice, recording, number)
    return number
  }

  /** Writes everything recorded since the last flush. */
  async flush(db: WriteDb): Promise<void> {
    await this.#ledger.flush(db)
    const changes: BookChanges = {
      newPacks: this.#newPacks.flatMap((id) => this.#packs.get(id) ?? []),
      changedPacks: [...this.#changedPacks].flatMap(([id, lastActivity]) => {
        const pack = this.#packs.get(id)
        return pack ? [{ pack, lastActivity }] : []
      }),
      invoices: [...this.#invoices.values()].filter(({ changed }) => changed),
    }
    await flushBooks(db, changes)
    this.#newPacks = []
    this.#changedPacks = new Map()
    this.#invoices = new Map()
    if (this.#packs.size > MOST_PACKS_KEPT) this.#forget()
  }

  /** Keeps a long import within memory: what was written is read again when it is needed. */
  #forget(): void {
    this.#packs.clear()
    this.#packIdByRef.clear()
    this.#copiesRead.clear()
    this.#accounts.clear()
    this.#ledger.forget()
  }

  /** Spares an import into an empty school the look-up of everything that it is about to make. */
  #mayExist(action: string, ref: string): boolean {
    return this.#hadEntries || this.#madeRefs.has(`${action}:${ref}`)
  }

  async #readPacks(choice: PackageChoice): Promise<CustomerPackage[]> {
    const read = await readCustomerPackages(this.#db, choice)
    const packs = read.map((pack) => this.#packs.get(pack.id) ?? pack)
    for (const pack of packs) {
      await this.#ledger.load(PACKAGE_KINDS, pack.id)
      this.#keep(pack)
    }
    return packs
  }

  #keep(pack: CustomerPackage): void {
    this.#packs.set(pack.id, pack)
    this.#packIdByRef.set(pack.ref, pack.id)
  }

  #add(pack: CustomerPackage): void {
    this.#ledger.expectNew(PACKAGE_KINDS, pack.id)
    this.#keep(pack)
    this.#newPacks.push(pack.id)
    this.#copiesRead.get(`${pack.customerId}:${pack.packageId}`)?.add(pack.id)
  }

  #change(id: number, { entry, removes }: Recording): void {
    const pack = this.#packs.get(id)
    if (!pack) throw new Error(`customer package ${id} was not read before it was posted to`)
    const after = applyPostings(pack, entry.postings)
    this.#packs.set(id, removes === id ? { ...after, removed: true } : after)
    const before = this.#changedPacks.get(id)
    this.#changedPacks.set(id, before && before > entry.date ? before : entry.date)
  }

  #moveAccount(customerId: number, amount: number): void {
    const balance = cents((this.#accounts.get(customerId) ?? 0) - amount)
    if (balance < 0) throw new Error(`the account of customer ${customerId} would go below zero`)
    this.#accounts.set(customerId, balance)
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

async function readStart(db: ReadDb) {
  const lastPack = await db
    .selectFrom('customer_packages')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const lastInvoice = await db.selectFrom('invoices').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return {
    catalogue: await readCatalogue(db),
    offered: await readOfferedPackages(db),
    lastPack: lastPack?.id ?? 0,
    lastInvoice: lastInvoice?.id ?? 0,
  }
}
