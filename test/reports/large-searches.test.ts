import { expect, it } from 'vitest'
import { businessDate } from '../../shared/dates.ts'
import { packagesPage } from '../../electron/reports/lists/packages-list.ts'
import type { Database } from '../../electron/storage/database.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

// What is found is collected and sorted where it is little, and where it is much the sorted list is walked; where
// little of what is walked was found, it is collected after all.
const FIRST = 6_600
const LAST = 4_300

/** A school whose list has first so many of one name, then so many of another, and two that are sorted between. */
async function largeSchool(): Promise<Database> {
  const names = [
    ...Array.from({ length: FIRST }, () => 'Abel Early'),
    'Mo Rare',
    'Mo Rare',
    ...Array.from({ length: LAST }, () => 'Zoe Late'),
  ]
  const number = (index: number) => `C-${String(index + 1).padStart(5, '0')}`
  const database = await emptySchool()
  const result = await importFiles(database, {
    'school.csv': 'name,currency,time_zone,locale,address\nLarge,USD,America/Denver,en-US,\n',
    'hour_types.csv': 'code,name,rate,tax_percent\nC172,Cessna,199.00,0\n',
    'items.csv': 'code,name,kind,price,tax_percent\n',
    'packages.csv': 'code,name,active\nBLOCK,Block of hours,yes\n',
    'package_lines.csv': 'package,code,quantity,rate\nBLOCK,C172,10,175\n',
    'users.csv': 'username,name,role\ndesk,Desk,front_desk\n',
    'customers.csv': `number,name,email,phone\n${names.map((name, at) => `${number(at)},${name},,\n`).join('')}`,
    'activity.csv': [
      'date,user,action,ref,customer,package,code,quantity,amount,method,status,to,note\n',
      ...names.map((_, at) => `2026-01-02,desk,add_to_package,CP-${at + 1},${number(at)},BLOCK,,,,,,,\n`),
    ].join(''),
  })
  expect(result.outcome).toBe('imported')
  return database
}

/** Refs of whole pages, from the first on but never of more than a few. */
async function found(
  database: Database,
  search: string,
  direction: 'ascending' | 'descending',
): Promise<readonly string[]> {
  const refs: string[] = []
  let after: string | null = null
  for (let pages = 0; pages < 3; pages++) {
    const choice = { search, status: null, sort: 'customer', direction, today: businessDate('2026-02-01') } as const
    const page = await database.read((db) => packagesPage(db, { ...choice, after, limit: 40 }))
    refs.push(...page.rows.map(({ ref }) => ref))
    after = page.next
    if (after === null) break
  }
  return refs
}

it('a search in a long list finds little and much, wherever it stands, in order and page by page', async () => {
  const database = await largeSchool()
  const refs = (from: number, count: number, step: 1 | -1 = 1) =>
    Array.from({ length: count }, (_, at) => `CP-${from + step * at}`)
  expect(await found(database, 'rare', 'ascending')).toEqual(refs(FIRST + 1, 2))
  expect(await found(database, 'early', 'ascending')).toEqual(refs(1, 120))
  expect(await found(database, 'late', 'ascending')).toEqual(refs(FIRST + 3, 120))
  expect(await found(database, 'late', 'descending')).toEqual(refs(FIRST + 2 + LAST, 120, -1))
  expect(await found(database, 'early', 'descending')).toEqual(refs(FIRST, 120, -1))
  expect(await found(database, 'block', 'ascending')).toEqual(refs(1, 120))
})
