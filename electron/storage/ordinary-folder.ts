import { constants } from 'node:fs'
import { access, mkdir, open, realpath, rm, stat, statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, parse, relative, sep } from 'node:path'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { PRIVATE } from './durable-file.ts'
import { temporaryName } from './temporary-files.ts'

/** Where a system keeps itself: nobody means to have papers there. */
const SYSTEM_FOLDERS: Readonly<Record<'posix' | 'win32', readonly string[]>> = {
  posix: `/bin /boot /dev /etc /lib /lib32 /lib64 /opt /proc /run /sbin /snap /sys /usr /var
    /Applications /Library /System /cores /private/etc /private/var`.split(/\s+/),
  win32: ['SystemRoot', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramData'],
}
/** Below those, where people's own files may lie all the same. */
const EXCEPTIONS = ['/var/tmp', '/var/home', '/var/backups', '/run/media', '/private/var/folders', '/private/tmp']

/** Magic numbers of Linux file systems that are no disk: proc, sysfs, devpts, cgroups, debugfs and their like. */
const NO_DISKS = new Set([
  0x9fa0, 0x62656572, 0x1cd1, 0x27e0eb, 0x63677270, 0x64626720, 0x74726163, 0x73636673, 0xcafe4a11, 0x6165676c,
])
const LONGEST_ANSWER_MS = 5_000

export interface FolderRules {
  /** who may not settle where files go chooses among the own folders only */
  readonly anywhere: boolean
  readonly dataFolder: string
  /** in the data folder, and may be written to all the same: its backups */
  readonly inData?: string
  /** where else whoever may not settle it may write: what somebody has settled for all */
  readonly settled?: string | null
  readonly home?: string
  readonly environment?: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
}

/**
 * Whether files may be written into a folder that somebody named: an ordinary one, that exists or can be made, on a disk
 * that answers in time. Answers the folder with links followed. Looked at outside of this thread, so that a disk that
 * hangs holds nobody up.
 */
export function ordinaryFolder(folder: string, rules: FolderRules): Promise<Outcome<string>> {
  return answered(folder, () => looked(folder, rules))
}

/** The same, made where it is not there, and tried with a file. */
export function openedFolder(folder: string, rules: FolderRules): Promise<Outcome<string>> {
  return answered(folder, async () => {
    const ordinary = await looked(folder, rules)
    if (ordinary.ok) await tried(ordinary.value)
    return ordinary
  })
}

async function answered(folder: string, look: () => Promise<Outcome<string>>): Promise<Outcome<string>> {
  if (!isAbsolute(folder)) return no(folder, 'not_whole')
  try {
    return await inTime(look())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return no(folder, code === 'ETIMEDOUT' ? 'no_answer' : code === 'ENOSPC' ? 'full' : 'not_writable')
  }
}

async function tried(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE.folder })
  const probe = temporaryName(join(folder, 'blocktime'))
  try {
    const file = await open(probe, 'wx', PRIVATE.file)
    try {
      // Some systems take a name where they take no content any more.
      await file.writeFile('x')
    } finally {
      await file.close()
    }
  } finally {
    await rm(probe, { force: true })
  }
}

async function looked(folder: string, rules: FolderRules): Promise<Outcome<string>> {
  // By its name alone first: some of the system's answer never.
  if (isSystems(folder, rules)) return no(folder, 'system')
  const there = await nearest(folder)
  const real = join(await realpath(there), relative(there, folder))
  const home = await realpath(rules.home ?? homedir()).catch(() => rules.home ?? homedir())
  if (isSystems(real, rules)) return no(folder, 'system')
  const data = await realpath(rules.dataFolder).catch(() => rules.dataFolder)
  const inData = rules.inData === undefined ? undefined : join(data, relative(rules.dataFolder, rules.inData))
  if (isWithin(real, data) && !(inData && isWithin(real, inData))) return no(folder, 'data')
  if (!rules.anywhere && !isOwn(real, home) && !(rules.settled && isWithin(real, rules.settled)))
    return no(folder, 'not_own')
  if (NO_DISKS.has(Number((await statfs(there)).type))) return no(folder, 'system')
  if (!(await stat(there)).isDirectory()) return no(folder, 'not_writable')
  await access(there, constants.W_OK | constants.X_OK)
  return done(real)
}

/** Below the home folder, and not among what programs keep there. */
function isOwn(folder: string, home: string): boolean {
  return (
    isWithin(folder, home) &&
    !relative(home, folder)
      .split(sep)
      .some((part) => part.startsWith('.'))
  )
}

/** The folder itself, or the nearest one above it that is there. */
async function nearest(folder: string): Promise<string> {
  for (let place = folder; ; place = dirname(place)) {
    const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (found || place === parse(place).root) return place
  }
}

function isSystems(folder: string, { environment = process.env, platform = process.platform }: FolderRules): boolean {
  if (folder === parse(folder).root) return true
  if (platform === 'win32') {
    const places = SYSTEM_FOLDERS.win32.flatMap((name) => environment[name] ?? [])
    return places.some((place) => isWithin(folder.toLowerCase(), place.toLowerCase()))
  }
  if (EXCEPTIONS.some((place) => isWithin(folder, place))) return false
  return SYSTEM_FOLDERS.posix.some((place) => isWithin(folder, place))
}

function isWithin(folder: string, place: string): boolean {
  return folder === place || folder.startsWith(place.endsWith(sep) ? place : `${place}${sep}`)
}

/** Waits no longer for a disk than a person would. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('the folder does not answer'), { code: 'ETIMEDOUT' }))
    }, LONGEST_ANSWER_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

type Hindrance = 'not_whole' | 'no_answer' | 'not_writable' | 'full' | 'system' | 'data' | 'not_own'

function no(folder: string, why: Hindrance): Outcome<never> {
  return refused(
    why === 'no_answer' || why === 'not_writable' || why === 'full' ? 'storage' : 'invalid_input',
    say(`folders.${why}`, { folder }),
    {
      field: 'folder',
      remedy: say(`folders.${why}_remedy`),
    },
  )
}
