import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../electron/storage/database.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { leadToServer } from '../../electron/storage/server-folder.ts'
import { DayWithout, wrongAfterDays } from './day-without.ts'
import { deskWithout, lookAtSchool } from './desk-without.ts'
import { bringUpLoopback, deskNetwork, hindranceToNetworks, listenOn } from './desk-network.ts'
import { makeExample, quantile, wrongAfter, type Acknowledged } from './desks.ts'
import { newDatabase, serverFolder, startAgain, startServer, stopServer, type Server } from './server.ts'
import { weakNetwork } from './weak-network.ts'

/**
 * The long form of `desks.test.ts`: 8 desks at once, cuts of the network, hard stops of the server, kills of a desk; and
 * of `outbox.test.ts`: two desks without their server for a day of so many actions each.
 * `node test/postgres/long.ts [SECONDS] [CUTS] [STOPS] [KILLS] [PULLS] [ACTIONS]`; a part of which there are 0 is left out
 */
const [seconds = 300, cuts = 100, stops = 20, kills = 50, pulls = 100, actions = 200] = process.argv
  .slice(2)
  .map(Number)
const OWN_NETWORKS = 'BLOCKTIME_TEST_OWN_NETWORKS'
if (process.env[OWN_NETWORKS] === '1') bringUpLoopback()
const root = mkdtempSync(join(tmpdir(), 'blocktime-desks-'))
const folder = serverFolder()
const server = await startServer(folder)
let desks = 0
let failed = false

/** ends of the desks that were begun: none outlives this process */
const begun: (() => void)[] = []

interface Running {
  readonly acknowledged: Acknowledged
  readonly ended: Promise<void>
  kill(): void
}

function desk(address: string, milliseconds: number, within: readonly string[] = []): Running {
  const name = `desk${desks++}`
  const words = [join(import.meta.dirname, 'long-desk.ts'), join(root, name), address, name, String(milliseconds)]
  const [program = '', ...args] = [...within, process.execPath, ...words]
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
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
  const kill = () => void child.kill('SIGKILL')
  begun.push(kill)
  return { acknowledged, ended, kill }
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

async function manyAtOnce(): Promise<void> {
  const { database, address } = await school(server)
  const running = Array.from({ length: 8 }, () => desk(address, seconds * 1_000))
  await Promise.all(running.map(({ ended }) => ended))
  await said(
    `8 desks, ${seconds} s`,
    database,
    running.map(({ acknowledged }) => acknowledged),
  )
  await database.close()
}

async function cutConnections(): Promise<void> {
  const { database, address } = await school(server)
  const network = await weakNetwork(server.port)
  const through = address.replace(String(server.port), String(network.port))
  const far = [desk(through, cuts * 400), desk(through, cuts * 400)]
  for (let count = 0; count < cuts; count++) {
    await wait(250 + ((count * 37) % 140))
    if (count % 3 === 0) network.cutAfter('commit')
    else network.cut()
  }
  await Promise.all(far.map(({ ended }) => ended))
  await said(
    `${cuts} cuts of connections`,
    database,
    far.map(({ acknowledged }) => acknowledged),
  )
  await network.close()
  await database.close()
}

async function killDesks(): Promise<void> {
  const { database, address } = await school(server)
  const killed: Acknowledged[] = []
  for (let count = 0; count < kills; count++) {
    const one = desk(address, 60_000)
    while (one.acknowledged.done.length === 0) await wait(5)
    await wait((count * 53) % 300)
    one.kill()
    await one.ended
    killed.push(one.acknowledged)
  }
  await said(`${kills} kills of a desk`, database, killed, true)
  await database.close()
}

async function stopServers(): Promise<void> {
  const { database, address } = await school(server)
  const standing = [desk(address, stops * 1_500), desk(address, stops * 1_500)]
  for (let count = 0; count < stops; count++) {
    await wait(800 + ((count * 71) % 300))
    stopServer(server, 'immediate')
    startAgain(server)
  }
  await Promise.all(standing.map(({ ended }) => ended))
  await said(
    `${stops} hard stops of the server`,
    database,
    standing.map(({ acknowledged }) => acknowledged),
  )
  await database.close()
}

/** What is pulled out for so long: less than a system sends again within, and more than a desk waits for. */
const PULLED = [
  { end: 'server', milliseconds: 300 },
  { end: 'server', milliseconds: 14_000 },
  { end: 'desk', milliseconds: 700 },
  { end: 'server', milliseconds: 2_500 },
  { end: 'desk', milliseconds: 11_000 },
] as const
const DESKS = 5
/** tenths of a second */
const LONGEST_WAITS = 3_000

/** Each desk in a network namespace of its own, whose cable is pulled out in the middle of its postings. */
async function pullCables(): Promise<void> {
  const networks = Array.from({ length: DESKS }, (_, place) => deskNetwork(place + 1))
  try {
    const certificate = listenOn(server, folder, networks)
    const { database, address } = await school(server)
    const running = networks.map((network) => {
      const far = `${address.replace('127.0.0.1', network.host)}?sslrootcert=${encodeURIComponent(certificate)}`
      return desk(far, 3_600_000, network.within)
    })
    const goOn = async (more: number) => {
      const known = running.map(({ acknowledged }) => acknowledged.done.length)
      const isBehind = () =>
        running.some(({ acknowledged }, place) => acknowledged.done.length < (known[place] ?? 0) + more)
      for (let waits = 0; isBehind(); waits++) {
        if (waits > LONGEST_WAITS) throw new Error('a desk does not go on')
        await wait(100)
      }
    }
    await goOn(1)
    for (let count = 0; count < pulls; count++) {
      await wait(400 + ((count * 131) % 900))
      const network = networks[count % DESKS]
      const { end, milliseconds } = PULLED[Math.floor(count / DESKS) % PULLED.length] ?? PULLED[0]
      network?.pull(end)
      await wait(milliseconds)
      network?.plug()
    }
    // Each works on once its cable is in again.
    await goOn(5)
    for (const one of running) one.kill()
    await Promise.all(running.map(({ ended }) => ended))
    await said(
      `${pulls} pulls of a network cable`,
      database,
      running.map(({ acknowledged }) => acknowledged),
      true,
    )
    await database.close()
  } finally {
    for (const network of networks) network.remove()
  }
}

/** In a process whose networks are its own: on this computer nobody else sees any of them come and go. */
async function pullElsewhere(): Promise<void> {
  const hindrance = hindranceToNetworks()
  if (hindrance !== null) {
    process.stdout.write(`${pulls} pulls of a network cable: SKIPPED, ${hindrance}\n`)
    return
  }
  const words = ['--net', process.execPath, import.meta.filename, '0', '0', '0', '0', String(pulls), '0']
  const { status } = spawnSync('unshare', words, { stdio: 'inherit', env: { ...process.env, [OWN_NETWORKS]: '1' } })
  failed ||= status !== 0
}

/** Two desks without their server for a day each, at the same customers and packages, which come back one after the other. */
async function daysWithout(): Promise<void> {
  const { database, address } = await school(server)
  const network = await weakNetwork(server.port)
  const places = [1, 2].map((place) => mkdtempSync(join(root, `without${place}-`)))
  for (const place of places) {
    leadToServer(place, address.replace(String(server.port), String(network.port)))
    await lookAtSchool(place)
  }
  network.down()
  const without = await Promise.all(places.map((place) => deskWithout(place)))
  const days = without.map((one, place) => new DayWithout(one, `day${place}`, place + 1))
  const began = performance.now()
  for (const day of days) await day.work(actions)
  const recording = performance.now() - began
  network.up()
  const back = performance.now()
  await Promise.all(days.map((day) => day.isBack()))
  const sending = performance.now() - back
  const done = days.map(({ acknowledged }, place) => ({ folder: places[place] ?? '', acknowledged }))
  const { wrong, sent, refused } = await wrongAfterDays(database, done)
  failed ||= wrong.length > 0
  process.stdout.write(
    `2 desks without the server for ${actions} actions each: ${sent} sent, ${refused} on the lists, ` +
      `${(recording / actions / 2).toFixed(1)} ms to record one, back after ${(sending / 1_000).toFixed(1)} s, ` +
      `wrong: ${wrong.length === 0 ? 'nothing' : wrong.slice(0, 5).join('; ')}\n`,
  )
  for (const { application } of without) await application.close()
  await network.close()
  await database.close()
}

try {
  if (seconds > 0) await manyAtOnce()
  if (cuts > 0) await cutConnections()
  if (kills > 0) await killDesks()
  if (stops > 0) await stopServers()
  if (pulls > 0) await (process.env[OWN_NETWORKS] === '1' ? pullCables() : pullElsewhere())
  if (actions > 0) await daysWithout()
} finally {
  for (const kill of begun) kill()
  stopServer(server, 'immediate')
  for (const place of [folder, root]) rmSync(place, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
