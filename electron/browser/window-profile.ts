import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const PROFILE = /^profile-(\d+)$/

/**
 * The browser profile of this process's window. Each has one of its own: a browser that finds its profile in use hands
 * the window to the process that uses it and ends, and nobody could tell any more when the window is closed. Profiles
 * that a killed process left behind are taken away.
 */
export function profileFolder(folder: string): string {
  for (const name of readdirSync(folder)) {
    const owner = PROFILE.exec(name)?.[1]
    if (owner !== undefined && (Number(owner) === process.pid || !isRunning(Number(owner))))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
  return join(folder, `profile-${process.pid}`)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
