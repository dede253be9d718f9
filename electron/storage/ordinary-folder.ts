import { constants } from 'node:fs'
import { access, realpath, stat, statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, parse, relative, sep } from 'node:path'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'

/** Where a system keeps itself: nobody means to have papers there. */
const SYSTEM_FOLDERS: Readonly<Record<'posix' | 'win32', readonly string[]>> = {
  posix: `/bin /boot /dev /etc /lib /lib32 /lib64 /opt /proc /run /sbin /snap /sys /usr /var
    /Applications /Library /System /cores /private/etc /private/var`.split(/\s+/),
  win32: ['SystemRoot', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramData'],
}
/** Below those, where people's own files may lie all the same. */
const EXCEPTIONS = ['/var/tmp', '/var/home', '/private/var/folders', '/private/tmp']

/** Magic numbers of Linux file systems that are no disk: proc, sysfs, devpts, cgroups, debugfs and their like. */
const NO_DISKS = new Set([
  0x9fa0, 0x62656572, 0x1cd1, 0x27e0eb, 0x63677270, 0x64626720, 0x74726163, 0x73636673, 0xcafe4a11, 0x6165676c,
])
const LONGEST_ANSWER_MS = 5_000

export interface FolderRules {
  /** who may not settle where files go chooses among the own folders only */
  readonly anywhere: boolean
  readonly dataFolder: string
  readonly home?: string
  readonly environment?: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
}

/**
 * Whether files may be written into a folder that somebody named: an ordinary one, that exists or can be made, on a disk
 * that answers in time. Answers the folder with links followed. Looked at outside of this thread, so that a disk that
 * hangs holds nobody up.
 */
export async function ordinaryFolder(folder: string, rules: FolderRules): Promise<Outcome<string>> {
  if (!isAbsolute(folder)) return no(folder, 'not_whole')
  try {
    return await inTime(looked(folder, rules))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return no(folder, code === 'ETIMEDOUT' ? 'no_answer' : 'not_writable')
  }
}

async function looked(folder: string, rules: FolderRules): Promise<Outcome<string>> {
  const there = await nearest(folder)
  const real = join(await realpath(there), relative(there, folder))
  const home = await realpath(rules.home ?? homedir()).catch(() => rules.home ?? homedir())
  if (isSystems(real, rules)) return no(folder, 'system')
  if (isWithin(real, await realpath(rules.dataFolder).catch(() => rules.dataFolder))) return no(folder, 'data')
  const ownPath = isWithin(real, home) ? relative(home, real) : undefined
  const hidden = ownPath?.split(sep).some((part) => part.startsWith('.')) ?? false
  if (!rules.anywhere && (ownPath === undefined || hidden)) return no(folder, 'not_own')
  if (NO_DISKS.has(Number((await statfs(there)).type))) return no(folder, 'system')
  if (!(await stat(there)).isDirectory()) return no(folder, 'not_writable')
  await access(there, constants.W_OK | constants.X_OK)
  return done(real)
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

async function inTime<T>(work: Promise<T>): Promise<T> {
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

type Hindrance = 'not_whole' | 'no_answer' | 'not_writable' | 'system' | 'data' | 'not_own'

function no(folder: string, why: Hindrance): Outcome<never> {
  return refused(
    why === 'no_answer' || why === 'not_writable' ? 'storage' : 'invalid_input',
    say(`folders.${why}`, { folder }),
    {
      field: 'folder',
      remedy: say(`folders.${why}_remedy`),
    },
  )
}
