import { expect, it } from 'vitest'
import { customersPage } from '../../electron/reports/lists/customers-list.ts'
import { likeCustomers } from '../../electron/reports/lists/like-customers.ts'
import { customerOverview } from '../../electron/reports/packages/customer-overview.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const ALL = { account: true, money: true, moneyOfOthers: true, transactions: true }

// In harrier, Carla Nobbs (K-4) became Carla Nobs (K-3) on February 12.
it('a record that was merged is no customer of its own: its words find the one that it belongs to, and it says so', async () => {
  const database = await emptySchool()
  await importFiles(database, schoolFiles('harrier'))
  await database.read(async (db) => {
    const found = async (search: string) =>
      (await customersPage(db, { search, active: true, after: null, limit: 50 })).rows.map(({ number }) => number)
    expect(await found('')).toEqual(['K-1', 'K-2', 'K-3', 'K-5', 'K-6'])
    expect(await found('Nobbs')).toEqual(['K-3'])
    expect(await found('K-4')).toEqual(['K-3'])
    expect(await found('carla')).toEqual(['K-3'])
    const like = await likeCustomers(db, { name: 'Nobbs, Carla', email: '', phone: '' })
    expect(like).toEqual([{ number: 'K-3', name: 'Carla Nobs' }])
    const overview = async (number: string) => {
      const outcome = await customerOverview(db, number, ALL, new Date('2026-11-25T12:00:00Z'))
      if (!outcome.ok) throw new Error(outcome.failure.message)
      return outcome.value
    }
    expect(await overview('K-4')).toMatchObject({
      mergedInto: { number: 'K-3', name: 'Carla Nobs', on: '2026-02-12' },
      mergedFrom: [],
      packages: [],
    })
    expect(await overview('K-3')).toMatchObject({
      mergedInto: null,
      mergedFrom: [{ number: 'K-4', name: 'Carla Nobbs' }],
    })
  })
})
