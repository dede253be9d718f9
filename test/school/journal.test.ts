import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { exportHledger } from '../../electron/school/journal/export-hledger.ts'
import { exportJournalCsv } from '../../electron/school/journal/export-journal-csv.ts'
import type { Database, ReadDb } from '../../electron/storage/database.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { randomSchool } from '../model/random-school.ts'
import { emptySchool, importFiles, temporaryFolder } from '../temporary-school.ts'

const THERE = spawnSync('hledger', ['--version']).status === 0

/** Each row of the journal as a transaction of its own, against one account that must come to nothing. */
const RULES = `skip 1
fields date, number, account1, commodity, debit, credit, code, description
amount1-in %debit
amount1-out %credit
currency1 "%commodity"
account2 balance
newest-first no
date-format %Y-%m-%d
`

async function written(database: Database, parts: (db: ReadDb) => AsyncGenerator<string>): Promise<string> {
  const texts: string[] = []
  await database.read(async (db) => {
    for await (const part of parts(db)) texts.push(part)
  })
  return texts.join('')
}

function hledger(words: readonly string[]): string[][] {
  const { stdout, stderr, status } = spawnSync('hledger', [...words, '-O', 'csv'], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8' },
    maxBuffer: 2 ** 28,
  })
  expect(`${status} ${stderr}`).toBe('0 ')
  return (parse(stdout) as string[][]).slice(1)
}

interface JournalRow {
  readonly entry: string
  readonly account: string
  readonly commodity: string
  readonly debit: string
  readonly credit: string
}

function rowsOf(text: string): JournalRow[] {
  return parse(text, { columns: true }) as JournalRow[]
}

const schools = [
  ['the example school', kestrelFiles()],
  ['a generated school in USD', randomSchool(31, { customers: 6, actions: 300, currency: 'USD' }).files],
  ['a generated school in KWD', randomSchool(32, { customers: 6, actions: 300, currency: 'KWD' }).files],
] as const

describe.each(schools)('the general journal of %s', (_, files) => {
  it.each([true, false])(
    'has debits that equal credits in every entry and commodity (money only: %s)',
    async (moneyOnly) => {
      const database = await emptySchool()
      await importFiles(database, files)
      const rows = rowsOf(await written(database, (db) => exportJournalCsv(db, { moneyOnly })))
      expect(rows.length).toBeGreaterThan(20)
      const sums = new Map<string, number>()
      for (const { entry, commodity, debit, credit } of rows) {
        expect([debit, credit].filter((amount) => amount !== '')).toHaveLength(1)
        const amount = Number((debit || `-${credit}`).replace('.', ''))
        sums.set(`${entry} ${commodity}`, (sums.get(`${entry} ${commodity}`) ?? 0) + amount)
      }
      expect([...sums].filter(([, sum]) => sum !== 0)).toEqual([])
      if (moneyOnly) expect(new Set(rows.map(({ commodity }) => commodity)).size).toBe(1)
    },
  )

  it.skipIf(!THERE)('gives hledger the same closing balances as the hledger export (needs hledger)', async () => {
    const database = await emptySchool()
    await importFiles(database, files)
    const folder = temporaryFolder()
    const [journal, csv, rules] = ['ledger.journal', 'journal.csv', 'rules'].map((name) => join(folder, name))
    writeFileSync(journal!, await written(database, exportHledger))
    writeFileSync(csv!, await written(database, (db) => exportJournalCsv(db, { moneyOnly: false })))
    writeFileSync(rules!, RULES)
    const asked = ['bal', '--flat', '-N', '--layout=bare']
    const expected = hledger(['-f', journal!, ...asked])
    expect(expected.length).toBeGreaterThan(10)
    const found = hledger(['-f', csv!, '--rules-file', rules!, ...asked])
    const plain = (rows: string[][]) =>
      rows.map(([account, unit, amount]) => [account, unit, Number(amount)]).toSorted()
    expect(plain(found)).toEqual(plain(expected))
  })
})
