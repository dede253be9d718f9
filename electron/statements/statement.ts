import type { Statement, StatementChoice, StatementPackage } from '../../shared/contract/statements.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { lastAction } from '../billing/records/last-action-store.ts'
import { readSchool, type SchoolTerms } from '../billing/school-store.ts'
import type { ReadDb } from '../storage/database.ts'
import { openInvoices } from '../reports/lists/open-invoices-store.ts'
import { namesAsOf, type NamesAsOf } from '../reports/names/names-as-of-store.ts'
import { figureSentences } from '../reports/packages/explain.ts'
import { wholeHistory } from '../reports/packages/package-history.ts'
import { fingerprintOf, statementDigest } from './digest.ts'
import { lastValidThen } from './last-valid-then-store.ts'
import { ownerAfter, readMerges, type Merge } from '../reports/names/owners-then-store.ts'
import type { PaidByPayer } from './payers-store.ts'
import { pendingLines } from './pending-lines-store.ts'
import { statedAccount } from './stated-account-store.ts'
import { statedPackages, wasOf, type FoundPackage, type Then } from './stated-packages-store.ts'
import { statedPaidFor } from './stated-paid-for-store.ts'
import { statementPackage } from './statement-package.ts'

/** A statement with the whole digest of its numbers, of which the fingerprint shows the beginning. */
export interface MadeStatement {
  readonly statement: Statement
  readonly digest: string
}

/** What a statement rests on: a day, and the last entry that it takes in. */
export interface StatementBasis {
  readonly choice: Omit<StatementChoice, 'notes' | 'short'> & {
    readonly notes?: boolean
    readonly short?: boolean
    /** whether the open invoices and the account are stated, too; of a customer they are where nothing is said */
    readonly account?: boolean
    /** whether the last valid days are stated; they are where nothing is said */
    readonly ends?: boolean
    /** whether what was paid for others is stated; of a customer it is where nothing is said */
    readonly paidFor?: boolean
  }
  /** the day on which it is made */
  readonly today: BusinessDate
  /** null: the ledger's last action */
  readonly head: { readonly number: number; readonly hash: string } | null
  /** the entry whose day gives the names; null: they are those of now, as a statement that is made now has them */
  readonly named?: number | null
  /** the merges of customers that were recorded since the head, where there is one; undefined: they are read */
  readonly merges?: readonly Merge[]
  /** every payment with a payer; undefined: they are read */
  readonly payments?: readonly PaidByPayer[]
}

/** Makes the statement of a customer package, or of a customer with all packages. Refused: not_found. */
export async function makeStatement(db: ReadDb, basis: StatementBasis): Promise<Outcome<MadeStatement>> {
  const { choice, today } = basis
  const school = await readSchool(db)
  const head = basis.head ?? (await lastAction(db))
  if (!school || !head) return refused('not_found', say('statements.nothing_is_recorded_yet_that_a'))
  const asOf = choice.asOf ?? today
  if (choice.from !== null && choice.from > asOf) {
    return refused('invalid_input', say('statements.the_activity_would_begin_after_the'), {
      field: 'from',
      remedy: say('statements.write_an_earlier_first_day'),
    })
  }
  const withAccount = choice.about.of === 'customer' && (choice.account ?? true)
  const merges = basis.head === null ? [] : (basis.merges ?? (await readMerges(db)))
  const then = { asOf, head: head.number, merges }
  const found = await statedPackages(db, choice, then)
  if (!found.ok) return found
  const { customerId } = found.value
  if (found.value.packages.length === 0 && !withAccount) return noPackageThen(found.value.name, asOf)
  const names = await namesAsOf(db, basis.named ?? null, {
    customers: [customerId],
    packages: found.value.packages.map(({ packageId }) => packageId),
    codes: found.value.packages.flatMap(({ lines }) => lines.map(({ code }) => code)),
  })
  const packages: StatementPackage[] = []
  for (const pack of found.value.packages) {
    packages.push(await stated(db, called(pack, names), { basis, asOf, head: head.number, school, names }))
  }
  const customer = names.customers.get(customerId)
  if (!customer) throw new Error('a statement of nobody')
  const whole = await ofCustomer(db, customerId, basis, then)
  const content = { asOf, from: choice.from, customer, packages, ...whole }
  const digest = statementDigest(content)
  const { currency, minorDigits, locale } = school
  return done({
    digest,
    statement: {
      number: null,
      date: today,
      school: { ...names.school, currency, minorDigits, locale },
      ...content,
      short: choice.short ?? false,
      head: { entry: head.number, hash: head.hash },
      fingerprint: fingerprintOf(head.number, digest),
    },
  })
}

/** A package and its lines by the names of the day on which the statement is made. */
function called(pack: FoundPackage, names: NamesAsOf): FoundPackage {
  return {
    ...pack,
    packageName: names.packages.get(pack.packageId) ?? pack.packageName,
    lines: pack.lines.map((line) => ({ ...line, name: names.items.get(line.code) ?? line.name })),
  }
}

interface StatedAt {
  readonly basis: StatementBasis
  readonly asOf: BusinessDate
  readonly head: number
  readonly school: SchoolTerms
  readonly names: NamesAsOf
}

async function stated(
  db: ReadDb,
  pack: FoundPackage,
  { basis: { choice }, asOf, head, school, names }: StatedAt,
): Promise<StatementPackage> {
  const rows = (await wholeHistory(db, pack.ref, asOf)).filter(({ entry }) => entry <= head)
  const lastValid = (choice.ends ?? true) ? await lastValidThen(db, pack.id, head) : null
  const made = { ...statementPackage(pack, rows, choice.from), lastValid }
  const pending = await pendingLines(db, pack.id, asOf, head)
  return {
    ...made,
    activity: made.activity.map((action) => ({ ...action, note: choice.notes === true ? action.note : '' })),
    pending: pending.map((line) => ({ ...line, name: names.items.get(line.code) ?? line.name })),
    inWords: choice.inWords ? figureSentences(made, rows, school) : [],
  }
}

/** What stands on the statement of a customer besides the packages; nulls on that of one package. */
async function ofCustomer(
  db: ReadDb,
  customerId: number,
  { choice, named = null, payments, ...basis }: StatementBasis,
  then: Then,
): Promise<Pick<Statement, 'invoices' | 'account' | 'paidFor'>> {
  const { from, notes = false } = choice
  const { asOf, head } = then
  const whole = choice.about.of === 'customer'
  const withAccount = whole && (choice.account ?? true)
  const merges = basis.merges ?? (await readMerges(db))
  return {
    invoices: withAccount ? await statedInvoices(db, customerId, then) : null,
    account: withAccount ? await statedAccount(db, customerId, { from, asOf, head, notes }) : null,
    paidFor:
      whole && (choice.paidFor ?? true)
        ? await statedPaidFor(db, customerId, { from, asOf, head, named, merges, payments })
        : null,
  }
}

async function statedInvoices(db: ReadDb, customerId: number, { asOf, head, merges }: Then) {
  const now = ownerAfter(merges, customerId)
  const open = await openInvoices(db, { asOf, head, customerId: now })
  const own = []
  for (const invoice of open) {
    if (await wasOf(db, merges, customerId, { action: 'invoice', ref: invoice.ref, head })) own.push(invoice)
  }
  return own.map(({ ref, date, total, due }) => ({ ref, date, total, due }))
}

function noPackageThen(name: string, asOf: BusinessDate): Outcome<never> {
  return refused('not_found', say('statements.name_had_no_such_package_on_asof', { name, asOf }), {
    field: 'asOf',
    remedy: say('statements.choose_a_later_day'),
  })
}
