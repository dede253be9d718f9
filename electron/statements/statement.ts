import type { Statement, StatementChoice, StatementPackage } from '../../shared/contract/statements.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { cents } from '../../shared/money.ts'
import { lineKind } from '../billing/catalogue-store.ts'
import { lastAction } from '../billing/records/last-action-store.ts'
import { readSchool, type SchoolTerms } from '../billing/school-store.ts'
import type { ReadDb } from '../storage/database.ts'
import { figureSentences } from '../reports/packages/explain.ts'
import { wholeHistory } from '../reports/packages/package-history.ts'
import { fingerprintOf, statementDigest } from './digest.ts'
import { pendingLines } from './pending-lines.ts'
import { statementPackage, type StatedPackage } from './statement-package.ts'

/** A statement with the whole digest of its numbers, of which the fingerprint shows the beginning. */
export interface MadeStatement {
  readonly statement: Statement
  readonly digest: string
}

/** What a statement rests on: a day, and the last entry that it takes in. */
export interface StatementBasis {
  readonly choice: StatementChoice
  /** the day on which it is made */
  readonly today: BusinessDate
  /** null: the ledger's last action */
  readonly head: { readonly number: number; readonly hash: string } | null
}

/** Makes the statement of a customer package, or of a customer with all packages. Refused: not_found. */
export async function makeStatement(db: ReadDb, basis: StatementBasis): Promise<Outcome<MadeStatement>> {
  const { choice, today } = basis
  const school = await readSchool(db)
  const head = basis.head ?? (await lastAction(db))
  if (!school || !head) return refused('not_found', 'Nothing is recorded yet that a statement could state.')
  const asOf = choice.asOf ?? today
  if (choice.from !== null && choice.from > asOf) {
    return refused('invalid_input', 'The activity would begin after the day of the statement.', {
      field: 'from',
      remedy: 'Write an earlier first day.',
    })
  }
  const found = await statedPackages(db, choice, asOf, head.number)
  if (!found.ok) return found
  const packages: StatementPackage[] = []
  for (const pack of found.value.packages) packages.push(await stated(db, pack, choice, asOf, head.number, school))
  const content = { asOf, from: choice.from, customer: found.value.customer, packages }
  const digest = statementDigest(content)
  const { name, address, currency, minorDigits, locale } = school
  return done({
    digest,
    statement: {
      number: null,
      date: today,
      school: { name, address, currency, minorDigits, locale },
      ...content,
      head: { entry: head.number, hash: head.hash },
      fingerprint: fingerprintOf(head.number, digest),
    },
  })
}

async function stated(
  db: ReadDb,
  pack: StatedPackage & { readonly id: number },
  choice: StatementChoice,
  asOf: BusinessDate,
  head: number,
  school: SchoolTerms,
): Promise<StatementPackage> {
  const rows = (await wholeHistory(db, pack.ref, asOf)).filter(({ entry }) => entry <= head)
  const made = statementPackage(pack, rows, choice.from)
  return {
    ...made,
    pending: await pendingLines(db, pack.id, asOf, head),
    inWords: choice.inWords ? figureSentences(made, rows, school) : [],
  }
}

/** The customer and the packages that a statement is about, as far as the ledger knew them on its day at an entry. */
async function statedPackages(db: ReadDb, { about }: StatementChoice, asOf: BusinessDate, head: number) {
  const rows = await db
    .selectFrom('customers as c')
    .leftJoin('customer_packages as p', 'p.customer_id', 'c.id')
    .leftJoin('packages as k', 'k.id', 'p.package_id')
    // A package sold later, even with an earlier day, is no part of a statement that was issued before.
    .leftJoin('history as h', (join) =>
      join
        .onRef('h.customer_package_id', '=', 'p.id')
        .on('h.action', '=', 'added_to_package')
        .on('h.entry_number', '<=', head),
    )
    .select(['c.number', 'c.name', 'c.email', 'c.phone'])
    .select(['p.id', 'p.ref', 'p.price', 'p.added', 'k.code', 'k.name as package_name', 'h.entry_number'])
    .where(about.of === 'package' ? 'p.ref' : 'c.number', '=', about.of === 'package' ? about.ref : about.number)
    .orderBy('p.id')
    .execute()
  const [first] = rows
  if (!first) {
    return about.of === 'package'
      ? refused('not_found', `There is no customer package ${about.ref}.`, { remedy: 'Check how it is written.' })
      : refused('not_found', `There is no customer with the number ${about.number}.`, {
          remedy: 'Check how it is written.',
        })
  }
  const packages: (StatedPackage & { id: number })[] = []
  for (const { id, ref, price, added, code, package_name, entry_number } of rows) {
    if (entry_number === null || id === null || ref === null || price === null || added === null || added > asOf)
      continue
    packages.push({
      id,
      ref,
      packageCode: code ?? '',
      packageName: package_name ?? '',
      added: businessDate(added),
      price: cents(price),
      lines: await linesOf(db, id),
    })
  }
  if (packages.length === 0) {
    return refused('not_found', `${first.name} had no such package on ${asOf}.`, {
      field: 'asOf',
      remedy: 'Choose a later day.',
    })
  }
  const { number, name, email, phone } = first
  return done({ customer: { number, name, email, phone }, packages })
}

async function linesOf(db: ReadDb, id: number): Promise<StatedPackage['lines']> {
  const rows = await db
    .selectFrom('customer_package_lines as l')
    .innerJoin('catalogue as c', 'c.code', 'l.code')
    .select(['l.line', 'l.code', 'c.name', 'c.kind'])
    .where('l.customer_package_id', '=', id)
    .orderBy('l.line')
    .execute()
  return rows.map(({ line, code, name, kind }) => ({ line, code, name, kind: lineKind(kind) }))
}
