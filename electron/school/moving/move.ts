import { mkdirSync, rmSync } from 'node:fs'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { keepHead } from '../../ledger/head-file.ts'
import { readHead, type LedgerHead } from '../../ledger/head-store.ts'
import type { Database } from '../../storage/database.ts'
import { makeDurable, PRIVATE } from '../../storage/durable-file.ts'
import { putSchoolAside, replaceSchool, schoolFileIn } from '../../storage/open-database.ts'
import { Outbox } from '../../storage/outbox.ts'
import { temporaryName } from '../../storage/temporary-files.ts'
import { verifySchool } from '../../verification/verification.ts'
import { firstFinding } from '../backups/verified-copy.ts'
import { holdsAny, onOpened } from './holds-any.ts'
import { exportedHashes } from './exported-hashes.ts'

export interface Moved {
  readonly head: LedgerHead | null
  /** where the school that was moved is kept */
  readonly keptAside: string | null
}

interface Places {
  readonly from: string
  readonly to: string
  /** the place as a person names it */
  readonly shown: string
}

/**
 * Moves the school of a data folder to another one, wherever each of them keeps it. Verified before and after, and
 * compared: the end of the chain and everything that is exported. Only then the first is put aside, under a dated name.
 * Refused: wrong_state, already_exists, damaged, storage.
 */
export async function moveSchool({ from, to, shown }: Places, now: Date): Promise<Outcome<Moved>> {
  // What this desk has not sent yet would find its school nowhere.
  const waiting = Outbox.waitingIn(from)
  if (waiting > 0)
    return refused('wrong_state', say('unsent.leaving_waits', { waiting }), { remedy: say('unsent.leaving_remedy') })
  if (await holdsAny(to))
    return refused('already_exists', say('command_line.move_taken', { place: shown }), {
      remedy: say('command_line.move_taken_remedy'),
    })
  mkdirSync(to, { recursive: true, mode: PRIVATE.folder })
  const fresh = temporaryName(schoolFileIn(to))
  try {
    const before = await onOpened(from, async (database) => {
      const looked = await look(database)
      if (looked.wrong === null) await database.copyTo(fresh)
      return looked
    })
    if (before.wrong !== null)
      return refused('damaged', say('command_line.move_wrong', { finding: before.wrong }), {
        remedy: say('command_line.move_wrong_remedy'),
      })
    makeDurable(fresh)
    await replaceSchool(to, fresh, { now, beside: [] })
    const after = await onOpened(to, async (database) => {
      await database.read((db) => keepHead(to, db))
      return look(database)
    })
    const other = differing(before, after)
    if (other !== null) {
      await putSchoolAside(to, now)
      return refused('damaged', say('command_line.move_other', { place: shown, what: other }), {
        remedy: say('command_line.move_other_remedy'),
      })
    }
    return done({ head: after.head, keptAside: await putSchoolAside(from, now) })
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** What is compared before and after. */
interface Looked {
  readonly wrong: string | null
  readonly head: LedgerHead | null
  readonly files: ReadonlyMap<string, string>
}

async function look(database: Database): Promise<Looked> {
  const verification = await verifySchool(database, null)
  return database.read(async (db) => ({
    wrong: firstFinding(verification),
    head: await readHead(db),
    files: await exportedHashes(db),
  }))
}

/** What is not the same, in a word; null where all of it is. */
function differing(before: Looked, after: Looked): string | null {
  if (after.wrong !== null) return after.wrong
  if (before.head?.number !== after.head?.number || before.head?.hash !== after.head?.hash)
    return say('backups.its_end')
  for (const [name, hash] of before.files) if (after.files.get(name) !== hash) return name
  return null
}
