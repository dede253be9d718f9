import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { SeededChance } from '../../electron/school/demonstration/seeded-chance.ts'

export interface Killed {
  /** what it said was done before it was killed */
  readonly acknowledged: readonly string[]
}

/** Starts a process that works, kills it after some milliseconds of work, and answers what it had said was done. */
export async function workUntilKilled(
  words: readonly string[],
  milliseconds: number,
  environment: NodeJS.ProcessEnv = {},
): Promise<Killed> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'act.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  let said = ''
  let wrong = ''
  let killed = false
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()))
  child.stdout.on('data', (part: Buffer) => {
    const first = said === ''
    said += part.toString()
    if (first) {
      setTimeout(() => {
        killed = true
        child.kill('SIGKILL')
      }, milliseconds)
    }
  })
  await once(child, 'close')
  if (!killed) throw new Error(`the work ended by itself: ${wrong}`)
  // The last line may have been cut off by the kill; everything before it was acknowledged.
  return { acknowledged: said.split('\n').slice(1, -1) }
}

/** Which of many trials are made: a long run goes in parts, each with trials of its own. */
export interface Trials {
  readonly from: number
  readonly count: number
}

export function firstTrials(count: number): Trials {
  return { from: 0, count }
}

/** Moments of work after which a process is killed: spread over a piece of work and beyond, the same in each run. */
export function moments({ from, count }: Trials, longest: number, seed: number): number[] {
  const chance = new SeededChance(seed)
  return Array.from({ length: from + count }, () => chance.whole(0, longest)).slice(from)
}

/** What a kind of work came to under kills. */
export interface Outcome {
  readonly kills: number
  /** pieces of work that were acknowledged */
  readonly done: number
  /** what did not hold */
  readonly wrong: readonly string[]
}

/** Kills one kind of work so many times, in a folder of its own. */
export type KillKind = (folder: string, kills: Trials) => Promise<Outcome>
