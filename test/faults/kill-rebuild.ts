import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ReadingThreads } from '../../electron/calls/threads/reading-threads.ts'
import { rebuildInThreads } from '../../electron/calls/areas/rebuild.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { clearTemporary } from '../../electron/storage/temporary-files.ts'
import { checkSchool, makeSchool, type Checked } from './checked.ts'
import { damageRows } from './damaged-rows.ts'
import { moments, workUntilKilled, type KillKind } from './kills.ts'

const COPIES = 12

/** Kills a rebuild: the rows are the damaged ones or the mended ones, all of them, and a rebuild again mends them. */
export const killRebuild: KillKind = async (folder, kills) => {
  const made = join(folder, 'made')
  await makeSchool(made, 40)
  damageRows(made)
  const before = await checkSchool(made)
  const { wrong: damage, entries } = before
  let done = 0
  const wrong: string[] = []
  for (const [round, at] of moments(kills, 3_000, 9).entries()) {
    const own = join(folder, String(round))
    mkdirSync(own)
    for (let piece = 0; piece < COPIES; piece++) cpSync(made, join(own, String(piece)), { recursive: true })
    const { acknowledged } = await workUntilKilled(['rebuild', own], at)
    done += acknowledged.length
    for (let piece = 0; piece <= Math.min(acknowledged.length, COPIES - 1); piece++) {
      const data = join(own, String(piece))
      const { wrong: left, entries: there } = await checkSchool(data)
      if (there !== entries) wrong.push(`a rebuild left ${there} of ${entries} entries`)
      if (left.length !== 0 && left.length !== damage.length)
        wrong.push(`a rebuild left ${left.length} of ${damage.length} findings`)
      if (left.length !== 0 && piece < acknowledged.length) wrong.push('an acknowledged rebuild is lost')
      wrong.push(...(await checkBackups(data, before)), ...(await checkAgain(data)))
    }
  }
  return { kills: kills.count, done, wrong }
}

/** The backup from before a rebuild is the damaged school as it was, or there is none. */
async function checkBackups(data: string, before: Checked): Promise<string[]> {
  clearTemporary(data)
  const copies = readdirSync(data).filter((name) => name.startsWith('before-rebuild-') && name.endsWith('.blocktime'))
  const wrong: string[] = []
  for (const [at, name] of copies.entries()) {
    const own = join(data, `copy-${at}`)
    mkdirSync(own)
    cpSync(join(data, name), join(own, 'school.blocktime'))
    const { entries, wrong: findings } = await checkSchool(own)
    if (entries !== before.entries || findings.length !== before.wrong.length)
      wrong.push(`the backup from before a rebuild has ${entries} entries and ${findings.length} findings`)
  }
  return wrong
}

async function checkAgain(data: string): Promise<string[]> {
  const database = await openDatabase(data)
  // A later second than the broken-off one's, whose backup keeps its name.
  const later = new Date(Date.now() + 86_400_000)
  const rebuilt = await rebuildInThreads(database, new ReadingThreads(data), later, () => undefined)
  await database.close()
  if (!rebuilt.ok) return [rebuilt.failure.message]
  const missing = existsSync(rebuilt.value.backup) ? [] : ['the backup from before a rebuild is missing']
  return [...missing, ...(await checkSchool(data)).wrong]
}
