import type { CallReply } from '../../shared/contract/index.ts'
import { insistOnLedger, keepHead } from '../ledger/head-file.ts'
import { UnknownNames } from '../people/lock-out.ts'
import { Sessions } from '../people/sessions.ts'
import { rolesAreMissing, seedRoles } from '../people/users-store.ts'
import type { Database } from '../storage/database.ts'
import { openDatabase } from '../storage/open-database.ts'
import { asFolderProblem } from '../storage/problem.ts'
import { backOfficeImplementations } from './back-office.ts'
import { catalogueImplementations } from './catalogue.ts'
import { changesImplementations } from './changes.ts'
import { customersImplementations } from './customers.ts'
import { dispatch, type Parts } from './dispatch.ts'
import { IntegrityWatch } from './integrity-watch.ts'
import { invoicesImplementations } from './invoices.ts'
import { actionImplementations } from './actions.ts'
import { packagesImplementations } from './packages.ts'
import { papersImplementations } from './papers.ts'
import { peopleImplementations } from './people.ts'
import { ReadingThreads } from './reading-threads.ts'
import { policiesImplementations } from './policies.ts'
import { preferencesImplementations } from './preferences.ts'
import { schoolImplementations } from './school.ts'
import { sessionImplementations } from './session.ts'
import { startImplementations } from './start.ts'
import { statementBatchImplementations } from './statement-batches.ts'
import { statementsImplementations } from './statements.ts'

/** The application behind every window, whatever host shows it. */
export interface Application {
  readonly database: Database
  /** Carries out one call. Never throws: what goes wrong is a failure with a plain sentence. */
  dispatch(envelope: unknown): Promise<CallReply>
  close(): Promise<void>
}

export interface ApplicationOptions {
  readonly dataFolder: string
  readonly clock?: () => Date
  /** a desk that nobody touches locks itself after so many minutes; 15 where nothing is said */
  readonly idleMinutes?: number | undefined
}

/** Opens the school of a data folder. Throws a StorageProblem where its file cannot be worked with. */
export async function openApplication({ dataFolder, clock, idleMinutes }: ApplicationOptions): Promise<Application> {
  const database = await opened(dataFolder)
  const threads = new ReadingThreads(database)
  const watch = new IntegrityWatch(database, threads, () => clock?.() ?? new Date())
  watch.start()
  const parts: Parts = {
    database,
    sessions: new Sessions(idleMinutes),
    unknownNames: new UnknownNames(),
    implementations: {
      ...startImplementations,
      ...sessionImplementations,
      ...changesImplementations,
      ...packagesImplementations,
      ...actionImplementations,
      ...invoicesImplementations,
      ...customersImplementations,
      ...catalogueImplementations,
      ...peopleImplementations,
      ...policiesImplementations,
      ...preferencesImplementations,
      ...schoolImplementations(),
      ...statementsImplementations,
      ...statementBatchImplementations(database),
      ...papersImplementations,
      ...backOfficeImplementations(threads, watch),
    },
  }
  let closed: Promise<void> | undefined
  return {
    database,
    dispatch: (envelope) => dispatch(parts, envelope, clock?.() ?? new Date()),
    close: () => (closed ??= closedDown(dataFolder, { database, threads, watch })),
  }
}

interface Open {
  readonly database: Database
  readonly threads: ReadingThreads
  readonly watch: IntegrityWatch
}

async function closedDown(dataFolder: string, { database, threads, watch }: Open): Promise<void> {
  try {
    const stopped = watch.close()
    await threads.close()
    await stopped
    await database.read((db) => keepHead(dataFolder, db))
  } finally {
    await database.close()
  }
}

async function opened(dataFolder: string): Promise<Database> {
  let database: Database | undefined
  try {
    await insistOnLedger(dataFolder, null)
    database = await openDatabase(dataFolder)
    await database.read((db) => insistOnLedger(dataFolder, db))
    // Another process may be writing for long: a start that writes nothing does not wait for it.
    if (await database.read(rolesAreMissing))
      await database.write((db) => seedRoles(db, { userId: null, now: new Date() }))
    return database
  } catch (error) {
    await database?.close()
    throw asFolderProblem(error, dataFolder)
  }
}
