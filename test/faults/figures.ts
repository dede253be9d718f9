import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildShim, cutPower, failWrites } from './disk-faults.ts'
import { KILL_KINDS } from './kill-kinds.ts'
import type { Trials } from './kills.ts'
import { tamper } from './tampers.ts'

// The Safety table of limits.md, as measured: npm run test:faults -- --figures [--share 0.1] [--only posting,EIO]
// [--part 2/5]: of each only the second fifth, so that a long run can be made in pieces.

const root = resolve(import.meta.dirname, '..', '..')
const KILLS: Readonly<Record<string, number>> = {
  posting: 200,
  import: 60,
  backup: 60,
  restore: 50,
  migration: 60,
  batch: 70,
  'accept-all': 40,
  rebuild: 40,
}
/** Below 1: fewer of each, for a look in between. */
const share = Number(wordAfter('--share') ?? 1)
const only = wordAfter('--only')?.split(',')
const [part = 1, parts = 1] = (wordAfter('--part') ?? '1/1').split('/').map(Number)
const folder = mkdtempSync(join(tmpdir(), 'blocktime-figures-'))
let failed = false

process.stdout.write('| what | measured | |\n|---|---|---|\n')
for (const [kind, count] of Object.entries(KILLS)) {
  if (!wanted(kind)) continue
  const { kills, done, wrong } = await KILL_KINDS[kind]!(own(kind), trials(count))
  row(`killed while ${kind}`, `${kills} kills, ${done} acknowledged`, wrong)
}
if (['power', 'EIO', 'ENOSPC'].some(wanted)) {
  const library = buildShim(folder)
  if (library === null) row('power cuts, failing disks', 'not measured: needs Linux and a C compiler', [])
  else await onFailingDisks(library)
}
if (wanted('tampers')) {
  const { tampers, found, harmless, missed } = await tamper(own('tampers'), trials(1_000))
  row('one bit changed behind the program', `${tampers} changes: ${found} found, ${harmless} without meaning`, missed)
}
if (wanted('full-disk')) inTests('a disk that is really full', 'test/faults/full-disk.test.ts')
if (wanted('model')) inTests('commands against the reference model', 'test/model/engine.test.ts', trials(10_000).count)
if (wanted('calls'))
  inTests('every call, with every role, signed in, out, expired, demoted, forged', 'test/calls/permissions.test.ts')
rmSync(folder, { recursive: true, force: true })
process.exitCode = failed ? 1 : 0

async function onFailingDisks(shim: string): Promise<void> {
  if (wanted('power')) {
    const cuts = await cutPower(own('power'), shim, trials(100))
    row('power cut while posting', `${cuts.kills} cuts, ${cuts.done} acknowledged`, cuts.wrong)
    const { done, lost } = cuts.control
    const blind = lost === 0 && cuts.kills >= 100 ? ['the control lost nothing: these cuts show nothing'] : []
    row('the control, at synchronous=NORMAL', `${lost} of ${done} acknowledged lost, as it must be`, blind)
  }
  for (const error of ['EIO', 'ENOSPC'] as const) {
    if (!wanted(error)) continue
    const each = trials(200)
    const { done, wrong } = await failWrites(own(error), shim, each, error)
    row(
      `${error} at the Nth write`,
      `N from ${each.from + 1} to ${each.from + each.count}, ${done} acknowledged`,
      wrong,
    )
  }
}

/** What is a test already: its own command prints why where it fails. */
function inTests(what: string, file: string, actions?: number): void {
  const vitest = resolve(root, 'node_modules', 'vitest', 'vitest.mjs')
  const report = join(folder, 'report.json')
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'test/vitest.config.ts', '--reporter', 'json', '--outputFile', report, file],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...(actions === undefined ? {} : { BLOCKTIME_MODEL_ACTIONS: String(actions) }) },
    },
  )
  const { numPassedTests = 0, numTotalTests = 0 } = JSON.parse(
    existsSync(report) ? readFileSync(report, 'utf8') : '{}',
  ) as Record<string, number>
  rmSync(report, { force: true })
  const measured = `${numPassedTests} of ${numTotalTests} tests${actions === undefined ? '' : `, ${actions} commands`}`
  row(what, measured, status === 0 ? [] : [`npm run test:unit -- ${file}`])
}

function row(what: string, measured: string, wrong: readonly string[]): void {
  failed ||= wrong.length > 0
  process.stdout.write(`| ${what} | ${measured} | ${wrong.length === 0 ? 'holds' : `${wrong.length} do not hold`} |\n`)
  for (const line of new Set(wrong)) process.stdout.write(`  - ${line}\n`)
}

function wanted(name: string): boolean {
  return only === undefined || only.includes(name)
}

/** Of so many in all, those of this part. */
function trials(all: number): Trials {
  const count = Math.max(1, Math.round(all * share))
  const [from, to] = [part - 1, part].map((at) => Math.floor((count * at) / parts)) as [number, number]
  return { from, count: Math.max(1, to - from) }
}

function own(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

function wordAfter(option: string): string | undefined {
  const at = process.argv.indexOf(option)
  return at < 0 ? undefined : process.argv[at + 1]
}
