import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_AGAIN_MILLISECONDS = 100
/** A lock without its owner's number is one that is just being made, or one whose maker was killed at that moment. */
const NAMELESS_FOR_MILLISECONDS = 5000

/** Does the work while no other process does it in the same folder; two launches at once build once. */
export async function whileLocked(folder, work) {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, '.building')
  while (!take(lock)) {
    removeIfLeftBehind(lock)
    await wait(LOOK_AGAIN_MILLISECONDS)
  }
  const release = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** Making a folder either succeeds or says that it is there: no two processes both succeed. */
function take(lock) {
  try {
    mkdirSync(lock)
  } catch (error) {
    // Windows says EPERM for a folder that is just being removed.
    if (error.code === 'EEXIST' || error.code === 'EPERM') return false
    throw error
  }
  writeFileSync(join(lock, 'owner'), String(process.pid))
  return true
}

function removeIfLeftBehind(lock) {
  try {
    if (!isLeftBehind(lock)) return
    // Renamed first, and looked at again: another process may have put its fresh lock in the same place.
    const aside = `${lock}-left-behind-${process.pid}`
    renameSync(lock, aside)
    if (isLeftBehind(aside)) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, lock)
  } catch {
    // It has gone in the meantime, which is what was wanted.
  }
}

function isLeftBehind(lock) {
  let owner
  try {
    owner = Number(readFileSync(join(lock, 'owner'), 'utf8'))
  } catch {
    return Date.now() - statSync(lock).mtimeMs > NAMELESS_FOR_MILLISECONDS
  }
  try {
    process.kill(owner, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
