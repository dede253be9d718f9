import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { exportHledger } from '../../electron/school/journal/export-hledger.ts'
import type { Database } from '../../electron/storage/database.ts'
import { engineBalances } from '../model/engine.ts'
import { temporaryFolder } from '../temporary-school.ts'

export const HLEDGER_IS_THERE = spawnSync('hledger', ['--version']).status === 0

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

/** That hledger over the exported journal gives the balances that the engine gives. */
export async function hledgerAgrees(database: Database): Promise<void> {
  expect(await hledgerBalances(database)).toEqual(await expectedBalances(database))
}
