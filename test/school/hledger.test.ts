import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { exportHledger } from '../../electron/school/journal/export-hledger.ts'
import type { Database } from '../../electron/storage/database.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { engineBalances } from '../model/engine.ts'
import { randomSchool } from '../model/random-school.ts'
import { emptySchool, importFiles, temporaryFolder } from '../temporary-school.ts'

const THERE = spawnSync('hledger', ['--version']).status === 0

/** What hledger makes of the exported journal: balance by account. */
async function hledgerBalances(database: Database): Promise<Map<string, string>> {
  const parts: string[] = []
  await database.read(async (db) => {
    for await (const part of exportHledger(db)) parts.push(part)
  })
  const file = join(temporaryFolder(), 'school.journal')
  writeFileSync(file, parts.join(''))
  const asked = ['-f', file, 'bal', '--flat', '-N', '-O', 'csv', 'packages', 'accounts', 'hours']
  const { stdout, stderr, status } = spawnSync('hledger', asked, {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8' },
  })
  expect(`${status} ${stderr}`).toBe('0 ')
  const [, ...rows] = parse(stdout) as string[][]
  return new Map(rows.map(([account, balance]) => [account ?? '', (balance ?? '').split(' ')[0] ?? '']))
}

/** The same, from the engine: funds and accounts as credit balances, remaining quantities as positive ones; no zeros. */
async function expectedBalances(database: Database): Promise<Map<string, string>> {
  const { packages, accounts } = await engineBalances(database)
  const negative = (amount: string) => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`)
  const all: [string, string][] = [
    ...accounts.map(({ customer, balance }): [string, string] => [`accounts:${customer}`, negative(balance)]),
    ...packages.flatMap(({ ref, funds, lines }): [string, string][] => [
      [`packages:${ref}:funds`, negative(funds)],
      ...lines.map(({ code, remaining }): [string, string] => [`hours:${ref}:${code}`, remaining]),
    ]),
  ]
  return new Map(all.filter(([, balance]) => !/^-?0(\.0+)?$/.test(balance)))
}

describe.skipIf(!THERE)('hledger over the exported journal agrees with the balances (needs hledger)', () => {
  it('of the example school', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    expect(await hledgerBalances(database)).toEqual(await expectedBalances(database))
  })

  it.each(['harrier', 'wide-usd', 'wide-jpy', 'wide-kwd'])('of the school %s', async (name) => {
    const database = await emptySchool()
    await importFiles(database, schoolFiles(name))
    expect(await hledgerBalances(database)).toEqual(await expectedBalances(database))
  })

  it.each(['USD', 'JPY', 'KWD'])('of a generated school in %s', async (currency) => {
    const database = await emptySchool()
    await importFiles(database, randomSchool(7, { customers: 6, actions: 300, currency }).files)
    expect(await hledgerBalances(database)).toEqual(await expectedBalances(database))
  })
})
