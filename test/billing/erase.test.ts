import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifySchool } from '../../electron/verification/verification.ts'
import { notOnServer, onServer } from '../of-the-file.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'

const ANN = { name: 'Annabel Unmistakable', email: 'annabel@unmistakable.example', phone: '555-0177', address: '' }

/** A former customer who was edited, signed in as a user, and has nothing left. */
async function former(): Promise<{ desk: Desk; session: string }> {
  const desk = await kestrelDesk()
  const session = await desk.signInAs('administrator')
  await desk.ask('customers.create', { number: 'C-090', ...ANN }, session)
  const user = {
    username: 'ann',
    name: ANN.name,
    role: 'customer' as const,
    customer: 'C-090',
    students: [] as string[],
  }
  await desk.ask('users.create', user, session)
  await desk.ask('customers.edit', { number: 'C-090', ...ANN, phone: '555-0188', active: false }, session)
  return { desk, session }
}

describe('a former customer is erased', () => {
  it('from the file to the last byte, and the chain still holds', async ({ skip }) => {
    skip(onServer, notOnServer('it reads the file; what stands in columns is in erase-everywhere.test.ts'))
    const { desk, session } = await former()
    const { database } = desk.application
    const preview = await desk.ask('customers.erasure', { number: 'C-090' }, session)
    expect(preview.sentence).toContain('3 texts')
    await database.settle()
    expect(readFileSync(database.file).includes('Unmistakable')).toBe(true)
    await desk.ask('customers.erase', { number: 'C-090' }, session)
    for (const suffix of ['', '-wal'])
      expect(readFileSync(`${database.file}${suffix}`).toString('latin1')).not.toMatch(/unmistakable|555-01[78]/i)
    const { checks } = await verifySchool(database, null)
    expect(checks.flatMap(({ findings }) => findings)).toEqual([])
    const { rows } = await desk.ask('customers.list', { search: 'C-090', active: null, after: null, limit: 1 }, session)
    expect(rows[0]).toMatchObject({ name: 'Former customer C-090', email: '', phone: '' })
    const { changes } = await desk.ask('customers.records', { number: 'C-090' }, session)
    expect(JSON.stringify(changes)).not.toMatch(/unmistakable/i)
    expect(changes[0]?.how).toBe('erased')
  })

  it('only where nothing is left, owed or open', async () => {
    const { desk, session } = await former()
    const refusal = async (number: string) => {
      const reply = await desk.send('customers.erase', { number }, session)
      return reply.ok ? null : reply.failure.code
    }
    expect(await refusal('C-001')).toBe('wrong_state')
    expect(await refusal('C-404')).toBe('not_found')
    expect(await refusal('C-090')).toBeNull()
  })

  it('and a text that comes back, or another one that goes, is found', async () => {
    const { desk, session } = await former()
    const { database } = desk.application
    const last = await database.read((db) =>
      db.selectFrom('texts').selectAll().orderBy('entry_number', 'desc').limit(1).executeTakeFirstOrThrow(),
    )
    await desk.ask('customers.erase', { number: 'C-090' }, session)
    await database.write((db) => db.insertInto('texts').values(last).execute())
    const { checks } = await verifySchool(database, null)
    expect(checks.flatMap(({ findings }) => findings.map(({ message }) => message))).toContain(
      `Text ${last.place} beside entry ${last.entry_number} is there, although it was erased.`,
    )
  })
})
