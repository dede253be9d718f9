import { statementChoiceSchema } from '../../../shared/contract/statements.ts'
import { say } from '../../../shared/words/say.ts'
import { numberOf } from '../../statements/issued-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { instant, section, yesNo, type PersonColumn, type PersonSection } from './section.ts'
import { ownAccounts, type Whose } from './whose-store.ts'

/** The account's movements, the statements, the entries of the ledger, and what was reported of the payments. */
export async function moneySections(db: ReadDb, whose: Whose): Promise<PersonSection[]> {
  const entries = await entriesOf(db, whose)
  return [
    section('account', say('person.account'), ACCOUNT, await accountOf(db, whose)),
    section('statements', say('person.statements'), STATEMENTS, await statementsOf(db, whose)),
    section('entries', say('person.entries'), ENTRIES, entries),
    section(
      'reported',
      say('person.reported'),
      REPORTED,
      await reportedOf(
        db,
        entries.map(({ number }) => number),
      ),
    ),
  ]
}

/** Oldest first, with the balance after each. */
async function accountOf(db: ReadDb, { customers }: Whose) {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('postings as p', 'p.account_id', 'a.id')
    .innerJoin('entries as e', 'e.number', 'p.entry_number')
    .select(['e.number', 'e.date', 'e.action', 'p.amount'])
    .where('a.kind', '=', 'customer_account')
    .where('a.owner', 'in', customers)
    .orderBy('e.number')
    .orderBy('p.place')
    .execute()
  let balance = 0
  return rows.map((row) => {
    balance -= row.amount
    return { ...row, change: -row.amount, balance }
  })
}

const ACCOUNT: readonly PersonColumn<Awaited<ReturnType<typeof accountOf>>[number]>[] = [
  { key: 'entry', title: say('person.entry'), kind: 'count', value: (row) => row.number },
  { key: 'date', title: say('person.date'), kind: 'date', value: (row) => row.date },
  { key: 'action', title: say('person.action'), kind: 'text', value: (row) => row.action },
  { key: 'amount', title: say('person.amount'), kind: 'money', value: (row) => row.change },
  { key: 'balance', title: say('person.balance'), kind: 'money', value: (row) => row.balance },
]

function statementsOf(db: ReadDb, { customers }: Whose) {
  return db
    .selectFrom('statements as s')
    .leftJoin('users as u', 'u.id', 's.user_id')
    .select(['s.id', 's.about', 's.date', 's.issued_at', 's.head_entry', 's.digest', 'u.name'])
    .where('s.customer_id', 'in', customers)
    .orderBy('s.id')
    .execute()
}

type Issued = Awaited<ReturnType<typeof statementsOf>>[number]

const STATEMENTS: readonly PersonColumn<Issued>[] = [
  { key: 'number', title: say('person.number'), kind: 'text', value: (row) => numberOf(row.id) },
  { key: 'package', title: say('person.package'), kind: 'text', value: (row) => choiceOf(row).package },
  { key: 'as_of', title: say('person.as_of'), kind: 'date', value: (row) => choiceOf(row).asOf },
  { key: 'from', title: say('person.from'), kind: 'date', value: (row) => choiceOf(row).from },
  { key: 'at', title: say('person.at'), kind: 'text', value: (row) => instant(row.issued_at) },
  { key: 'by', title: say('person.by'), kind: 'text', value: (row) => row.name },
  { key: 'entry', title: say('person.entry'), kind: 'count', value: (row) => row.head_entry },
  { key: 'fingerprint', title: say('person.fingerprint'), kind: 'text', value: (row) => row.digest },
]

function choiceOf({ about: kept }: Issued) {
  const { about, asOf, from } = statementChoiceSchema.parse(JSON.parse(kept))
  return { package: about.of === 'package' ? about.ref : null, asOf, from }
}

/** Every entry that moved something of the person's, or whose record is about the person; each once. */
async function entriesOf(db: ReadDb, whose: Whose) {
  const { customers, users, packages, invoices } = whose
  const subjects = (ids: readonly number[]) => ids.map(String)
  return db
    .selectFrom('entries as e')
    .leftJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.number', 'e.date', 'e.recorded_at', 'e.action', 'e.ref', 'e.note', 'u.name'])
    .where((eb) =>
      eb.or([
        eb(
          'e.number',
          'in',
          eb.selectFrom('postings').select('entry_number').where('account_id', 'in', ownAccounts(db, whose)),
        ),
        eb(
          'e.number',
          'in',
          eb.selectFrom('history').select('entry_number').where('customer_package_id', 'in', packages),
        ),
        eb('e.number', 'in', eb.selectFrom('invoices').select('entry_number').where('id', 'in', invoices)),
        eb(
          'e.number',
          'in',
          eb.selectFrom('invoice_payments').select('entry_number').where('invoice_id', 'in', invoices),
        ),
        eb(
          'e.number',
          'in',
          eb
            .selectFrom('record_mentions')
            .select('entry_number')
            .where((or) =>
              or.or([
                or.and([or('noun', '=', 'customer'), or('subject', 'in', subjects(customers))]),
                or.and([or('noun', '=', 'user'), or('subject', 'in', subjects(users.map(({ id }) => id)))]),
              ]),
            ),
        ),
      ]),
    )
    .orderBy('e.number')
    .execute()
}

const ENTRIES: readonly PersonColumn<Awaited<ReturnType<typeof entriesOf>>[number]>[] = [
  { key: 'entry', title: say('person.entry'), kind: 'count', value: (row) => row.number },
  { key: 'date', title: say('person.date'), kind: 'date', value: (row) => row.date },
  { key: 'recorded', title: say('person.recorded'), kind: 'text', value: (row) => instant(row.recorded_at) },
  { key: 'action', title: say('person.action'), kind: 'text', value: (row) => row.action },
  { key: 'reference', title: say('person.reference'), kind: 'text', value: (row) => row.ref },
  { key: 'by', title: say('person.by'), kind: 'text', value: (row) => row.name },
  { key: 'note', title: say('person.note'), kind: 'text', value: (row) => row.note },
]

/** Lines of banks and processors that were settled with these payments. What others paid in the same sum is not shown. */
async function reportedOf(db: ReadDb, entries: readonly number[]) {
  const own = new Set(entries)
  const settled = await db
    .selectFrom('reconcile_settled_payments as p')
    .innerJoin('reconcile_settlements as s', 's.id', 'p.settlement_id')
    .leftJoin('reconcile_reopenings as r', 'r.settlement_id', 's.id')
    .select(['p.settlement_id', 'p.entry_number', 's.note', 'r.reopened_at'])
    .execute()
  const bySettlement = Map.groupBy(settled, (row) => row.settlement_id)
  const theirs = [...bySettlement].filter(([, rows]) => rows.some(({ entry_number }) => own.has(entry_number)))
  const lines = await db
    .selectFrom('reconcile_settled_lines as t')
    .innerJoin('reconcile_lines as l', 'l.id', 't.line_id')
    .innerJoin('reconcile_sources as o', 'o.id', 'l.source_id')
    .selectAll('l')
    .select(['t.settlement_id', 'o.name as source'])
    .where(
      't.settlement_id',
      'in',
      theirs.map(([id]) => id),
    )
    .orderBy('l.id')
    .execute()
  return lines.map((line) => {
    const rows = bySettlement.get(line.settlement_id) ?? []
    const alone = rows.every(({ entry_number }) => own.has(entry_number))
    const { source, date } = line
    const openedAgain = rows.some(({ reopened_at }) => reopened_at !== null)
    const note = rows[0]?.note ?? ''
    if (!alone)
      return {
        source,
        date,
        openedAgain,
        amount: null,
        reference: '',
        name: '',
        text: say('person.with_others'),
        note: '',
      }
    const { amount, reference, name, text } = line
    return { source, date, openedAgain, amount, reference, name, text, note }
  })
}

const REPORTED: readonly PersonColumn<Awaited<ReturnType<typeof reportedOf>>[number]>[] = [
  { key: 'source', title: say('person.source'), kind: 'text', value: (row) => row.source },
  { key: 'date', title: say('person.date'), kind: 'date', value: (row) => row.date },
  { key: 'amount', title: say('person.amount'), kind: 'money', value: (row) => row.amount },
  { key: 'reference', title: say('person.reference'), kind: 'text', value: (row) => row.reference },
  { key: 'name', title: say('person.name'), kind: 'text', value: (row) => row.name },
  { key: 'text', title: say('person.text'), kind: 'text', value: (row) => row.text },
  { key: 'note', title: say('person.note'), kind: 'text', value: (row) => row.note },
  { key: 'opened_again', title: say('person.opened_again'), kind: 'text', value: (row) => yesNo(row.openedAgain) },
]
