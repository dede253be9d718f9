import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { ReadingThreads } from '../../../electron/calls/threads/reading-threads.ts'
import { Closing } from '../../../electron/storage/problem.ts'
import { kestrelFiles } from '../../fixtures/kestrel.ts'
import { emptySchool, importFiles, RECORDED, temporaryFolder } from '../../temporary-school.ts'

/** How many threads were started. */
let started = 0
const count = () => void started++
beforeEach(() => {
  started = 0
  process.on('worker', count)
})
afterEach(() => void process.off('worker', count))

const AGING = { call: 'reports.aging', input: { asOf: '2026-01-31' } } as const

async function threads(): Promise<ReadingThreads> {
  const folder = temporaryFolder()
  const school = await emptySchool(folder)
  await importFiles(school, kestrelFiles())
  const made = new ReadingThreads(folder)
  onTestFinished(() => made.close())
  return made
}

it('readings one after the other are done by one thread, and give the same each time', async () => {
  const reading = await threads()
  const first = await reading.run(AGING, RECORDED)
  expect(first).toHaveProperty('value.ok', true)
  expect(await reading.run(AGING, RECORDED)).toEqual(first)
  expect(await reading.run('pages', RECORDED)).toEqual({ value: true })
  expect(started).toBe(1)
})

it('readings at once are done by threads of their own, of which one stays', async () => {
  const reading = await threads()
  const all = await Promise.all([1, 2, 3].map(() => reading.run(AGING, RECORDED)))
  expect(new Set(all.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(started).toBe(3)
  await reading.run(AGING, RECORDED)
  expect(started).toBe(3)
})

it('a reading that breaks is told to whoever waits for it, and the next one is read all the same', async () => {
  const reading = await threads()
  await reading.run(AGING, RECORDED)
  const broken = { call: 'reports.aging', input: null } as unknown as typeof AGING
  await expect(reading.run(broken, RECORDED)).rejects.toThrow(/null/)
  expect(await reading.run('pages', RECORDED)).toEqual({ value: true })
  expect(started).toBe(2)
})

it('once closed nothing is read any more, and what was being read says so', async () => {
  const reading = await threads()
  await reading.run(AGING, RECORDED)
  const told = reading.run(AGING, RECORDED).catch((error: unknown) => error)
  await reading.close()
  expect(await told).toBeInstanceOf(Closing)
  await expect(reading.run(AGING, RECORDED)).rejects.toThrow(Closing)
  expect(started).toBe(1)
})
