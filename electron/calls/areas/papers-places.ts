import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PapersPlaces } from '../../../shared/contract/statements/places.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { User } from '../../people/users-store.ts'
import {
  downloadsFolder,
  papersFolder,
  settlePapersFolder,
  usualFolder,
  type HostKind,
} from '../../statements/papers-folder.ts'
import type { Database } from '../../storage/database.ts'
import { openedFolder, ordinaryFolder } from '../../storage/ordinary-folder.ts'
import { StorageProblem } from '../../storage/problem.ts'
import type { Implementations } from '../implementation.ts'

/** Where papers go, and who settles it. */
export function papersPlacesImplementations(
  database: Database,
  host: HostKind,
): Implementations<'statements.places' | 'statements.settleFolder'> {
  const dataFolder = dirname(database.file)
  const placesOf = (user: User): PapersPlaces => ({
    settled: papersFolder(dataFolder),
    usual: usualFolder(dataFolder, host),
    may: mayName(user, host),
  })
  return {
    'statements.places': async ({ user }) => done(placesOf(user)),
    'statements.settleFolder': {
      prepare: async ({ user }, { folder }) => {
        const chosen = folder === '' ? done(null) : await openedFolder(folder, { anywhere: true, dataFolder })
        if (!chosen.ok) return chosen
        return done({
          record: async () => {
            try {
              settlePapersFolder(dataFolder, chosen.value)
            } catch (error) {
              if (error instanceof StorageProblem) return { ok: false, failure: error.failure }
              throw error
            }
            return done(placesOf(user))
          },
        })
      },
    },
  }
}

interface Choosing {
  readonly user: User
  readonly dataFolder: string
  readonly host: HostKind
  readonly today: BusinessDate
}

/** The folder that was named, where the caller may write to it; without a name a new one where papers usually go. */
export async function chosenFolder(
  named: string,
  { user, dataFolder, host, today }: Choosing,
): Promise<Outcome<string>> {
  const settled = papersFolder(dataFolder)
  const may = mayName(user, host)
  const usual = usualFolder(dataFolder, host)
  if (named === '') {
    // What was settled may have become something else since.
    const there = await ordinaryFolder(usual, { anywhere: true, dataFolder })
    return there.ok ? done(newFolder(there.value, today)) : there
  }
  // A window in a browser is no person's own desk: files go to the downloads, or where somebody settled it.
  const home = may === 'usual' ? downloadsFolder() : undefined
  const answer = await ordinaryFolder(named, {
    anywhere: may === 'anywhere',
    dataFolder,
    settled,
    ...(home === undefined ? {} : { home }),
  })
  if (answer.ok || may !== 'usual' || answer.failure.code === 'storage') return answer
  return refused('invalid_input', say('folders.not_usual', { folder: named }), {
    field: 'folder',
    remedy: say('folders.not_usual_remedy', { usual }),
  })
}

function mayName(user: User, host: HostKind): PapersPlaces['may'] {
  if (user.permissions.includes('Manage Settings')) return 'anywhere'
  return host === 'browser' ? 'usual' : 'own'
}

/** A folder that does not exist yet. */
function newFolder(place: string, day: BusinessDate): string {
  const base = join(place, say('refused_calls.blocktime_statements_day', { day }))
  let folder = base
  for (let count = 2; existsSync(folder); count++) folder = `${base} (${count})`
  return folder
}
