import { done, refused, type Outcome } from '../../../shared/failure.ts'
import type { RecordChange } from '../../../shared/contract/records.ts'
import { say } from '../../../shared/words/say.ts'
import { eraseCustomer, previewErasure, type Erasure } from '../../billing/records/erase-store.ts'
import type { RecordNoun } from '../../billing/records/record-tables.ts'
import { recordHistory } from '../../reports/records/record-history.ts'
import type { Database, ReadDb, WriteDb } from '../../storage/database.ts'
import { signed, type Implementations } from '../implementation.ts'
import { subjectOf } from '../../reports/records/subjects-store.ts'

/** The histories of what a school knows. */
export function recordsImplementations(
  database: Database,
): Implementations<
  `${'customers' | 'catalogue' | 'offers' | 'users' | 'school'}.records` | `customers.${'erase' | 'erasure'}`
> {
  return {
    ...histories,
    'customers.erasure': async ({ db }, { number }) => inWords(await previewErasure(db, number)),
    'customers.erase': {
      prepare: async ({ user, now }, { number }) =>
        done({
          record: async (db: WriteDb) => {
            const erased = await eraseCustomer(db, signed(user, now), number)
            return inWords(erased.ok ? done({ ...erased.value, name: '' }) : erased)
          },
          // What was erased must not lie on in the log of what was written last.
          recorded: () => database.settle(),
        }),
    },
  }
}

function inWords(erasure: Outcome<Erasure>): Outcome<{ number: string; name: string; sentence: string }> {
  if (!erasure.ok) return erasure
  const { number, name, users, texts } = erasure.value
  const names = users.join(', ')
  return done({
    number,
    name,
    sentence: say('records.erase_preview', { count: texts.length, users: users.length, names, number }),
  })
}

const histories: Implementations<`${'customers' | 'catalogue' | 'offers' | 'users' | 'school'}.records`> = {
  'customers.records': async ({ db }, { number }) =>
    historyOf(db, 'customer', await subjectOf(db, 'customers', number)),
  // Rates in time name their code.
  'catalogue.records': async ({ db }, { code }) =>
    historyOf(db, 'catalogue', await subjectOf(db, 'catalogue', code), code),
  'offers.records': async ({ db }, { code }) => historyOf(db, 'package', await subjectOf(db, 'packages', code)),
  'users.records': async ({ db }, { username }) => historyOf(db, 'user', await subjectOf(db, 'users', username)),
  'school.records': async ({ db }) => done({ changes: await recordHistory(db, { noun: 'school', subjects: [''] }) }),
}

async function historyOf(
  db: ReadDb,
  noun: RecordNoun,
  id: number | undefined,
  ...others: readonly string[]
): Promise<Outcome<{ changes: RecordChange[] }>> {
  if (id === undefined)
    return refused('not_found', say('records.not_there'), { remedy: say('records.not_there_remedy') })
  return done({ changes: await recordHistory(db, { noun, subjects: [String(id), ...others] }) })
}
