import { dirname } from 'node:path'
import type { CallArguments } from '../../../shared/contract/index.ts'
import type { BatchProgress } from '../../../shared/contract/statements/batch.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { HostKind } from '../../statements/papers-folder.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { ListChoice } from '../../reports/lists/list-choice.ts'
import { packagesPage } from '../../reports/lists/packages-list.ts'
import { StatementBatch } from '../../statements/batch.ts'
import { archivePapers, archivePiece, clearArchivePapers, clearArchives } from '../../statements/batch-archive.ts'
import { forgetOrder, keptOrder, type BatchOrder } from '../../statements/batch-order.ts'
import { brokenOff, lastIssued } from '../../statements/batch-store.ts'
import { strangePaper } from '../../statements/strange-paper.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import type { BeforeTransaction, Caller, Implementations, PreparedWhole } from '../implementation.ts'
import type { LongWork } from '../threads/long-work.ts'
import { chosenFolder } from './papers-places.ts'

type BatchCall = `statements.${'unwritten' | 'startBatch' | 'resumeBatch' | 'batch' | 'cancelBatch' | 'archivePiece'}`

interface BatchDoor {
  readonly database: Database
  readonly longWork: LongWork
  readonly host: HostKind
}

/** The calls around statements of many packages; the batch under way is known to one application. */
export function statementBatchImplementations({ database, longWork, host }: BatchDoor): Implementations<BatchCall> {
  const dataFolder = dirname(database.file)
  let batch: StatementBatch | null = null
  const running = () => batch?.progress.state === 'running'
  const begun = (order: BatchOrder): PreparedWhole<BatchProgress> => {
    let own: StatementBatch | null = null
    return {
      record: async () => {
        // Where the batch is known, not before: of two that begin at the same moment one is refused.
        if (running()) return alreadyWriting()
        clearArchives(dataFolder)
        own = batch = new StatementBatch(database, order)
        return done(own.progress)
      },
      recorded: () => {
        if (own) longWork.begin(own.run(), () => own?.cancel())
      },
      undone: () => void (batch = batch === own ? null : batch),
    }
  }
  const progress = async (db: ReadDb): Promise<BatchProgress | null> => {
    const left = running() ? null : keptOrder(dataFolder)
    // What failed a moment ago says why; what is left of an earlier start only how far it came.
    return left
      ? { ...(await brokenOff(db, left)), problem: batch?.progress.problem ?? null }
      : (batch?.progress ?? null)
  }
  return {
    'statements.unwritten': async ({ db, today }, { search, status }) =>
      unwritten(db, await chosenRefs(db, { search, status, today })),
    'statements.startBatch': {
      prepare: async (caller, input) => {
        const order = await orderOf(caller, input, { dataFolder, host, running: running() })
        return order.ok ? done(begun(order.value)) : order
      },
    },
    'statements.resumeBatch': {
      prepare: async () => {
        const left = running() ? null : keptOrder(dataFolder)
        return left ? done(begun(left)) : nothingLeft()
      },
    },
    'statements.archivePiece': async (_, { key, from }) => archivePiece(dataFolder, key, from),
    'statements.batch': async ({ db }) => done({ progress: await progress(db) }),
    'statements.cancelBatch': {
      prepare: async () => {
        if (running()) batch?.cancel()
        else {
          forgetOrder(dataFolder)
          clearArchivePapers(dataFolder)
        }
        return done({ record: async () => done({ progress: batch?.progress ?? null }) })
      },
    },
  }
}

interface Asked {
  readonly dataFolder: string
  readonly host: HostKind
  /** whether another batch is written */
  readonly running: boolean
}

/** What is to be written, and where; or why it is not. */
async function orderOf(
  { read, user, now, today }: Caller<'Access Billing Tab'> & Pick<BeforeTransaction, 'read'>,
  input: CallArguments<'statements.startBatch'>,
  { dataFolder, host, running }: Asked,
): Promise<Outcome<BatchOrder>> {
  const zip = input.form === 'zip'
  const folder = zip
    ? done(archivePapers(dataFolder))
    : await chosenFolder(input.folder, { user, dataFolder, host, today })
  if (!folder.ok) return folder
  const left = running ? null : keptOrder(dataFolder)
  if (left && (await read((db) => brokenOff(db, left))).missing > 0) return papersMissing()
  const refs = await read((db) => chosenRefs(db, { search: input.search, status: input.status, today }))
  const after = await read(lastIssued)
  const wrong = wrongOrder(refs, input, today) ?? (zip ? undefined : notAmong(folder.value, after))
  if (wrong) return wrong
  if (zip && !running) clearArchivePapers(dataFolder)
  const { search: _, status: __, ...choice } = input
  return done({ ...choice, refs, folder: folder.value, today, userId: user.id, now, after })
}

async function unwritten(db: ReadDb, refs: readonly string[]) {
  // Loaded where it is needed: every start would wait for the fonts.
  const { unwrittenNames } = await import('../../statements/unwritten-names-store.ts')
  const names = await unwrittenNames(db, refs)
  return done({ names: names.map((own) => ({ ...own, characters: [...own.characters] })) })
}

/** Why nothing is written; undefined where something is. */
function wrongOrder(
  refs: readonly string[],
  { from, asOf }: { readonly from: BusinessDate | null; readonly asOf: BusinessDate | null },
  today: BusinessDate,
): Outcome<never> | undefined {
  if (refs.length === 0) return noneFits()
  return from !== null && from > (asOf ?? today) ? beginsAfter() : undefined
}

/** Among papers with numbers that are not issued yet, those of another school, one could be taken for the other. */
function notAmong(folder: string, after: number): Outcome<never> | undefined {
  const paper = strangePaper(folder, after)
  if (paper === undefined) return undefined
  return refused('invalid_input', say('statement_batches.strange_paper', { folder, paper }), {
    field: 'folder',
    remedy: say('statement_batches.strange_paper_remedy'),
  })
}

function beginsAfter(): Outcome<never> {
  return refused('invalid_input', say('statements.the_activity_would_begin_after_the'), {
    field: 'from',
    remedy: say('statements.write_an_earlier_first_day'),
  })
}

function papersMissing(): Outcome<never> {
  return refused('wrong_state', say('statement_batches.papers_missing'), {
    remedy: say('statement_batches.papers_missing_remedy'),
  })
}

function nothingLeft(): Outcome<never> {
  return refused('not_found', say('statement_batches.nothing_left'), {
    remedy: say('statement_batches.nothing_left_remedy'),
  })
}

function noneFits(): Outcome<never> {
  return refused('not_found', say('refused_calls.no_customer_package_fits'), {
    remedy: say('refused_calls.choose_another_search_or_status'),
  })
}

function alreadyWriting(): Outcome<never> {
  return refused('busy', say('refused_calls.statements_are_being_written_already'), {
    remedy: say('refused_calls.wait_for_them_or_cancel_them'),
  })
}

const AT_ONCE = 200

/** The refs of the Packages tab under a search and a status, in its order, a customer's next to each other. */
async function chosenRefs(db: ReadDb, asked: Pick<ListChoice, 'search' | 'status' | 'today'>): Promise<string[]> {
  const refs = new Map<string, string[]>()
  let after: string | null = null
  do {
    const choice = { ...asked, sort: 'customer', direction: 'ascending', after, limit: AT_ONCE } as const
    const page: Awaited<ReturnType<typeof packagesPage>> = await packagesPage(db, choice)
    for (const { ref, customerNumber } of page.rows)
      refs.set(customerNumber, [...(refs.get(customerNumber) ?? []), ref])
    after = page.next
  } while (after !== null)
  return [...refs.values()].flat()
}
