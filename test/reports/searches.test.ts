import { describe, expect, it } from 'vitest'
import { businessDate } from '../../shared/dates.ts'
import { editCustomer } from '../../electron/billing/customer-store.ts'
import { customersPage } from '../../electron/reports/lists/customers-list.ts'
import { invoicesPage } from '../../electron/reports/lists/invoices-list.ts'
import { packagesCount, packagesPage } from '../../electron/reports/lists/packages-list.ts'
import type { Database } from '../../electron/storage/database.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles, RECORDED } from '../temporary-school.ts'

const TODAY = businessDate('2026-02-01')

/** The example school with names that are typed otherwise than they are written. */
async function schoolWithNames(): Promise<Database> {
  const database = await emptySchool()
  const files = kestrelFiles()
  const customers = (files['customers.csv'] ?? '')
    .replace('Amelia Osei', "Sean O'Connor")
    .replace('Jun Tanaka', 'Lech Wałęsa')
    .replace('Björn Ångström', 'Søren Straße')
  await importFiles(database, { ...files, 'customers.csv': customers })
  return database
}

async function foundBy(database: Database, search: string): Promise<Record<string, string[]>> {
  return database.read(async (db) => {
    const list = {
      search,
      status: null,
      sort: 'customer',
      direction: 'ascending',
      today: TODAY,
      after: null,
      limit: 50,
    } as const
    const packages = (await packagesPage(db, list)).rows
    expect(await packagesCount(db, { search, status: null, today: TODAY })).toBe(packages.length)
    const customers = await customersPage(db, { search, active: null, after: null, limit: 50 })
    const invoices = await invoicesPage(db, { search, status: null, after: null, limit: 50 })
    const numbers = (rows: readonly { readonly customerNumber: string }[]) => [
      ...new Set(rows.map(({ customerNumber }) => customerNumber)),
    ]
    return {
      packages: numbers(packages),
      customers: customers.rows.map(({ number }) => number),
      invoices: numbers(invoices.rows),
    }
  })
}

describe('every search', () => {
  it.each([
    ['OConnor', 'C-001'],
    ['o’con', 'C-001'],
    ['connor sean', 'C-001'],
    ['walesa', 'C-002'],
    ['WAŁĘSA', 'C-002'],
    ['soren', 'C-004'],
    ['soeren strasse', 'C-004'],
  ])('finds by %s the customer %s', async (search, number) => {
    const found = await foundBy(await schoolWithNames(), search)
    expect(found).toEqual({ packages: [number], customers: [number], invoices: [number] })
  })

  it.each(['…', '%', '"', '(', ' - '])('of nothing but signs finds nothing: %s', async (search) => {
    expect(await foundBy(await schoolWithNames(), search)).toEqual({ packages: [], customers: [], invoices: [] })
  })

  it('follows a name that is changed', async () => {
    const database = await schoolWithNames()
    const customer = { number: 'C-001', name: 'Ægidius d’Angelo', email: '', phone: '', address: '', active: true }
    await database.write((db) => editCustomer(db, { userId: null, now: RECORDED }, customer))
    expect((await foundBy(database, 'aegidius dangelo'))['packages']).toEqual(['C-001'])
    expect((await foundBy(database, 'oconnor'))['packages']).toEqual([])
  })
})
