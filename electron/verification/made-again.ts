import { say } from '../../shared/words/say.ts'
import { isRecord } from '../billing/records/record-actions.ts'
import { readRecord } from '../billing/records/record-document.ts'
import { readTexts } from '../billing/records/texts-store.ts'
import { readHead, type LedgerHead } from '../ledger/head-store.ts'
import type { ReadDb, Scratch } from '../storage/database.ts'
import { ChainCheck } from './chain-check.ts'
import { MOST_FINDINGS, type Finding } from './finding.ts'
import { logEntries } from './log-entries.ts'
import { Replay } from './replay.ts'
import { earlyRecords, type EarlyRecord } from './early-records.ts'
import { sameRows } from './same-rows.ts'
import { TextsCheck } from './texts-check.ts'

/** How much of the log was gone through, in percent: for a person who waits. */
export type Progress = (percent: number) => void

/**
 * Goes through the whole log once: checks the chain and the texts, and makes every row that follows from the entries
 * again, in the shadows of their tables. Whatever cannot be read or done is a finding; the next entry goes on.
 */
export async function makeAgain(
  { db, school }: Pick<Scratch, 'db' | 'school'>,
  head: LedgerHead | null,
  progress: Progress = () => undefined,
): Promise<Finding[]> {
  const entriesInAll = (await readHead(school))?.number ?? 0
  const chain = new ChainCheck(head)
  const texts = new TextsCheck(school)
  const replay = new Replay(db)
  const other: Finding[] = []
  const early = await earlyRecords(school)
  for await (const entries of logEntries(school)) {
    progress(Math.floor((100 * ((entries[0]?.content.number ?? 1) - 1)) / Math.max(1, entriesInAll)))
    for (const entry of entries) {
      const { content, said } = entry
      chain.take(entry)
      if (other.length >= MOST_FINDINGS) continue
      await attempt(content.number, other, async () => {
        for (let next = early[0]; next && next.since <= content.number; next = early[0]) {
          early.shift()
          await recordEarly(school, replay, next, other)
        }
        if (isRecord(content.action)) {
          const record = await texts.take(content)
          if (record.since === null) await replay.record(content.number, record)
        } else {
          const made = await replay.action(content, said ?? JSON.parse(content.document))
          if (!sameRows(made, content))
            other.push(found(content.number, say('findings.entry_does_otherwise', { entry: content.number })))
        }
      })
    }
  }
  for (const next of early) await recordEarly(school, replay, next, other)
  await attempt(null, other, () => replay.flush())
  await attempt(null, other, () => chain.end(school))
  await attempt(null, other, () => texts.end())
  return [...chain.findings, ...texts.findings, ...other]
}

/** An import's records, or what was found in a school of before, hold since an entry before their own. */
async function recordEarly(db: ReadDb, replay: Replay, { number }: EarlyRecord, findings: Finding[]): Promise<void> {
  await attempt(number, findings, async () => {
    const { document } = await db
      .selectFrom('entries')
      .select('document')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const texts = await readTexts(db, number)
    await replay.record(
      number,
      readRecord(document, (place) => texts.get(place)?.text),
    )
  })
}

async function attempt(entry: number | null, findings: Finding[], work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    findings.push(
      found(
        entry,
        entry === null
          ? say('findings.not_run', { reason })
          : say('findings.entry_not_again', { entry, reason: reason.slice(0, 300) }),
      ),
    )
  }
}

function found(entry: number | null, message: string): Finding {
  return { check: 'records', entry, message }
}
