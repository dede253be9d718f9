import { describe, expect, it } from 'vitest'
import { CHAIN_START, entryHash } from '../../electron/ledger/hash-chain.ts'
import { LedgerBatch } from '../../electron/ledger/ledger-batch.ts'
import { ChainCheck } from '../../electron/verification/chain-check.ts'
import { businessDate } from '../../shared/dates.ts'
import { emptySchool } from '../temporary-school.ts'
import { textAsHashed } from '../../electron/ledger/half-sign.ts'
import type { EntryContent } from '../../electron/ledger/entry.ts'

const entry = (note: string): EntryContent => ({
  number: 1,
  date: '2026-01-05',
  recordedAt: 0,
  userId: 1,
  action: 'account_deposit',
  ref: 'D-1',
  note,
  document: '{}',
  opened: [],
  postings: [],
  history: [],
})
const hashOf = (note: string) => Buffer.from(entryHash(CHAIN_START, entry(note))).toString('hex')

describe('an entry that was hashed with half a sign', () => {
  it('is found whole again by the text that was hashed', () => {
    const hashed = hashOf('paid \ud83d late \ufffd')
    expect(textAsHashed('paid \ufffd late \ufffd', (text) => hashOf(text) === hashed)).toBe('paid \ud83d late \ufffd')
  })

  it('is not taken for whole where anything else was changed', () => {
    const hashed = hashOf('paid \ud83d late')
    expect(textAsHashed('Paid \ufffd late', (text) => hashOf(text) === hashed)).toBeUndefined()
    expect(textAsHashed('paid late', (text) => hashOf(text) === hashed)).toBeUndefined()
  })
})

describe('a ledger with such an entry of an earlier version', () => {
  it('is whole in its chain, and the entry is named', () => {
    const content = entry('paid \ud83d late')
    const hash = entryHash(CHAIN_START, content)
    const check = new ChainCheck(null)
    check.take({ content: { ...content, note: 'paid \ufffd late' }, hash, said: {} })
    expect(check.findings).toMatchObject([{ entry: 1, check: 'chain', harmless: true }])
    const changed = new ChainCheck(null)
    changed.take({ content: { ...content, note: 'paid \ufffd later' }, hash, said: {} })
    expect(changed.findings).toMatchObject([{ entry: 1, check: 'chain' }])
    expect(changed.findings[0]).not.toHaveProperty('harmless')
  })

  it('takes no further one: what is stored is read back before the commit', async () => {
    const database = await emptySchool()
    const appended = database.write(async (db) => {
      const batch = await LedgerBatch.begin(db, new Date(0))
      const { userId, action, ref, document } = entry('')
      batch.append({
        date: businessDate('2026-01-05'),
        userId,
        action,
        ref,
        document,
        note: 'paid \ud83d late',
        postings: [],
        history: [],
      })
      await batch.flush(db)
    })
    await expect(appended).rejects.toThrow('entry 1 is not stored as it was hashed')
    expect(await database.read((db) => db.selectFrom('entries').select('number').execute())).toEqual([])
  })
})
