import { PACKAGE_SORTS } from '../../../shared/contract/package-columns.ts'
import { businessDateAt } from '../../../shared/dates.ts'
import { cursorText } from '../../reports/lists/cursor.ts'
import { packagesPage } from '../../reports/lists/packages-list.ts'
import { packageBalance } from '../../reports/packages/package-balance.ts'
import { packageHistory } from '../../reports/packages/package-history.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import { LONG_HISTORY } from './bench-school.ts'
import { times, within, type BenchLine } from './line.ts'
import { alternating, at } from './timing.ts'

const RUNS = 100
const WARM_UP = 40
const SEARCH_RUNS = 100
/** A common word is one that more than this share of the packages have. */
const WORDS = [
  ['search_few', 'surname77', 5],
  ['search_tenth', 'zoe', 12],
  ['search_third', 'private', 12],
  ['search_all', 'surname', 12],
] as const

/** The readings of a page: of a school as large as was asked for, beside a small one. */
export async function readingLines(small: Database, large: Database): Promise<BenchLine[]> {
  const page = {
    search: '',
    status: null,
    today: businessDateAt(new Date(), 'UTC'),
    direction: 'ascending',
    after: null,
    limit: 50,
  } as const
  const list = (database: Database) => (run: number) => {
    const sort = PACKAGE_SORTS[run % PACKAGE_SORTS.length] ?? 'customer'
    return database.read((db) => packagesPage(db, { ...page, sort }))
  }
  const every = RUNS * PACKAGE_SORTS.length
  const [ofSmall, ofLarge] = await alternating(every, [list(small), list(large)], WARM_UP)
  const wallOf = (found: typeof ofSmall) => found?.wall ?? []
  const lines = [
    within('list', at(0.95, wallOf(ofLarge)), 1, 'ms'),
    times('list_beside_small', at(0.5, wallOf(ofLarge)), at(0.5, wallOf(ofSmall)), 1.3, 'ms'),
  ]
  for (const [key, search, goal] of WORDS) {
    const work = () => large.read((db) => packagesPage(db, { ...page, sort: 'customer', search }))
    const [found] = await alternating(SEARCH_RUNS, [work], 3)
    lines.push(within(key, at(0.95, wallOf(found)), goal, 'ms'))
  }
  const today = page.today
  const history = { ref: LONG_HISTORY, actions: [], figure: null, asOf: null, after: null, limit: 50 }
  const end = await large.read(lastPage)
  const [balances, first, last] = await alternating(
    RUNS * 2,
    [
      () => large.read((db) => packageBalance(db, LONG_HISTORY, null, today)),
      () => large.read((db) => packageHistory(db, history)),
      () => large.read((db) => packageHistory(db, { ...history, after: end })),
    ],
    WARM_UP,
  )
  return [
    ...lines,
    within('balances_of_one', at(0.95, wallOf(balances)), 0.2, 'ms'),
    within('history_first', at(0.95, wallOf(first)), 0.5, 'ms'),
    within('history_last', at(0.95, wallOf(last)), 0.5, 'ms'),
  ]
}

/** Where the last page of the long history begins. */
async function lastPage(db: ReadDb): Promise<string> {
  const row = await db
    .selectFrom('history as h')
    .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
    .select('h.entry_number as entry')
    .where('p.ref', '=', LONG_HISTORY)
    .orderBy('h.entry_number')
    .limit(1)
    .offset(50)
    .executeTakeFirst()
  return cursorText([row?.entry ?? Number.MAX_SAFE_INTEGER])
}
