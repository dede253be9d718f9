import type { Failure } from '../../shared/failure.ts'
import { insistOnHead, insistOnLedger, insistOnLog, keepHead } from '../ledger/head-file.ts'
import { AuditTrail } from '../people/audit-trail.ts'
import { LockOuts } from '../people/lock-out.ts'
import { Sessions } from '../people/sessions.ts'
import { rolesAreMissing, seedRoles } from '../people/users-store.ts'
import { clearLeftArchives } from '../statements/batch-archive.ts'
import type { HostKind } from '../statements/papers-folder.ts'
import type { Database } from '../storage/database.ts'
import { openDatabase } from '../storage/open-database.ts'
import { asFolderProblem, unlessAway, type StorageProblem } from '../storage/problem.ts'
import { backOfficeImplementations } from './areas/back-office.ts'
import { BackupWatch } from './watches/backup-watch.ts'
import { backupsImplementations, type BackupsDoor } from './areas/backups.ts'
import { catalogueImplementations } from './areas/catalogue.ts'
import { offersImplementations } from './areas/offers.ts'
import { changeEndsImplementations } from './areas/change-ends.ts'
import { leavingImplementations } from './areas/leaving.ts'
import { changesImplementations } from './areas/changes.ts'
import { commandsImplementations } from './areas/commands.ts'
import { customersImplementations } from './areas/customers.ts'
import { report, type Parts } from './dispatch.ts'
import { IntegrityWatch } from './watches/integrity-watch.ts'
import { invoicesImplementations } from './areas/invoices.ts'
import type { Implementations } from './implementation.ts'
import { keepingHead } from './watches/kept-head.ts'
import { LastSeenWatch } from './watches/last-seen-watch.ts'
import { LongWork } from './threads/long-work.ts'
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
  /** Whether something that was asked for is still worked on. */
  busy(): boolean
  /** @param leaving whether the day's work ends here, and goes into a backup */
  close(leaving: boolean): Promise<void>
}

export interface Opening {
  readonly dataFolder: string
  readonly clock: () => Date
  readonly idleMinutes?: number | undefined
  readonly host: HostKind
  readonly chooseFolder?: ChooseFolder | undefined
  /** whether backups are made by themselves */
  readonly backups: boolean
  /** why it is opened to be looked at only; null where it is worked with */
  readonly readingOnly: StorageProblem | null
  readonly trouble: TroubleDoor
  readonly restore: BackupsDoor['restore']
}

/** Opens the school of a data folder. Throws a StorageProblem where its file cannot be worked with. */
export async function openSchool(opening: Opening): Promise<OpenSchool> {
  const { dataFolder, clock, readingOnly } = opening
  const raw = await opened(dataFolder, readingOnly !== null)
  const { database, stop } = keepingHead(raw, dataFolder)
  const threads = new ReadingThreads(dataFolder)
  const integrity = new IntegrityWatch(database, threads, clock)
  const backups = new BackupWatch({ database, threads, dataFolder, clock })
  const stopped = () => readingOnly ?? database.trouble ?? integrity.problem
  const door = {
    dataFolder,
    database,
    watch: backups,
    threads,
    stopped: () => shown(stopped()),
    restore: opening.restore,
  }
  const underWay: Parts['underWay'] = new Map()
  const sent = new SentCommands(dataFolder)
  const longWork = new LongWork()
  const parts: Parts = {
    database,
    sessions: new Sessions(opening.idleMinutes),
    lockOuts: new LockOuts(),
    trail: new AuditTrail(database, report),
    sent,
    underWay,
    stopped: (): Failure | null => stopped()?.failure ?? null,
    implementations: implementationsOf({
      database,
      threads,
      integrity,
      underWay,
      sent,
      longWork,
      door,
      trouble: opening.trouble,
      host: opening.host,
      chooseFolder: opening.chooseFolder,
    }),
  }
  if (!readingOnly) {
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
  readonly longWork: LongWork
  readonly door: BackupsDoor
  readonly trouble: TroubleDoor
  readonly host: HostKind
  readonly chooseFolder: ChooseFolder | undefined
}

/** What stands behind every call, on the pieces of one open school. */
function implementationsOf(pieces: Pieces): Implementations {
  const { database, threads, integrity, underWay, sent, door, trouble, host } = pieces
  return {
    ...startImplementations,
    ...sessionImplementations,
    ...ownSessionImplementations,
    ...changesImplementations(database),
    ...commandsImplementations(underWay, sent),
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

function shown(problem: StorageProblem | null) {
  if (!problem) return null
  const { message, remedy } = problem.failure
  return { kind: problem.kind, message, remedy: remedy ?? '' }
}

async function opened(dataFolder: string, readingOnly: boolean): Promise<Database> {
  let database: Database | undefined
  try {
    if (!readingOnly) {
      await insistOnLedger(dataFolder, null)
      insistOnLog(dataFolder)
    }
    database = await openDatabase(dataFolder, { check: !readingOnly })
    await database.read((db) => insistOnLedger(dataFolder, db))
    if (!readingOnly) await database.read((db) => insistOnHead(dataFolder, db))
    // Another process may be writing for long: a start that writes nothing does not wait for it.
    if (await database.read(rolesAreMissing))
      await database.write((db) => seedRoles(db, { userId: null, now: new Date() }))
    return database
  } catch (error) {
    await database?.close()
    throw asFolderProblem(error, dataFolder)
  }
}
