import type { RestorePreview } from '../../../shared/contract/backups.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { LedgerHead } from '../../ledger/head-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { describeFile, entryHash } from '../../storage/open-database.ts'
import { StorageProblem } from '../../storage/problem.ts'
import { copyOf } from './copies.ts'
import { readManifest } from './manifest.ts'

const MOST_LOST = 50

/** The present ledger, as far as it can be read. */
export interface Present {
  readonly head: LedgerHead | null
  readonly lastDay: string | null
  /** the hash of an entry; null where it is not there, undefined where that cannot be told */
  hashOf(number: number): Promise<string | null | undefined>
  /** the entries after this one, the newest first */
  after(number: number): Promise<RestorePreview['lost']>
}

/** What a restore would bring and lose. Refused: not_found, damaged. */
export async function previewRestore(file: string, present: Present | null): Promise<Outcome<RestorePreview>> {
  const [copy] = copyOf(file)
  if (!copy) return refused('not_found', say('backups.no_file', { file }), { remedy: say('backups.give_a_backup') })
  const manifest = readManifest(file)
  if (!manifest.ok) return manifest
  const opened = copy.encrypted ? null : described(file)
  if (opened && !opened.ok) return opened
  const head = opened ? opened.value.head : (manifest.value?.head ?? null)
  const end = head?.number ?? 0
  const presentEnd = present?.head?.number ?? 0
  const common = Math.min(end, presentEnd)
  const sameLedger = present && (await isSame({ file, head, readable: opened !== null }, present, common))
  const from = sameLedger === false ? 0 : common
  const filled = opened ? { ...copy, entries: end, lastDay: opened.value.lastDay, school: opened.value.school } : copy
  return done({
    copy: filled,
    school: filled.school,
    present: present && { entries: presentEnd, lastDay: present.lastDay },
    sameLedger,
    brings: end - from,
    loses: presentEnd - from,
    lost: present && presentEnd > from ? await present.after(from) : [],
  })
}

async function isSame(
  copy: { file: string; head: LedgerHead | null; readable: boolean },
  present: Present,
  common: number,
): Promise<boolean | null> {
  if (common === 0) return null
  if (copy.head?.number === common) return sameHash(copy.head.hash, await present.hashOf(common))
  return copy.readable ? sameHash(present.head?.hash ?? null, entryHash(copy.file, common)) : null
}

function sameHash(one: string | null, other: string | null | undefined): boolean | null {
  return other === undefined ? null : one === other
}

function described(file: string): Outcome<ReturnType<typeof describeFile>> {
  try {
    return done(describeFile(file))
  } catch (error) {
    if (error instanceof StorageProblem) return { ok: false, failure: error.failure }
    throw error
  }
}

/** The present ledger from the open school. */
export async function presentIn(db: ReadDb): Promise<Present> {
  const last = await db
    .selectFrom('entries')
    .select(['number', 'hash', 'date'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    head: last ? { number: last.number, hash: hex(last.hash) } : null,
    lastDay: last?.date ?? null,
    hashOf: async (number) => {
      const row = await db.selectFrom('entries').select('hash').where('number', '=', number).executeTakeFirst()
      return row ? hex(row.hash) : null
    },
    after: async (number) => {
      const rows = await db
        .selectFrom('entries as e')
        .leftJoin('users as u', 'u.id', 'e.user_id')
        .select(['e.number', 'e.date', 'e.action', 'e.ref', 'u.name'])
        .where('e.number', '>', number)
        .orderBy('e.number', 'desc')
        .limit(MOST_LOST)
        .execute()
      return rows.map(({ number: entry, date, action, ref, name }) => ({ entry, date, action, ref, who: name ?? '' }))
    },
  }
}

/** Where there is no school yet: a backup is put in the place of nothing. */
export const NOTHING_PRESENT: Present = {
  head: null,
  lastDay: null,
  hashOf: async () => null,
  after: async () => [],
}

/** The present ledger where its file cannot be opened: its end as it was last seen. */
export function presentAsKept(head: LedgerHead): Present {
  return {
    head,
    lastDay: null,
    hashOf: async (number) => (number === head.number ? head.hash : undefined),
    after: async () => [],
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
