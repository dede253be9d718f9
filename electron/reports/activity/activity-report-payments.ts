import type { PaymentsRow } from '../../../shared/contract/activity-report.ts'
import type { Period } from '../../../shared/contract/liability.ts'
import { tenderSchema, type Tender } from '../../../shared/contract/values.ts'
import { cents } from '../../../shared/money.ts'
import { CUSTOMER_KINDS, TENDER_KINDS } from '../../billing/account-names.ts'
import { BY_TENDER, MAY_FAIL } from '../../billing/moved-money.ts'
import type { ReadDb } from '../../storage/database.ts'

/** Payments and what went back in a period, by user and tender. */
export async function paymentsByUser(db: ReadDb, period: Period): Promise<PaymentsRow[]> {
  const rows = new Map<string, PaymentsRow>()
  const at = (userId: number, user: string, tender: Tender): PaymentsRow => {
    const key = `${userId} ${tender}`
    const row = rows.get(key) ?? { ...NOTHING, user, tender }
    rows.set(key, row)
    return row
  }
  const put = (userId: number, row: PaymentsRow) => rows.set(`${userId} ${row.tender}`, row)
  for (const { user_id, name, kind, payments, received, refunds, back } of await tenderSums(db, period)) {
    const row = at(user_id, name, tenderOf(kind))
    put(user_id, {
      ...row,
      payments,
      received: cents(received),
      refunds,
      givenBack: cents(-back),
      net: cents(received + back),
    })
  }
  for (const { user_id, name, document } of await failedPayments(db, period)) {
    const { given } = JSON.parse(document) as { given: { method?: unknown; status?: unknown } }
    if (given.status !== 'failed') continue
    const row = at(user_id, name, tenderSchema.parse(given.method))
    put(user_id, { ...row, failed: row.failed + 1 })
  }
  return [...rows.values()].toSorted((left, right) => (left.user < right.user ? -1 : left.user > right.user ? 1 : 0))
}

const NOTHING = {
  payments: 0,
  received: cents(0),
  refunds: 0,
  givenBack: cents(0),
  net: cents(0),
  failed: 0,
}

function tenderOf(kind: string): Tender {
  if (kind === 'customer_account') return 'account'
  return kind === 'package_drawn' ? 'package' : tenderSchema.parse(kind)
}

const OWN_KINDS = { account: CUSTOMER_KINDS, package: ['package_drawn'] } as const

/** The postings on the accounts that tenders have; debits are payments, credits what went back. */
function tenderSums(db: ReadDb, { from, to }: Period) {
  return db
    .selectFrom('entries as e')
    .innerJoin('postings as p', 'p.entry_number', 'e.number')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.user_id', 'u.name', 'a.kind'])
    .select(({ eb, fn, val }) => {
      const where = (side: '>' | '<', value: 'p.amount' | 1) =>
        fn.sum<number>(
          eb
            .case()
            .when('p.amount', side, 0)
            .then(value === 1 ? val(1) : eb.ref(value))
            .else(val(0))
            .end(),
        )
      return [
        where('>', 1).as('payments'),
        where('>', 'p.amount').as('received'),
        where('<', 1).as('refunds'),
        where('<', 'p.amount').as('back'),
      ]
    })
    .where(({ eb, or, and }) =>
      or([
        eb('a.kind', 'in', TENDER_KINDS),
        ...(['account', 'package'] as const).map((tender) =>
          and([
            eb('a.kind', 'in', OWN_KINDS[tender]),
            or([
              and([eb('p.amount', '>', 0), eb('e.action', 'in', BY_TENDER[tender].pays)]),
              and([eb('p.amount', '<', 0), eb('e.action', 'in', BY_TENDER[tender].goesBack)]),
            ]),
          ]),
        ),
      ]),
    )
    .where('e.date', '>=', from ?? '')
    .where('e.date', '<=', to)
    .groupBy(['e.user_id', 'a.kind'])
    .orderBy('u.name')
    .execute()
}

/** Payments that posted nothing: the failed ones among them say so. */
function failedPayments(db: ReadDb, { from, to }: Period) {
  return db
    .selectFrom('entries as e')
    .innerJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.user_id', 'u.name', 'e.document'])
    .where('e.action', 'in', MAY_FAIL)
    .where('e.date', '>=', from ?? '')
    .where('e.date', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('postings as p').select('p.place').whereRef('p.entry_number', '=', 'e.number'))),
    )
    .execute()
}
