import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildShim, cutPower, failWrites } from './disk-faults.ts'
import { KILL_KINDS, type Outcome } from './kill-kinds.ts'
import { tamper } from './tampers.ts'

// The Safety table of limits.md, as measured: npm run test:faults -- --figures [--share 0.1]

const given = process.argv.indexOf('--share')
/** Below 1: fewer of each, for a look in between. */
const share = given < 0 ? 1 : Number(process.argv[given + 1])
const KILLS = { posting: 200, import: 60, backup: 60, restore: 50, migration: 60, batch: 70 } as const
const folder = mkdtempSync(join(tmpdir(), 'blocktime-figures-'))
let failed = false

function row(what: string, measured: string, wrong: readonly string[]): void {
  failed ||= wrong.length > 0
  process.stdout.write(`| ${what} | ${measured} | ${wrong.length === 0 ? 'holds' : `${wrong.length} do not hold`} |\n`)
  for (const line of new Set(wrong)) process.stdout.write(`  - ${line}\n`)
}

function times(count: number): number {
  return Math.max(1, Math.round(count * share))
}

function own(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

process.stdout.write('| what | measured | |\n|---|---|---|\n')
for (const [kind, count] of Object.entries(KILLS)) {
  const run = KILL_KINDS[kind]
  if (!run) throw new Error(`there is no work ${kind}`)
  const { kills, done, wrong } = await run(own(kind), times(count))
  row(`killed while ${kind}`, `${kills} kills, ${done} acknowledged`, wrong)
}
const library = buildShim(folder)
if (library === null) row('power cuts, failing disks', 'not measured: needs Linux and a C compiler', [])
else await onFailingDisks(library)
const { tampers, found, harmless, missed } = await tamper(own('tampers'), times(1_000))
row('one bit changed behind the program', `${tampers} changes: ${found} found, ${harmless} without meaning`, missed)
rmSync(folder, { recursive: true, force: true })
process.exitCode = failed ? 1 : 0

async function onFailingDisks(shim: string): Promise<void> {
  const cuts = await cutPower(own('power'), shim, times(100))
  row('power cut while posting', `${cuts.kills} cuts, ${cuts.done} acknowledged`, cuts.wrong)
  const { done, lost } = cuts.control
  const blind = lost === 0 && share === 1 ? ['the control lost nothing: these cuts show nothing'] : []
  row('the control, at synchronous=NORMAL', `${lost} of ${done} acknowledged lost, as it must be`, blind)
  for (const error of ['EIO', 'ENOSPC'] as const) {
    const outcome: Outcome = await failWrites(own(error), shim, times(200), error)
    row(`${error} at the Nth write`, `N to ${outcome.kills}, ${outcome.done} acknowledged`, outcome.wrong)
  }
}
