import { ROLE_NAMES, type Role } from '../../../shared/permissions.ts'
import type { RecordChange } from '../../../shared/contract/records.ts'
import { say } from '../../../shared/words/say.ts'
import { recordHistory } from '../../reports/records/record-history.ts'
import type { ReadDb } from '../../storage/database.ts'
import { instant, section, yesNo, type PersonColumn, type PersonSection } from './section.ts'
import type { Whose } from './whose-store.ts'

/** The record with its changes, the users with theirs, and who may see the overview. */
export async function recordSections(db: ReadDb, whose: Whose): Promise<PersonSection[]> {
  const { customers, users } = whose
  const ids = users.map(({ id }) => id)
  return [
    section('record', say('person.record'), RECORD, await recordsOf(db, customers)),
    section('changes', say('person.changes'), CHANGES, await changesOf(db, 'customer', customers)),
    section('users', say('person.users'), USERS, await usersOf(db, ids)),
    section('user_changes', say('person.user_changes'), CHANGES, await changesOf(db, 'user', ids)),
    section('preferences', say('person.preferences'), PREFERENCES, await preferencesOf(db, ids)),
    section('seen_by', say('person.seen_by'), SEEN_BY, await seenBy(db, customers)),
  ]
}

function recordsOf(db: ReadDb, customers: readonly number[]) {
  return db.selectFrom('customers').selectAll().where('id', 'in', customers).orderBy('id').execute()
}

const RECORD: readonly PersonColumn<Awaited<ReturnType<typeof recordsOf>>[number]>[] = [
  { key: 'number', title: say('person.number'), kind: 'text', value: (row) => row.number },
  { key: 'name', title: say('person.name'), kind: 'text', value: (row) => row.name },
  { key: 'email', title: say('person.email'), kind: 'text', value: (row) => row.email },
  { key: 'phone', title: say('person.phone'), kind: 'text', value: (row) => row.phone },
  { key: 'address', title: say('person.address'), kind: 'text', value: (row) => row.address },
  { key: 'active', title: say('person.active'), kind: 'text', value: (row) => yesNo(row.active === 1) },
  { key: 'merged_on', title: say('person.merged_on'), kind: 'date', value: (row) => row.merged_on },
]

type Change = Omit<RecordChange, 'fields'> & { readonly field: RecordChange['fields'][number] | null }

/** Each field that a record changed, oldest first; of a user not the customers whose overviews it opens. */
async function changesOf(db: ReadDb, noun: 'customer' | 'user', ids: readonly number[]): Promise<Change[]> {
  const changes: Change[] = []
  for (const id of ids) {
    const history = await recordHistory(db, { noun, subjects: [String(id)] })
    for (const { fields, ...change } of history.toReversed()) {
      const own = fields.filter(({ label }) => label !== say('records.students'))
      changes.push(...own.map((field) => ({ ...change, field })))
      if (fields.length === 0) changes.push({ ...change, field: null })
    }
  }
  return changes
}

const CHANGES: readonly PersonColumn<Change>[] = [
  { key: 'entry', title: say('person.entry'), kind: 'count', value: (row) => row.entry },
  { key: 'at', title: say('person.at'), kind: 'text', value: (row) => row.at },
  { key: 'by', title: say('person.by'), kind: 'text', value: (row) => row.by },
  { key: 'how', title: say('person.how'), kind: 'text', value: (row) => say(`records.${row.how}`) },
  { key: 'field', title: say('person.field'), kind: 'text', value: (row) => row.field?.label ?? null },
  { key: 'before', title: say('person.before'), kind: 'text', value: (row) => row.field?.before ?? null },
  { key: 'after', title: say('person.after'), kind: 'text', value: (row) => row.field?.after ?? null },
]

function usersOf(db: ReadDb, ids: readonly number[]) {
  return db
    .selectFrom('users as u')
    .leftJoin('pins as p', 'p.user_id', 'u.id')
    .select(['u.username', 'u.name', 'u.role', 'u.active', 'u.password', 'p.user_id as pin'])
    .where('u.id', 'in', ids)
    .orderBy('u.id')
    .execute()
}

const USERS: readonly PersonColumn<Awaited<ReturnType<typeof usersOf>>[number]>[] = [
  { key: 'username', title: say('person.username'), kind: 'text', value: (row) => row.username },
  { key: 'name', title: say('person.name'), kind: 'text', value: (row) => row.name },
  { key: 'role', title: say('person.role'), kind: 'text', value: (row) => ROLE_NAMES[row.role as Role] },
  { key: 'active', title: say('person.active'), kind: 'text', value: (row) => yesNo(row.active === 1) },
  {
    key: 'has_password',
    title: say('person.has_password'),
    kind: 'text',
    value: (row) => yesNo(row.password !== null),
  },
  { key: 'has_pin', title: say('person.has_pin'), kind: 'text', value: (row) => yesNo(row.pin !== null) },
]

function preferencesOf(db: ReadDb, ids: readonly number[]) {
  return db
    .selectFrom('preferences as p')
    .innerJoin('users as u', 'u.id', 'p.user_id')
    .select(['u.username', 'p.name', 'p.value'])
    .where('p.user_id', 'in', ids)
    .orderBy('p.user_id')
    .orderBy('p.name')
    .execute()
}

const PREFERENCES: readonly PersonColumn<Awaited<ReturnType<typeof preferencesOf>>[number]>[] = [
  { key: 'username', title: say('person.username'), kind: 'text', value: (row) => row.username },
  { key: 'name', title: say('person.name'), kind: 'text', value: (row) => row.name },
  { key: 'value', title: say('person.value'), kind: 'text', value: (row) => row.value },
]

function seenBy(db: ReadDb, customers: readonly number[]) {
  return db
    .selectFrom('dashboard_access as d')
    .innerJoin('users as u', 'u.id', 'd.user_id')
    .select(['u.username', 'u.role'])
    .where('d.customer_id', 'in', customers)
    .orderBy('u.username')
    .execute()
}

const SEEN_BY: readonly PersonColumn<Awaited<ReturnType<typeof seenBy>>[number]>[] = [
  { key: 'username', title: say('person.username'), kind: 'text', value: (row) => row.username },
  { key: 'role', title: say('person.role'), kind: 'text', value: (row) => ROLE_NAMES[row.role as Role] },
]

/** Audit rows of the person's users, and those about them. */
export async function auditSection(db: ReadDb, { users }: Whose): Promise<PersonSection> {
  const names = users.map(({ username }) => username)
  const rows = await db
    .selectFrom('audit_list')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('username', 'in', names),
        eb('detail', 'in', names),
        ...names.map((name) => eb(eb.fn('substr', ['detail', eb.val(1), eb.val(name.length + 1)]), '=', `${name}:`)),
      ]),
    )
    .orderBy('id')
    .execute()
  // What a person did about other users, as an administrator may, is not of this person.
  const shown = rows.map((row) => ({ ...row, detail: namesAnother(row, names) ? '' : row.detail }))
  return section('audit', say('person.audit'), AUDIT, shown)
}

const ABOUT_USERS = ['user created', 'user changed', 'password set']

function namesAnother({ event, detail }: { event: string; detail: string }, names: readonly string[]): boolean {
  return ABOUT_USERS.includes(event) && !names.includes(detail.split(':')[0] ?? '')
}

interface AuditRow {
  readonly at: number
  readonly username: string
  readonly event: string
  readonly detail: string
}

const AUDIT: readonly PersonColumn<AuditRow>[] = [
  { key: 'at', title: say('person.at'), kind: 'text', value: (row) => instant(row.at) },
  { key: 'username', title: say('person.username'), kind: 'text', value: (row) => row.username },
  { key: 'event', title: say('person.event'), kind: 'text', value: (row) => row.event },
  { key: 'detail', title: say('person.detail'), kind: 'text', value: (row) => row.detail },
]
