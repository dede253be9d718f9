import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../electron/storage/database.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { makeExample, quantile, wrongAfter, type Acknowledged } from './desks.ts'
import { newDatabase, serverFolder, startAgain, startServer, stopServer, type Server } from './server.ts'
import { weakNetwork } from './weak-network.ts'

/**
 * The long form of `desks.test.ts`: 8 desks at once, cuts of the network, hard stops of the server, kills of a desk.
 * `node test/postgres/long.ts [SECONDS] [CUTS] [STOPS] [KILLS]`
 */
const [seconds = 300, cuts = 100, stops = 20, kills = 50] = process.argv.slice(2).map(Number)
const root = mkdtempSync(join(tmpdir(), 'blocktime-desks-'))
const folder = serverFolder()
const server = await startServer(folder)
let desks = 0
let failed = false

interface Running {
  readonly acknowledged: Acknowledged
  readonly ended: Promise<void>
  kill(): void
}

function desk(address: string, milliseconds: number): Running {
  const name = `desk${desks++}`
  const words = [join(import.meta.dirname, 'long-desk.ts'), join(root, name), address, name, String(milliseconds)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: Acknowledged = { done: [], open: [], times: [] }
  let rest = ''
  child.stdout.on('data', (part: Buffer) => {
    const lines = `${rest}${part.toString()}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [what, id, time] = JSON.parse(line) as [string, string, number | undefined]
      if (what === 'open') acknowledged.open.push(id)
      else {
        acknowledged.done.push(id)
        acknowledged.times.push(time ?? 0)
      }
    }
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  return { acknowledged, ended, kill: () => void child.kill('SIGKILL') }
}

/** @param killed whether desks were killed: then what was under way may be there without an answer */
async function said(title: string, database: Database, each: readonly Acknowledged[], killed = false): Promise<void> {
  const times = each.flatMap((one) => one.times)
  const wrong = (await wrongAfter(database, each)).filter((line) => !(killed && line.endsWith('by nobody')))
  const open = each.flatMap((one) => one.open)
  failed ||= wrong.length > 0
  process.stdout.write(
    `${title}: ${times.length} postings acknowledged, ${open.length} refused, p50 ${quantile(times, 0.5).toFixed(0)} ms, ` +
      `p95 ${quantile(times, 0.95).toFixed(0)} ms, wrong: ${wrong.length === 0 ? 'nothing' : wrong.slice(0, 5).join('; ')}\n`,
  )
}

async function school(on: Server): Promise<{ database: Database; address: string }> {
  const address = newDatabase(on)
  const place = mkdtempSync(join(root, 'owner-'))
  leadToServer(place, address)
  const database = await openDatabase(place)
  await makeExample(database)
  return { database, address }
}

try {
  const together = await school(server)
  const running = Array.from({ length: 8 }, () => desk(together.address, seconds * 1_000))
  await Promise.all(running.map(({ ended }) => ended))
  await said(
    `8 desks, ${seconds} s`,
    together.database,
    running.map(({ acknowledged }) => acknowledged),
  )

  const cut = await school(server)
  const network = await weakNetwork(server.port)
  const through = cut.address.replace(String(server.port), String(network.port))
  const far = [desk(through, cuts * 400), desk(through, cuts * 400)]
  for (let count = 0; count < cuts; count++) {
    await wait(250 + ((count * 37) % 140))
    if (count % 3 === 0) network.cutAfter('commit')
    else network.cut()
  }
  await Promise.all(far.map(({ ended }) => ended))
  await said(
    `${cuts} cuts of the network`,
    cut.database,
    far.map(({ acknowledged }) => acknowledged),
  )
  await network.close()

  const killing = await school(server)
  const killed: Acknowledged[] = []
  for (let count = 0; count < kills; count++) {
    const one = desk(killing.address, 60_000)
    while (one.acknowledged.done.length === 0) await wait(5)
    await wait((count * 53) % 300)
    one.kill()
    await one.ended
    killed.push(one.acknowledged)
  }
  await said(`${kills} kills of a desk`, killing.database, killed, true)

  const stopped = await school(server)
  const standing = [desk(stopped.address, stops * 1_500), desk(stopped.address, stops * 1_500)]
  for (let count = 0; count < stops; count++) {
    await wait(800 + ((count * 71) % 300))
    stopServer(server, 'immediate')
    startAgain(server)
  }
  await Promise.all(standing.map(({ ended }) => ended))
  await said(
    `${stops} hard stops of the server`,
    stopped.database,
    standing.map(({ acknowledged }) => acknowledged),
  )
  for (const { database } of [together, cut, killing, stopped]) await database.close()
} finally {
  stopServer(server, 'immediate')
  for (const place of [folder, root]) rmSync(place, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
