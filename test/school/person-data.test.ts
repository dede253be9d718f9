import { describe, expect, it } from 'vitest'
import { readSchool } from '../../electron/billing/school-store.ts'
import { personData } from '../../electron/school/person/person-data.ts'
import { PERSON_TABLES } from './person-tables.ts'
import type { Database } from '../../electron/storage/database.ts'
import { businessDate } from '../../shared/dates.ts'
import { kestrelDesk } from '../calls/desk.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'
import { tablesOf } from '../schema-of.ts'
import { unzipped } from '../unzipped.ts'

const TODAY = businessDate('2026-11-30')
const NOW = new Date('2026-12-01T12:00:00Z')

interface Held {
  readonly customer: string
  readonly [section: string]: unknown
}

async function heldOf(database: Database, number: string): Promise<{ text: string; json: Held }> {
  const data = await database.read(async (db) => {
    const school = await readSchool(db)
    if (!school) throw new Error('no school')
    return personData(db, number, { school, today: TODAY, now: NOW })
  })
  if (!data.ok) throw new Error(data.failure.message)
  const { files } = data.value
  return {
    text: files.get('what-is-held.txt') ?? '',
    json: JSON.parse(files.get('what-is-held.json') ?? '') as Held,
  }
}

describe('what is held of one customer', () => {
  it('comes from every table of the schema, or there is a reason why not', async () => {
    expect(tablesOf(await emptySchool())).toEqual(Object.keys(PERSON_TABLES).toSorted())
    const database = await emptySchool()
    await importFiles(database, schoolFiles('harrier'))
    const [customer] = await database.read((db) => db.selectFrom('customers').select('number').orderBy('id').execute())
    const { json } = await heldOf(database, customer?.number ?? '')
    const sections = Object.values(PERSON_TABLES).flatMap((held) => ('in' in held ? held.in : []))
    expect(Object.keys(json)).toEqual(expect.arrayContaining([...new Set(sections)]))
  })

  it.each(['harrier', 'kestrel', 'wide-usd'])(
    'of every customer of %s the own numbers, and nothing of the others',
    async (name) => {
      const database = await emptySchool()
      await importFiles(database, schoolFiles(name))
      const customers = await database.read((db) => db.selectFrom('customers').selectAll().execute())
      const notes = await database.read((db) => db.selectFrom('entries').select('note').execute())
      for (const { number, name: own, id, merged_into } of customers.slice(0, 12)) {
        const { text, json } = await heldOf(database, number)
        const others = customers.filter(
          (other) => other.id !== id && other.merged_into !== id && other.id !== merged_into && other.name !== own,
        )
        // What somebody wrote in a remark is what was written about this customer's business.
        const typed = notes.map(({ note }) => note).join('\n')
        for (const other of others.filter((each) => !typed.includes(each.name) && !own.includes(each.name))) {
          expect(text, `${number} sees ${other.number}`).not.toContain(other.name)
          if (other.email !== '') expect(text).not.toContain(other.email)
        }
        const packages = await database.read((db) =>
          db
            .selectFrom('customer_packages as p')
            .innerJoin('customers as c', 'c.id', 'p.customer_id')
            .select('p.ref')
            .where('c.number', '=', json.customer)
            .execute(),
        )
        expect(json['packages']).toHaveLength(packages.length)
        for (const { ref } of packages) expect(text).toContain(ref)
      }
    },
  )

  it('has the record, the users without secrets, and what the audit list says of them', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const user = { username: 'sam', name: 'Sam Student', role: 'customer' as const, customer: 'C-001', students: [] }
    await desk.ask('users.create', user, session)
    await desk.ask('users.setPassword', { username: 'sam', password: 'a secret of the door' }, session)
    const { json, text } = await heldOf(desk.application.database, 'C-001')
    expect(json['users']).toEqual([expect.objectContaining({ username: 'sam', has_password: 'yes', has_pin: 'no' })])
    expect(json['audit']).toEqual([
      expect.objectContaining({ event: 'user created', detail: 'sam' }),
      expect.objectContaining({ event: 'password set', detail: 'sam' }),
    ])
    expect(JSON.stringify(json)).not.toMatch(/scrypt|a secret of the door/)
    expect(text).toContain('Sam Student')
  })

  it('comes from the window as one archive, for those who see all customers and their money', async () => {
    const desk = await kestrelDesk()
    const file = await desk.ask('customers.allData', { number: 'C-001' }, await desk.signInAs('billing'))
    expect(file.name).toBe('customer_C-001.zip')
    const files = unzipped(Buffer.from(file.content, 'base64'))
    expect([...files.keys()]).toEqual(['what-is-held.txt', 'what-is-held.json'])
    expect(files.get('what-is-held.txt')).toContain('C-001')
    const refused = await desk.send('customers.allData', { number: 'C-001' }, await desk.signInAs('instructor'))
    expect(refused).toMatchObject({ ok: false, failure: { code: 'not_permitted' } })
    const missing = await desk.send('customers.allData', { number: 'C-404' }, await desk.signInAs('billing'))
    expect(missing).toMatchObject({ ok: false, failure: { code: 'not_found', field: 'number' } })
  })
})
