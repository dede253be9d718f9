import { done, refused } from '../../../shared/failure.ts'
import type { UserSignature } from '../../billing/records/keep-record-store.ts'
import {
  deleteFile,
  insertRejection,
  insertReopening,
  insertSettlements,
  splitLine,
} from '../../reconcile/settling/reconcile-store.ts'
import { splitFits } from '../../reconcile/settling/settle.ts'
import { PRESETS } from '../../reconcile/files/columns/presets.ts'
import { readFiles, readSources, sourceOfLine } from '../../reconcile/settling/lines-store.ts'
import { proposalKey } from '../../reconcile/matching/open-sides.ts'
import type { ReadFile } from '../../reconcile/files/read-file.ts'
import { settledPage } from '../../reconcile/settling/settled-store.ts'
import type { Implementations, SignedIn } from '../implementation.ts'
import type { WriteDb } from '../../storage/database.ts'
import { inPartsOf } from '../../../shared/in-parts.ts'
import { say } from '../../../shared/words/say.ts'
import { Accepting } from '../accepting.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'
import { fileTerms, takeFile, wasShown } from './reconcile-file.ts'
import type { Pair } from './reconcile-readings.ts'
import { reversiblePayments } from './reconcile-reversals.ts'
import { acceptAll, openLine, stale } from './reconcile-settling.ts'

const ACCEPTED_AT_ONCE = 400

type SettlingCall = `reconcile.${'accepting' | 'acceptExact' | 'accept' | 'reject' | 'notOurs' | 'split'}`
type ReconcileCall =
  `reconcile.${'sources' | 'take' | 'files' | 'removeFile' | 'settled' | 'reopen' | 'reversible'}` | SettlingCall

/** The calls around files of payments and what is settled with them. */
export function reconcileImplementations(threads: ReadingThreads): Implementations<ReconcileCall> {
  return {
    ...settlingImplementations(threads),
    'reconcile.sources': async ({ db }) =>
      done({
        sources: await readSources(db),
        presets: PRESETS.map(({ name, tenders, mapping }) => ({ name, tenders: [...tenders], mapping })),
      }),
    'reconcile.take': {
      prepare: async ({ school, ...caller }, input) => {
        const same = wasShown(input)
        if (!same.ok) return same
        const { mapping, alsoRows } = input
        const toRead = { content: input.file.content, mapping, alsoRows, terms: fileTerms(school) }
        const answer = await threads.run({ file: toRead }, caller.now)
        if ('failure' in answer) return { ok: false, failure: answer.failure }
        return done({ record: (db) => takeFile(db, input, answer.value as ReadFile, signatureOf(caller)) })
      },
    },
    'reconcile.files': async ({ db }) => done({ rows: await readFiles(db) }),
    'reconcile.removeFile': async ({ db }, { file }) =>
      (await deleteFile(db, file))
        ? done({})
        : refused('wrong_state', say('refused_calls.lines_of_this_file_were_settled_and'), {
            remedy: say('refused_calls.open_them_again_instead_or_say_that'),
          }),
    'reconcile.settled': async ({ db }, { scope, before, limit }) =>
      done(await settledPage(db, scope, { before, limit })),
    'reconcile.reversible': reversiblePayments,
    'reconcile.reopen': async ({ db, ...caller }, { settled }) =>
      (await insertReopening(db, settled, signatureOf(caller))) ? done({}) : stale(),
  }
}

/** What settles lines and payments. */
function settlingImplementations(threads: ReadingThreads): Implementations<SettlingCall> {
  const accepting = new Accepting()
  return {
    'reconcile.accepting': async () => done({ progress: accepting.progress }),
    'reconcile.acceptExact': {
      prepare: async ({ school, ...caller }, input) => {
        const answer = await threads.run({ exact: input }, caller.now)
        if ('failure' in answer) return { ok: false, failure: answer.failure }
        const { source } = input.scope
        const exact = answer.value as Pair[]
        const parts = inPartsOf(exact, ACCEPTED_AT_ONCE).map((pairs) => async (db: WriteDb) => {
          const settled = await acceptAll(db, { source, pairs }, { school, ...signatureOf(caller) })
          return settled.ok ? done({ settled: pairs.length }) : settled
        })
        return done({
          parts,
          ...accepting.of(exact.length),
          together: (answers) => ({ settled: answers.reduce((sum, { settled }) => sum + settled, 0) }),
        })
      },
    },
    'reconcile.accept': async ({ db, school, ...caller }, { source, matches }) => {
      const settled = await acceptAll(db, { source, pairs: matches }, { school, ...signatureOf(caller) })
      return settled.ok ? done({ settled: matches.length }) : settled
    },
    'reconcile.reject': async ({ db }, { lines, payments }) => {
      const source = await sourceOfLine(db, lines[0] ?? 0)
      if (source === undefined) return stale()
      await insertRejection(db, source, proposalKey(lines.map(String), payments))
      return done({})
    },
    'reconcile.notOurs': async ({ db, ...caller }, { line, note }) => {
      const open = await openLine(db, line)
      if (!open) return stale()
      const settlement = { kind: 'not_ours', lines: [line], payments: [], difference: 0, note } as const
      await insertSettlements(db, open.source, [settlement], signatureOf(caller))
      return done({})
    },
    'reconcile.split': async ({ db, school }, { line, amounts }) => {
      const open = await openLine(db, line)
      if (!open) return stale()
      const fits = splitFits(school, open.line, amounts)
      if (!fits.ok) return fits
      await splitLine(db, open.line, amounts)
      return done({})
    },
  }
}

function signatureOf({ user, now }: Pick<SignedIn, 'user' | 'now'>): UserSignature {
  return { userId: user.id, now }
}
