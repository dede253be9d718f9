import type { HistoryRow, PackageBalance } from '../../../shared/contract/packages.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { say } from '../../../shared/words/say.ts'
import { packageBalance } from '../../reports/packages/package-balance.ts'
import { wholeHistory } from '../../reports/packages/package-history.ts'
import type { ReadDb } from '../../storage/database.ts'
import { section, type PersonColumn, type PersonSection } from './section.ts'
import type { Whose } from './whose-store.ts'

/** Packages with their balances and histories, and who may fly from whose. */
export async function packageSections(db: ReadDb, whose: Whose, today: BusinessDate): Promise<PersonSection[]> {
  const packs = await db
    .selectFrom('customer_packages')
    .select(['ref', 'removed_on'])
    .where('id', 'in', whose.packages)
    .orderBy('id')
    .execute()
  const balances: Pack[] = []
  const history: (HistoryRow & { readonly pack: string })[] = []
  for (const { ref, removed_on } of packs) {
    const balance = await packageBalance(db, ref, null, today)
    if (!balance.ok) throw new Error(balance.failure.message)
    balances.push({ ...balance.value, removedOn: removed_on })
    history.push(...(await wholeHistory(db, ref, null)).map((row) => ({ ...row, pack: ref })))
  }
  const lines = balances.flatMap((pack) => pack.lines.map((line) => ({ ...line, pack: pack.ref })))
  return [
    section('packages', say('person.packages'), PACKAGES, balances),
    section('package_lines', say('person.package_lines'), LINES, lines),
    section('package_history', say('person.package_history'), HISTORY, history),
    section('memberships', say('person.memberships'), MEMBERSHIPS, await membershipsOf(db, whose)),
    section('members', say('person.members'), MEMBERS, await membersOf(db, whose)),
  ]
}

type Pack = PackageBalance & { readonly removedOn: string | null }
type Line = PackageBalance['lines'][number] & { readonly pack: string }

const PACKAGES: readonly PersonColumn<Pack>[] = [
  { key: 'reference', title: say('person.reference'), kind: 'text', value: (row) => row.ref },
  { key: 'package', title: say('person.package'), kind: 'text', value: (row) => row.packageName },
  { key: 'added', title: say('person.added'), kind: 'date', value: (row) => row.added },
  { key: 'status', title: say('person.status'), kind: 'text', value: (row) => row.status },
  { key: 'last_valid', title: say('person.last_valid'), kind: 'date', value: (row) => row.lastValid },
  { key: 'removed', title: say('person.removed'), kind: 'date', value: (row) => row.removedOn },
  { key: 'price', title: say('person.price'), kind: 'money', value: (row) => row.price },
  { key: 'paid', title: say('person.paid'), kind: 'money', value: (row) => row.paid },
  { key: 'owed', title: say('person.owed'), kind: 'money', value: (row) => row.owed },
  { key: 'funds', title: say('person.funds'), kind: 'money', value: (row) => row.funds },
]

const LINES: readonly PersonColumn<Line>[] = [
  { key: 'package', title: say('person.package'), kind: 'text', value: (row) => row.pack },
  { key: 'line', title: say('person.line'), kind: 'count', value: (row) => row.line },
  { key: 'code', title: say('person.code'), kind: 'text', value: (row) => row.code },
  { key: 'included', title: say('person.included'), kind: 'quantity', value: (row) => row.included },
  { key: 'used', title: say('person.used'), kind: 'quantity', value: (row) => row.used },
  { key: 'remaining', title: say('person.remaining'), kind: 'quantity', value: (row) => row.remaining },
  { key: 'pending', title: say('person.pending'), kind: 'quantity', value: (row) => row.pending },
  {
    key: 'money_remaining',
    title: say('person.money_remaining'),
    kind: 'money',
    value: (row) => row.dollarsRemaining,
  },
]

const HISTORY: readonly PersonColumn<HistoryRow & { readonly pack: string }>[] = [
  { key: 'package', title: say('person.package'), kind: 'text', value: (row) => row.pack },
  { key: 'entry', title: say('person.entry'), kind: 'count', value: (row) => row.entry },
  { key: 'date', title: say('person.date'), kind: 'date', value: (row) => row.date },
  { key: 'action', title: say('person.action'), kind: 'text', value: (row) => row.action },
  { key: 'reference', title: say('person.reference'), kind: 'text', value: (row) => row.ref },
  { key: 'amount', title: say('person.amount'), kind: 'money', value: (row) => row.amount },
  { key: 'paid_change', title: say('person.paid_change'), kind: 'money', value: (row) => row.paidChange },
  { key: 'funds_change', title: say('person.funds_change'), kind: 'money', value: (row) => row.fundsChange },
]

function membershipsOf(db: ReadDb, { customers, packages }: Whose) {
  return db
    .selectFrom('package_members as m')
    .innerJoin('customer_packages as p', 'p.id', 'm.customer_package_id')
    .select(['p.ref', 'm.from_date', 'm.until_date'])
    .where('m.customer_id', 'in', customers)
    .where('m.customer_package_id', 'not in', packages)
    .orderBy('m.from_date')
    .execute()
}

const MEMBERSHIPS: readonly PersonColumn<Awaited<ReturnType<typeof membershipsOf>>[number]>[] = [
  { key: 'package', title: say('person.package'), kind: 'text', value: (row) => row.ref },
  { key: 'from', title: say('person.from'), kind: 'date', value: (row) => row.from_date },
  { key: 'until', title: say('person.until'), kind: 'date', value: (row) => row.until_date },
]

function membersOf(db: ReadDb, { packages }: Whose) {
  return db
    .selectFrom('package_members as m')
    .innerJoin('customer_packages as p', 'p.id', 'm.customer_package_id')
    .select(['p.ref', 'm.from_date', 'm.until_date'])
    .where('m.customer_package_id', 'in', packages)
    .orderBy('m.customer_package_id')
    .orderBy('m.from_date')
    .execute()
}

/** Who they are is theirs. */
const MEMBERS: readonly PersonColumn<Awaited<ReturnType<typeof membersOf>>[number]>[] = [
  { key: 'package', title: say('person.package'), kind: 'text', value: (row) => row.ref },
  { key: 'who', title: say('person.who'), kind: 'text', value: () => say('person.another') },
  { key: 'from', title: say('person.from'), kind: 'date', value: (row) => row.from_date },
  { key: 'until', title: say('person.until'), kind: 'date', value: (row) => row.until_date },
]
