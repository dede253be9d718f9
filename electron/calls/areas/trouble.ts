import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import type { Trouble } from '../../../shared/contract/trouble.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { keptHead } from '../../ledger/head-file.ts'
import { backupFolder } from '../../school/backups/backup-settings.ts'
import { copiesIn } from '../../school/backups/copies.ts'
import { NOTHING_PRESENT, presentAsKept, previewRestore } from '../../school/backups/preview.ts'
import { canBeLookedAt, lastSeenAt } from '../../storage/last-seen.ts'
import type { StorageProblem } from '../../storage/problem.ts'
import { diagnostics, type SelfReport } from './diagnostics.ts'
import { listCopies } from './backups.ts'
import { choosePlace, lookAtPlace, placeState, type PlaceDoor } from './school-place.ts'
import type { Implementations } from '../implementation.ts'

/** What the calls of the start on trouble work with: whoever holds the school open, or cannot open it. */
export interface TroubleDoor extends PlaceDoor {
  /** why the school is not open, or must be opened again; null while all is well */
  problem(): StorageProblem | null
  /** Whether the school is open and there is none in it yet: a backup may be put in the place of nothing. */
  isEmpty(): Promise<boolean>
  /** Opens the school again; false where it is still in trouble. */
  retry(): Promise<boolean>
  restore(file: string, password: string | null): Promise<Outcome<{ keptAside: string | null }>>
  /** Opens the school again with a password that somebody typed for its server. */
  enter(password: string, keep: boolean): Promise<{ opened: boolean; kept: boolean }>
  /** Opens a copy of the data to be looked at. */
  readOn(): Promise<boolean>
  /** What the open school says of itself; null where it is not open. */
  selfReport(): Promise<SelfReport | null>
  /** Forgets what is missing, and opens what is there. */
  goOn(): Promise<boolean>
}

/** The names of these calls: the only ones that work while the school is not open. */
export type TroubleCall =
  | `trouble.${'place' | 'lookAt' | 'choosePlace' | 'state' | 'copies' | 'look' | 'retry' | 'enter' | 'restore' | 'readOn' | 'goOn'}`
  | 'help.diagnostics'

const GOES_ON: readonly string[] = ['older', 'rewritten', 'log_lost']
/** A desk looks at the school as it last saw it. */
const SERVERS: readonly string[] = [
  'server_away',
  'server_busy',
  'server_login',
  'server_older',
  'server_secure',
  'newer',
]
const READS: readonly string[] = ['unprotected', 'full', 'read_only', 'damaged', 'disk', ...SERVERS, ...GOES_ON]
const RESTORES: readonly string[] = [
  'damaged',
  'unprotected',
  'foreign',
  'missing',
  'empty',
  'moved',
  'newer',
  ...GOES_ON,
]

export function troubleImplementations(door: TroubleDoor): Implementations<TroubleCall> {
  const inTrouble = async <Value>(work: (problem: StorageProblem) => Promise<Outcome<Value>>) => {
    const problem = door.problem()
    return problem ? work(problem) : refused('wrong_state', say('trouble.none'), { remedy: say('trouble.none_remedy') })
  }
  /** What brings a backup back: while the data cannot be opened, and while there is none. */
  const restoring = async <Value>(work: () => Promise<Outcome<Value>>) => {
    if (door.problem() === null && !(await door.isEmpty())) return inTrouble(work)
    return work()
  }
  return {
    'help.diagnostics': async () => {
      const now = new Date()
      const self = await door.selfReport()
      const text = diagnostics(door.dataFolder, now, { problem: door.problem(), self })
      return done({ name: `blocktime-diagnostics-${now.toISOString().slice(0, 10)}.txt`, text })
    },
    'trouble.state': async () => {
      const problem = door.problem()
      return done({ trouble: problem && troubleOf(door, problem) })
    },
    'trouble.copies': (_, { folder }) => restoring(async () => listCopies(door.dataFolder, folder)),
    'trouble.look': (_, { file }: CallArguments<'trouble.look'>) =>
      restoring<CallOutput<'trouble.look'>>(async () => {
        const kept = keptHead(door.dataFolder)
        if (kept === null && door.problem() === null) return previewRestore(file, NOTHING_PRESENT)
        return previewRestore(file, kept && presentAsKept(kept))
      }),
    // Who may choose, and how far, says the contract; moving is for whoever may change settings.
    'trouble.place': () => restoring(async () => done(placeState(door))),
    'trouble.lookAt': (_, input) => restoring(() => lookAtPlace(input)),
    'trouble.choosePlace': (_, input) => restoring(() => choosePlace(door, { ...input, move: false })),
    'trouble.enter': (_, { password, keep }) =>
      inTrouble(async ({ kind }) => (kind === 'server_login' ? done(await door.enter(password, keep)) : notNow())),
    'trouble.retry': () => inTrouble(async () => done({ opened: await door.retry() })),
    'trouble.restore': (_, { file, password }) => restoring(() => door.restore(file, password)),
    'trouble.readOn': () =>
      inTrouble(async ({ kind }) =>
        canBeRead(kind, door.dataFolder) ? done({ opened: await door.readOn() }) : notNow(),
      ),
    'trouble.goOn': () =>
      inTrouble(async ({ kind }) => (GOES_ON.includes(kind) ? done({ opened: await door.goOn() }) : notNow())),
  }
}

function troubleOf({ dataFolder, canKeepPassword }: TroubleDoor, { kind, failure }: StorageProblem): Trouble {
  const good = copiesIn(backupFolder(dataFolder)).find(({ state }) => state === 'checked')
  return {
    kind,
    message: failure.message,
    remedy: failure.remedy ?? '',
    dataFolder,
    lastGood: good ?? null,
    canRestore: RESTORES.includes(kind),
    canRead: canBeRead(kind, dataFolder),
    canGoOn: GOES_ON.includes(kind),
    login: kind === 'server_login' ? { canKeep: canKeepPassword } : null,
  }
}

/** What a newer program wrote this one cannot read; what it saw of a server before that, it can. */
function canBeRead(kind: string, dataFolder: string): boolean {
  const isOlderCopy = kind === 'newer' && lastSeenAt(dataFolder) !== null
  return (READS.includes(kind) || isOlderCopy) && canBeLookedAt(dataFolder)
}

function notNow(): Outcome<never> {
  return refused('wrong_state', say('trouble.not_now'), { remedy: say('trouble.not_now_remedy') })
}
