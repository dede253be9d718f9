import { keepHead } from '../ledger/head-file.ts'
import { AuditTrail } from '../people/audit-trail.ts'
import type { LockOuts } from '../people/lock-out.ts'
import type { Sessions } from '../people/sessions.ts'
import { clearLeftArchives } from '../statements/batch-archive.ts'
import type { HostKind } from '../statements/papers-folder.ts'
import type { Database } from '../storage/database.ts'
import type { Outbox } from '../storage/outbox.ts'
import { unlessAway, type StorageProblem } from '../storage/problem.ts'
import { backOfficeImplementations } from './areas/back-office.ts'
import { BackupWatch } from './watches/backup-watch.ts'
import { backupsImplementations, type BackupsDoor } from './areas/backups.ts'
import { catalogueImplementations } from './areas/catalogue.ts'
import { offersImplementations } from './areas/offers.ts'
import { changeEndsImplementations } from './areas/change-ends.ts'
import { leavingImplementations } from './areas/leaving.ts'
import { changesImplementations } from './areas/changes.ts'
import { contract } from './contract.ts'
import { commandsImplementations } from './areas/commands.ts'
import { customersImplementations } from './areas/customers.ts'
import { report, type Parts } from './dispatch.ts'
import { IntegrityWatch } from './watches/integrity-watch.ts'
import { invoicesImplementations } from './areas/invoices.ts'
import type { Implementations } from './implementation.ts'
import { keepingHead } from './watches/kept-head.ts'
import { LastSeenWatch } from './watches/last-seen-watch.ts'
import { LongWork } from './threads/long-work.ts'
import { openedDatabase } from './opened-database.ts'
import { againNeedsServer, doneAgain } from './outbox/again.ts'
import { earlierAnswer, Unsent } from './outbox/unsent.ts'
import { hindersClosing, outboxImplementations, standingOf, type WithoutServer } from './areas/outbox.ts'
import { ownSessionImplementations } from './areas/own-session.ts'
import { actionImplementations } from './areas/actions.ts'
import { packagesImplementations } from './areas/packages.ts'
import { papersImplementations } from './areas/papers.ts'
import { papersPlacesImplementations } from './areas/papers-places.ts'
import { peopleImplementations } from './areas/people.ts'
import { placesImplementations, type ChooseFolder } from './areas/places.ts'
import { placeImplementations } from './areas/school-place.ts'
import { policiesImplementations } from './areas/policies.ts'
import { preferencesImplementations } from './areas/preferences.ts'
import { recordsImplementations } from './areas/records.ts'
import { lookAtPages } from './watches/pages-check.ts'
import { ReadingThreads } from './threads/reading-threads.ts'
import { schoolImplementations } from './areas/school.ts'
import { sessionImplementations } from './areas/session.ts'
import { startImplementations } from './areas/start.ts'
import { SentCommands } from './sent-commands.ts'
import { statementBatchImplementations } from './areas/statement-batches.ts'
import { statementsImplementations } from './areas/statements.ts'
import { troubleImplementations, type TroubleDoor } from './areas/trouble.ts'

/** A school that is open, with everything that works on it. */
export interface OpenSchool {
  readonly parts: Parts
  readonly database: Database
  /** where actions are recorded while the server is out of reach; null while it is worked with */
  readonly unsent: Unsent | null
  /** Whether something that was asked for is still worked on. */
  busy(): boolean
  /** @param leaving whether the day's work ends here, and goes into a backup */
  close(leaving: boolean): Promise<void>
}

export interface Opening {
  readonly dataFolder: string
  readonly clock: () => Date
  /** who is signed in: they stay so where the school goes on from a server to its copy, and back */
  readonly sessions: Sessions
  readonly lockOuts: LockOuts
  readonly host: HostKind
  readonly chooseFolder?: ChooseFolder | undefined
  /** whether backups are made by themselves */
  readonly backups: boolean
  /** why it is opened to be looked at only; null where it is worked with */
  readonly readingOnly: StorageProblem | null
  readonly trouble: TroubleDoor
  readonly restore: BackupsDoor['restore']
  /** what this desk recorded without its server; null where it has none, or another process has it */
  readonly outbox: Outbox | null
  /** that it is the copy of a school whose server is out of reach, on which work goes on; null where not */
  readonly withoutServer: WithoutServer | null
}

/** Opens the school of a data folder. Throws a StorageProblem where its file cannot be worked with. */
export async function openSchool(opening: Opening): Promise<OpenSchool> {
  const { dataFolder, clock, readingOnly, outbox, withoutServer } = opening
  const isCopy = readingOnly !== null || withoutServer !== null
  const raw = await openedDatabase(dataFolder, isCopy)
  const { database, stop } = keepingHead(raw, dataFolder)
  const unsent = outbox && withoutServer ? await playedOn(raw, outbox, clock) : null
  const threads = new ReadingThreads(dataFolder)
  const integrity = new IntegrityWatch(database, threads, clock)
  // Backups are the desk's, and do not lie beside a copy that is thrown away.
  const beside = withoutServer ? opening.trouble.dataFolder : dataFolder
  const backups = new BackupWatch({ database, threads, dataFolder: beside, clock })
  const stopped = () => readingOnly ?? database.trouble ?? integrity.problem
  const door = {
    dataFolder: beside,
    database,
    watch: backups,
    threads,
    stopped: () => shown(stopped()),
    outbox: () => standingOf(outbox, withoutServer),
    restore: opening.restore,
  }
  const underWay: Parts['underWay'] = new Map()
  const { trouble, host, chooseFolder } = opening
  // Beside the desk, not beside a copy that is thrown away.
  const sent = new SentCommands(trouble.dataFolder)
  const longWork = new LongWork()
  const pieces = { database, threads, integrity, underWay, sent, outbox, longWork, door, trouble, host, chooseFolder }
  const parts: Parts = {
    database,
    sessions: opening.sessions,
    lockOuts: opening.lockOuts,
    trail: new AuditTrail(database, report),
    sent,
    underWay,
    ...recordedHere(opening, { database, unsent, stopped }),
    implementations: implementationsOf(pieces),
  }
  if (!isCopy) {
    clearLeftArchives(dataFolder)
    integrity.start()
    lookAtPages(database, threads, report)
  }
  if (opening.backups) backups.start()
  const lastSeen = new LastSeenWatch({ database, threads, dataFolder })
  if (opening.backups) lastSeen.start()
  const working: Working = { database, threads, integrity, backups, longWork, sent, trail: parts.trail, lastSeen, stop }
  return {
    parts,
    database,
    unsent,
    busy: () => longWork.busy || underWay.size > 0,
    close: (leaving) => closed(working, opening, leaving),
  }
}

interface Working extends Pick<Pieces, 'database' | 'threads' | 'integrity' | 'longWork' | 'sent'> {
  readonly backups: BackupWatch
  readonly lastSeen: LastSeenWatch
  readonly trail: AuditTrail
  /** looks no more after where the ledger ends */
  stop(): void
}

async function closed(working: Working, { dataFolder, readingOnly, ...opening }: Opening, leaving: boolean) {
  const { database, threads, integrity, backups } = working
  working.stop()
  working.lastSeen.stop()
  try {
    await working.longWork.end()
    if (!readingOnly) clearLeftArchives(dataFolder)
    // What was begun ends: a thread that writes would be cut off below.
    await database.alone(async () => undefined)
    await working.trail.settled()
    if (leaving && opening.backups && !database.trouble) await unlessAway(() => backups.close())
    else backups.stop()
    const ended = integrity.close()
    await threads.close()
    await ended
    if (!readingOnly) await unlessAway(() => database.read((db) => keepHead(dataFolder, db)))
  } finally {
    working.sent.close()
    await database.close()
  }
}

interface Pieces {
  readonly database: Database
  readonly threads: ReadingThreads
  readonly integrity: IntegrityWatch
  readonly underWay: Parts['underWay']
  readonly sent: SentCommands
  readonly outbox: Outbox | null
  readonly longWork: LongWork
  readonly door: BackupsDoor
  readonly trouble: TroubleDoor
  readonly host: HostKind
  readonly chooseFolder: ChooseFolder | undefined
}

/** What stands behind every call, on the pieces of one open school. */
function implementationsOf(pieces: Pieces): Implementations {
  const { database, threads, integrity, underWay, sent, outbox, door, trouble, host } = pieces
  return {
    ...startImplementations,
    ...sessionImplementations,
    ...ownSessionImplementations,
    ...changesImplementations(database),
    ...commandsImplementations(underWay, sent, outbox),
    ...outboxImplementations(outbox, database),
    ...packagesImplementations,
    ...changeEndsImplementations,
    ...leavingImplementations,
    ...actionImplementations,
    ...invoicesImplementations,
    ...customersImplementations,
    ...catalogueImplementations,
    ...offersImplementations,
    ...peopleImplementations,
    ...policiesImplementations,
    ...preferencesImplementations,
    ...recordsImplementations(database),
    ...schoolImplementations(threads),
    ...statementsImplementations,
    ...statementBatchImplementations(pieces),
    ...papersPlacesImplementations(database, host),
    ...placesImplementations(pieces.chooseFolder),
    ...papersImplementations,
    ...backOfficeImplementations(threads, integrity),
    ...backupsImplementations(door),
    ...troubleImplementations(trouble),
    ...placeImplementations(trouble),
  }
}

/** Where something is recorded: at the server, or in the outbox of a desk without it. And why something is not. */
function recordedHere(
  { outbox }: Opening,
  {
    database,
    unsent,
    stopped,
  }: { readonly database: Database; readonly unsent: Unsent | null; readonly stopped: () => StorageProblem | null },
): Pick<Parts, 'unsent' | 'unsentAnswer' | 'doAgain' | 'stopped'> {
  return {
    unsent,
    unsentAnswer: (command) => {
      const row = outbox?.byCommand(command.id)
      return row && earlierAnswer(row, command)
    },
    doAgain: async (number, command, work) =>
      unsent || !outbox
        ? { ok: false, failure: againNeedsServer() }
        : doneAgain({ outbox, database }, number, command, work),
    stopped: (call) => {
      const elsewhere = unsent?.refusal(call) ?? null
      if (elsewhere || contract[call].effect !== 'write') return elsewhere
      return stopped()?.failure ?? (call === 'closings.close' ? hindersClosing(outbox) : null)
    },
  }
}

/** A copy on which nothing can be recorded is of no use; it is closed again. */
async function playedOn(database: Database, outbox: Outbox, clock: () => Date): Promise<Unsent> {
  try {
    return await Unsent.over(database, outbox, clock)
  } catch (error) {
    await database.close()
    throw error
  }
}

function shown(problem: StorageProblem | null) {
  if (!problem) return null
  const { message, remedy } = problem.failure
  return { kind: problem.kind, message, remedy: remedy ?? '' }
}
