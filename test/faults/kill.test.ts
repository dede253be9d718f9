import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances, expectVerified } from '../model/engine.ts'
import { importFiles, temporaryFolder } from '../temporary-school.ts'

/** The long form kills 200 times: npm run test:faults. */
const KILLS = Number(process.env['BLOCKTIME_KILLS'] ?? 5)

/** Starts the poster, kills it after some acknowledgements, and answers what it had acknowledged by then. */
async function postUntilKilled(folder: string, round: number, acknowledgements: number): Promise<string[]> {
  const poster = spawn(process.execPath, [join(import.meta.dirname, 'poster.ts'), folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  poster.stdout.on('data', (part: Buffer) => {
    said += part.toString()
    if (said.split('\n').length > acknowledgements) poster.kill('SIGKILL')
  })
  await once(poster, 'close')
  // The last line may have been cut off by the kill; everything before it was acknowledged.
  return said.split('\n').slice(0, -1)
}

it(`killed ${KILLS} times while posting: no acknowledged action is lost, none is half done, verify finds nothing`, async () => {
  const folder = temporaryFolder()
  const first = await openDatabase(folder)
  await importFiles(first, kestrelFiles())
  await first.close()
  const acknowledged: string[] = []
  for (let round = 0; round < KILLS; round++)
    acknowledged.push(...(await postUntilKilled(folder, round, 1 + ((round * 7) % 23))))
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS)

  const database = await openDatabase(folder)
  const rows = await database.read((db) =>
    db.selectFrom('entries').select('ref').where('ref', 'like', 'PAY-KILL-%').execute(),
  )
  const recorded = new Set(rows.map(({ ref }) => ref))
  expect(acknowledged.filter((ref) => !recorded.has(ref))).toEqual([])
  const pack = (await engineBalances(database)).packages.find(({ ref }) => ref === 'CP-1005')
  expect(pack?.paid).toBe((1500 + recorded.size / 100).toFixed(2))
  await expectVerified(database)
  await database.close()
}, 3_600_000)
