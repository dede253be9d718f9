import { describe, expect, it } from 'vitest'
import { likeCustomers } from '../../electron/reports/lists/like-customers.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const NOBODY = { name: '', email: '', phone: '' }

describe('a new customer who may be there already', () => {
  it.each([
    ['the name, without its accents', { name: 'Bjorn angstrom' }, ['C-004']],
    ['the name, the other way round', { name: 'Osei, Amelia' }, ['C-001']],
    ['the e-mail', { name: 'J. T.', email: 'JUN@example.test ' }, ['C-002']],
    ['the telephone, with other signs', { name: 'Mrs Nair', phone: '(555) 0105' }, ['C-005']],
    ['nothing but a first name', { name: 'Amelia' }, []],
    ['nothing written yet', {}, []],
  ])('is found by %s', async (_, typed, numbers) => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const found = await database.read((db) => likeCustomers(db, { ...NOBODY, ...typed }))
    expect(found.map(({ number }) => number)).toEqual(numbers)
  })
})
