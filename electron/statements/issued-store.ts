import { z } from 'zod'
import {
  statementChoiceSchema,
  type Statement,
  type StatementCheck,
  type StatementChoice,
} from '../../shared/contract/statements.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { keepRecord, nextId } from '../billing/records/keep-record-store.ts'
import type { ReadDb, WriteDb } from '../storage/database.ts'
import { sameFingerprint } from './digest.ts'
import { readMerges } from '../reports/names/owners-then-store.ts'
import { readPaidByPayers } from './payers-store.ts'
import { makeStatement, type StatementBasis } from './statement.ts'

const FIRST_NUMBER = 1_000
const PREFIX = 'ST-'

/** How a statement is numbered on paper. */
export function numberOf(id: number): string {
  return `${PREFIX}${FIRST_NUMBER + id}`
}

/** What number a person wrote, as `numberOf` has it or without its letters; undefined where it is none. */
export function idOf(number: string): number | undefined {
  const digits = /^(?:ST-?)?(\d{1,12})$/i.exec(number.trim())?.[1]
  return digits === undefined ? undefined : Number(digits) - FIRST_NUMBER
}

export interface Issuing {
  readonly choice: StatementChoice
  readonly today: BusinessDate
  /** null: by the command line */
  readonly userId: number | null
  readonly now: Date
}

/** Gives a statement a number and keeps what it rests on. Refused: not_found, invalid_input. */
export async function issueStatement(
  db: WriteDb,
  { choice, today, userId, now }: Issuing,
): Promise<Outcome<Statement>> {
  // The day is kept, so that the same statement comes out again later.
  const whole = choice.about.of === 'customer'
  const settled = { ...choice, asOf: choice.asOf ?? today, account: whole, ends: true, paidFor: whole }
  const made = await makeStatement(db, { choice: settled, today, head: null })
  if (!made.ok) return made
  const { statement, digest } = made.value
  const customer = await db
    .selectFrom('customers')
    .select('id')
    .where('number', '=', statement.customer.number)
    .executeTakeFirstOrThrow()
  const row = {
    id: await nextId(db, 'statements'),
    about: JSON.stringify(settled),
    customer_id: customer.id,
    date: today,
    issued_at: now.getTime(),
    user_id: userId,
    head_entry: statement.head.entry,
    head_hash: statement.head.hash,
    digest,
  }
  const number = numberOf(row.id)
  await keepRecord(db, { userId, now }, 'record_statement', number, [{ table: 'statements', rows: [row] }])
  return done({ ...statement, number })
}

/** What is kept of a choice. Statements that were issued before had no open invoices, no account, no last valid days and nothing that was paid for others. */
const issuedChoiceSchema = statementChoiceSchema.extend({
  account: z.boolean().default(false),
  ends: z.boolean().default(false),
  paidFor: z.boolean().default(false),
})
type IssuedChoice = z.output<typeof issuedChoiceSchema>

interface Issued {
  readonly id: number
  readonly number: string
  readonly choice: IssuedChoice
  readonly date: BusinessDate
  readonly head: { readonly number: number; readonly hash: string }
  readonly digest: string
}

/** An issued statement, made again as it was, whatever was recorded since. Refused: not_found, damaged. */
export async function issuedStatement(db: ReadDb, number: string): Promise<Outcome<Statement>> {
  const issued = await readIssued(db, number)
  if (!issued) return notIssued(number)
  const again = await madeAgain(db, issued)
  if (again.ok && again.value.valid) return done(again.value.statement)
  return refused('damaged', say('statements.statement_number_does_not_come_out_of', { number: issued.number }), {
    remedy: say('statements.run_the_verification_under_integrity'),
  })
}

/** Whether a statement on paper was issued here and still comes out of the ledger. */
export async function checkStatement(db: ReadDb, number: string, fingerprint: string): Promise<StatementCheck> {
  const issued = await readIssued(db, number)
  if (!issued) {
    return {
      outcome: 'unknown',
      words: [say('statements.this_school_never_issued_a_statement', { number })],
      statement: null,
    }
  }
  const again = await madeAgain(db, issued)
  if (!again.ok || !again.value.valid) {
    const words = [say('statements.the_ledger_no_longer_gives_the', { number: issued.number })]
    return { outcome: 'differs', words, statement: again.ok ? again.value.statement : null }
  }
  const { statement } = again.value
  if (fingerprint !== '' && !sameFingerprint(fingerprint, statement.fingerprint)) {
    const words = [
      say('statements.number_was_issued_with_the', { number: issued.number, fingerprint: statement.fingerprint }),
    ]
    return { outcome: 'differs', words, statement }
  }
  return { outcome: 'valid', words: await validWords(db, issued, statement), statement }
}

async function validWords(db: ReadDb, issued: Issued, statement: Statement): Promise<string[]> {
  const since = await db
    .selectFrom('history as h')
    .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
    .innerJoin('entries as e', 'e.number', 'h.entry_number')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(
      'p.ref',
      'in',
      statement.packages.map(({ ref }) => ref),
    )
    .where('e.number', '>', issued.head.number)
    .where('e.date', '<=', statement.asOf)
    .executeTakeFirstOrThrow()
  const words = [say('statements.number_is_valid_the_ledger_gives', { number: issued.number })]
  const count = Number(since.count)
  if (count > 0) {
    words.push(say('statements.since_issued', { count }))
  }
  return words
}

/** The numbers of issued statements that the ledger does not give again; empty where all of them stand. */
export async function brokenStatements(db: ReadDb): Promise<string[]> {
  const rows = await db.selectFrom('statements').select('id').orderBy('id').execute()
  const broken: string[] = []
  const read = { merges: await readMerges(db), payments: await readPaidByPayers(db) }
  for (const { id } of rows) {
    const number = numberOf(id)
    const issued = await readIssued(db, number)
    const again = issued && (await madeAgain(db, issued, read))
    if (!again?.ok || !again.value.valid) broken.push(number)
  }
  return broken
}

async function madeAgain(
  db: ReadDb,
  issued: Issued,
  read: Pick<StatementBasis, 'merges' | 'payments'> = {},
): Promise<Outcome<{ statement: Statement; valid: boolean }>> {
  const entry = await db
    .selectFrom('entries')
    .select('hash')
    .where('number', '=', issued.head.number)
    .executeTakeFirst()
  const made = await makeStatement(db, {
    choice: issued.choice,
    today: issued.date,
    head: issued.head,
    named: await entryOfIssue(db, issued.id),
    ...read,
  })
  if (!made.ok) return made
  const inChain = entry !== undefined && Buffer.from(entry.hash).toString('hex') === issued.head.hash
  return done({
    statement: { ...made.value.statement, number: issued.number },
    valid: inChain && made.value.digest === issued.digest,
  })
}

/** The entry that recorded it: it was made with the names of that moment. */
async function entryOfIssue(db: ReadDb, id: number): Promise<number | null> {
  const row = await db
    .selectFrom('record_mentions')
    .select('entry_number')
    .where('noun', '=', 'statement')
    .where('subject', '=', String(id))
    .orderBy('entry_number')
    .limit(1)
    .executeTakeFirst()
  return row?.entry_number ?? null
}

async function readIssued(db: ReadDb, number: string): Promise<Issued | undefined> {
  const id = idOf(number)
  if (id === undefined) return undefined
  const row = await db.selectFrom('statements').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return {
    id,
    number: numberOf(id),
    choice: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(issuedChoiceSchema)
      .parse(row.about),
    date: businessDate(row.date),
    head: { number: row.head_entry, hash: row.head_hash },
    digest: row.digest,
  }
}

function notIssued(number: string): Outcome<never> {
  return refused('not_found', say('statements.there_is_no_statement_number', { number }), {
    field: 'number',
    remedy: say('statements.check_how_it_is_written'),
  })
}
