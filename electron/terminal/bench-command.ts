import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PACKAGE_SORTS } from '../../shared/contract/package-columns.ts'
import { businessDate, businessDateAt } from '../../shared/dates.ts'
import { hundredths } from '../../shared/quantity.ts'
import { say } from '../../shared/words/say.ts'
import { Books } from '../billing/books/books.ts'
import { perform } from '../billing/books/perform.ts'
import { billingTerms } from '../billing/terms.ts'
import { readSchool } from '../billing/school-store.ts'
import { packageBalance } from '../reports/packages/package-balance.ts'
import { packageHistory } from '../reports/packages/package-history.ts'
import { packagesPage } from '../reports/lists/packages-list.ts'
import { textTable } from '../documents/text-table.ts'
import { verifySchool } from '../verification/verification.ts'
import { importSchool } from '../school/csv/import-school.ts'
import type { Database, ReadDb } from '../storage/database.ts'
import { openDatabase } from '../storage/open-database.ts'
import { benchSchool, LONG_HISTORY } from './bench-school.ts'
import { EXIT, print, type ExitStatus, type Terminal } from './terminal.ts'

interface Figure {
  readonly what: string
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly unit: string
}

const SMALL_SCHOOL = 1_000
const RUNS = 200
const WARM_UP = 40

/** `bench [--enrollments N] [--entries M]`: the performance figures, on schools made for it in a folder of their own. */
export async function bench(terminal: Terminal, size: { enrollments: number; entries: number }): Promise<ExitStatus> {
  const folder = mkdtempSync(join(tmpdir(), 'blocktime-bench-'))
  try {
    terminal.err(`${say('command_line.making_bench_school', { count: size.enrollments })}\n`)
    const small = await openDatabase(join(folder, 'small'))
    const large = await openDatabase(join(folder, 'large'))
    await fill(small, Math.min(SMALL_SCHOOL, size.enrollments), 0)
    const importing = await fill(large, size.enrollments, size.entries)
    const figures = [importing, ...(await readings(small, large)), ...(await writings(large)), ...(await checks(large))]
    const counts = await large.read(async (db) => ({
      entries: await countOf(db, 'entries'),
      postings: await countOf(db, 'postings'),
    }))
    await Promise.all([small.close(), large.close()])
    const bytes = statSync(large.file).size
    const all = [
      ...figures,
      one(say('command_line.data_file_bytes_an_entry'), bytes / Math.max(1, counts.entries), ''),
      one(say('command_line.data_file_bytes_a_posting'), bytes / Math.max(1, counts.postings), ''),
      one(say('command_line.memory_of_this_process'), process.memoryUsage.rss() / 1e6, 'MB'),
    ]
    const rows = all.map(({ what, median, p95, p99, unit }) => [what, shown(median), shown(p95), shown(p99), unit])
    print(
      terminal,
      { ...size, figures: all },
      textTable(
        [say('command_line.what'), say('command_line.median'), 'p95', 'p99', say('command_line.unit')],
        rows,
        [1, 2, 3],
      ),
    )
    return EXIT.done
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function countOf(db: ReadDb, table: 'entries' | 'postings'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function fill(database: Database, enrollments: number, entries: number): Promise<Figure> {
  const school = benchSchool(enrollments, entries)
  const began = performance.now()
  const result = await database.write((db) =>
    importSchool(db, school, { userId: null, now: new Date() }, () => undefined),
  )
  if (result.outcome === 'refused') throw new Error(`the bench school is refused: ${result.errors[0]?.message}`)
  const seconds = (performance.now() - began) / 1000
  return one(
    say('command_line.import_actions_a_second_activity', { activity: result.imported.activity }),
    result.imported.activity / seconds,
    '',
  )
}

async function readings(small: Database, large: Database): Promise<Figure[]> {
  const page = {
    search: '',
    status: null,
    today: businessDateAt(new Date(), 'UTC'),
    direction: 'ascending',
    after: null,
    limit: 50,
  } as const
  const history = { ref: LONG_HISTORY, actions: [], figure: null, asOf: null, after: null, limit: 50 }
  const list = (database: Database) =>
    timed(RUNS * PACKAGE_SORTS.length, (run) => {
      const sort = PACKAGE_SORTS[run % PACKAGE_SORTS.length] ?? 'customer'
      return database.read((db) => packagesPage(db, { ...page, sort }))
    })
  const search = (text: string) =>
    timed(20, () => large.read((db) => packagesPage(db, { ...page, sort: 'customer', search: text })))
  return [
    figure(say('command_line.packages_list_every_sort_small_school', { number: SMALL_SCHOOL }), await list(small)),
    figure(say('command_line.packages_list_every_sort_all_packages'), await list(large)),
    figure(say('command_line.search_a_surname'), await search('surname77')),
    figure(say('command_line.search_a_tenth_of_all'), await search('zoe')),
    figure(say('command_line.search_a_third_of_all'), await search('private')),
    figure(
      say('command_line.package_balance_long_history'),
      await timed(RUNS, () => large.read((db) => packageBalance(db, LONG_HISTORY, null))),
    ),
    figure(
      say('command_line.history_page_first'),
      await timed(RUNS, () => large.read((db) => packageHistory(db, history))),
    ),
  ]
}

async function writings(database: Database): Promise<Figure[]> {
  const school = await database.read(readSchool)
  if (!school) throw new Error('the bench school is missing')
  const terms = billingTerms(school, new Date())
  const header = { date: businessDate('2026-01-02'), userId: 1, note: '' }
  const line = { package: LONG_HISTORY, code: 'C172', quantity: hundredths(130), note: '', amount: null }
  const times = await timed(RUNS, (run) =>
    database.write(async (db) => {
      const books = await Books.open(db, new Date())
      const ref = `BENCH-${run}`
      await perform(books, terms, { ...header, ref, action: 'invoice', customer: 'C-0000001', lines: [line] })
      await perform(books, terms, {
        ...header,
        ref,
        action: 'invoice_payment',
        amount: null,
        method: 'package',
        failed: false,
        payer: '',
      })
      await books.flush(db)
    }),
  )
  return [figure(say('command_line.posting_one_paid_invoice_durable'), times)]
}

async function checks(database: Database): Promise<Figure[]> {
  const grouped = await timed(3, () => database.read(groupedBalances))
  const whole = await timed(1, () => verifySchool(database, null))
  return [
    figure(say('command_line.balances_against_the_ledger_in_sql'), grouped),
    figure(say('command_line.verify_everything'), whole),
  ]
}

/** What a verification is measured against: every balance by one grouping of the postings. */
function groupedBalances(db: ReadDb): Promise<unknown> {
  return db
    .selectFrom('postings')
    .select('account_id')
    .select(({ fn }) => [fn.sum('quantity').as('quantity'), fn.sum('amount').as('amount')])
    .groupBy('account_id')
    .execute()
}

async function timed(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  // What a desk feels is a program that has been at work for a while.
  if (runs >= RUNS) for (let run = -WARM_UP; run < 0; run++) await work(runs - run)
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work(run)
    times.push(performance.now() - began)
  }
  return times.sort((left, right) => left - right)
}

function figure(what: string, times: readonly number[]): Figure {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { what, median: at(0.5), p95: at(0.95), p99: at(0.99), unit: 'ms' }
}

function one(what: string, value: number, unit: string): Figure {
  return { what, median: value, p95: value, p99: value, unit }
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(3)
}
