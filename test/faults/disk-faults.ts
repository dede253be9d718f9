import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkPayments, makeSchool } from './checked.ts'
import { firstTrials, moments, workUntilKilled, type Outcome, type Trials } from './kills.ts'

/** Builds what stands between a program and its disk; null where this computer has no Linux or no compiler. */
export function buildShim(folder: string): string | null {
  if (process.platform !== 'linux') return null
  const library = join(folder, 'shim.so')
  const built = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, join(import.meta.dirname, 'shim.c'), '-ldl'])
  return built.status === 0 ? library : null
}

export interface PowerCuts extends Outcome {
  /** acknowledged payments that the same cuts lose where commits are not made durable: the control */
  readonly control: { readonly done: number; readonly lost: number }
}

/** Cuts the power while payments are posted: of the files only what was made durable is left. */
export async function cutPower(folder: string, library: string, cuts: Trials): Promise<PowerCuts> {
  const full = await cutting('posting', join(folder, 'full'), library, cuts)
  const control = await cutting(
    'posting at NORMAL',
    join(folder, 'normal'),
    library,
    firstTrials(Math.ceil(cuts.count / 10)),
  )
  const lost = control.wrong.filter((line) => line.endsWith('is lost')).length
  return { kills: cuts.count, done: full.done, wrong: full.wrong, control: { done: control.done, lost } }
}

async function cutting(kind: string, folder: string, library: string, cuts: Trials) {
  const made = join(folder, 'made')
  await makeSchool(made)
  let done = 0
  const wrong: string[] = []
  for (const [round, at] of moments(cuts, 300, 7).entries()) {
    const [under, shadow] = [join(folder, `${round}-disk`), join(folder, `${round}-durable`)]
    for (const copy of [under, shadow]) cpSync(made, copy, { recursive: true })
    const environment = { LD_PRELOAD: library, FAULTS_UNDER: under, FAULTS_SHADOW: shadow }
    const { acknowledged } = await workUntilKilled([kind, under, String(round)], at + 50, environment)
    done += acknowledged.length
    wrong.push(...(await checkPayments(shadow, acknowledged)))
  }
  return { done, wrong }
}

/** Lets the Nth write to the disk fail, for each N of the trials, or each so manieth, while payments are posted. */
export async function failWrites(
  folder: string,
  library: string,
  { from, count }: Trials,
  error: 'EIO' | 'ENOSPC',
  step = 1,
): Promise<Outcome> {
  mkdirSync(folder, { recursive: true })
  const data = join(folder, 'data')
  await makeSchool(data)
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'failing-poster.ts'), data, String(from), String(count), error, String(step)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, LD_PRELOAD: library, FAULTS_UNDER: data },
    },
  )
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  await once(child, 'close')
  const lines = said.split('\n').filter((line) => line !== '')
  const recorded = lines.filter((line) => line.startsWith('PAY-'))
  const unsaid = lines.filter((line) => line.startsWith('unsaid '))
  const wrong = await checkPayments(data, recorded)
  const ended = lines.at(-1) === 'ended' ? [] : ['the program did not survive its disk']
  return { kills: count, done: recorded.length, wrong: [...wrong, ...unsaid, ...ended] }
}
