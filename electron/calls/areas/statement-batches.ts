import { dirname } from 'node:path'
import type { BatchProgress } from '../../../shared/contract/statements.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { HostKind } from '../../statements/papers-folder.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { ListChoice } from '../../reports/lists/list-choice.ts'
import { packagesPage } from '../../reports/lists/packages-list.ts'
import { StatementBatch } from '../../statements/batch.ts'
import { forgetOrder, keptOrder } from '../../statements/batch-order.ts'
import { brokenOff, lastIssued } from '../../statements/batch-store.ts'
import type { Database, ReadDb } from '../../storage/database.ts'
import type { Implementations, PreparedWhole } from '../implementation.ts'
import type { LongWork } from '../threads/long-work.ts'
import { chosenFolder } from './papers-places.ts'

type BatchCall = `statements.${'unwritten' | 'startBatch' | 'resumeBatch' | 'batch' | 'cancelBatch'}`

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
  const begun = (order: ConstructorParameters<typeof StatementBatch>[1]): PreparedWhole<BatchProgress> => {
    let own: StatementBatch | null = null
    return {
      record: async () => {
        // Where the batch is known, not before: of two that begin at the same moment one is refused.
        if (running()) return alreadyWriting()
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
      prepare: async ({ read, user, now, today }, input) => {
        const folder = await chosenFolder(input.folder, { user, dataFolder, host, today })
        if (!folder.ok) return folder
        const left = running() ? null : keptOrder(dataFolder)
        if (left && (await read((db) => brokenOff(db, left))).missing > 0) return papersMissing()
        const refs = await read((db) => chosenRefs(db, { search: input.search, status: input.status, today }))
        const wrong = wrongOrder(refs, input, today)
        if (wrong) return wrong
        const after = await read(lastIssued)
        const { search: _, status: __, ...choice } = input
        return done(begun({ ...choice, refs, folder: folder.value, today, userId: user.id, now, after }))
      },
    },
    'statements.resumeBatch': {
      prepare: async () => {
        const left = running() ? null : keptOrder(dataFolder)
        return left ? done(begun(left)) : nothingLeft()
      },
    },
    'statements.batch': async ({ db }) => done({ progress: await progress(db) }),
    'statements.cancelBatch': {
      prepare: async () => {
        if (running()) batch?.cancel()
        else forgetOrder(dataFolder)
        return done({ record: async () => done({ progress: batch?.progress ?? null }) })
      },
    },
  }
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
  return refused('not_found', say('calls.no_customer_package_fits'), {
    remedy: say('calls.choose_another_search_or_status'),
  })
}

function alreadyWriting(): Outcome<never> {
  return refused('busy', say('calls.statements_are_being_written_already'), {
    remedy: say('calls.wait_for_them_or_cancel_them'),
  })
}

const AT_ONCE = 200

/** The refs of the Packages tab under a search and a status, in its order. */
async function chosenRefs(db: ReadDb, asked: Pick<ListChoice, 'search' | 'status' | 'today'>): Promise<string[]> {
  const refs: string[] = []
  let after: string | null = null
  do {
    const choice = { ...asked, sort: 'customer', direction: 'ascending', after, limit: AT_ONCE } as const
    const page: Awaited<ReturnType<typeof packagesPage>> = await packagesPage(db, choice)
    refs.push(...page.rows.map(({ ref }) => ref))
    after = page.next
  } while (after !== null)
  return refs
}
