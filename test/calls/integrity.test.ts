import { describe, expect, it, onTestFinished } from 'vitest'
import { IntegrityWatch } from '../../electron/calls/watches/integrity-watch.ts'
import { ReadingThreads } from '../../electron/calls/threads/reading-threads.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles, temporaryFolder } from '../temporary-school.ts'
import { changeBehind } from '../of-the-file.ts'
import { kestrelDesk } from './desk.ts'

describe('the Integrity page', () => {
  it('shows each check in words, with who asked and when, and other calls are answered meanwhile', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    expect(await desk.ask('integrity.status', {}, session)).toEqual({ running: false, percent: null, last: null })
    const run = desk.ask('integrity.run', {}, session)
    const again = desk.ask('integrity.run', {}, session)
    const meanwhile = await desk.ask('integrity.status', {}, session)
    expect(meanwhile).toMatchObject({ running: true, percent: expect.any(Number), last: null })
    const { last } = await run
    expect(last).toMatchObject({ ok: true, finishedAt: '2026-02-01T12:00:00.000Z', by: expect.any(String) })
    expect(last!.checks.map(({ words }) => words)).toContain('The chain of hashes is whole')
    expect(last!.checks.every(({ ok, remedy, findings }) => ok && remedy === null && findings.length === 0)).toBe(true)
    await again
    const runs = await desk.application.database.read((db) => db.selectFrom('verification_runs').select('id').execute())
    expect(runs).toHaveLength(1)
    expect(await desk.ask('integrity.status', {}, session)).toEqual({ running: false, percent: null, last })
  })

  it('says of a failing check what is wrong and what to do', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('billing')
    await desk.application.settled()
    changeBehind(desk.application.database, "update entries set note = 'changed' where number = 4")
    const { last } = await desk.ask('integrity.run', {}, session)
    expect(last!.ok).toBe(false)
    const failing = last!.checks.filter(({ ok }) => !ok)
    expect(failing).toMatchObject([
      { check: 'chain', findings: [{ entry: 4, message: expect.stringContaining('Entry 4') }], more: 0 },
    ])
    expect(failing[0]!.remedy).toMatch(/Keep a copy .* restore the last backup/)
  })
})

describe('the daily verification', () => {
  it('runs where there is a ledger and the last one is a day old, and stops with the application', async () => {
    const folder = temporaryFolder()
    const database = await emptySchool(folder)
    let now = new Date('2026-02-01T08:00:00Z')
    const threads = new ReadingThreads(folder)
    const watch = new IntegrityWatch(database, threads, () => now)
    onTestFinished(() => watch.close())
    expect(await watch.runIfDue()).toBe(false)
    await importFiles(database, kestrelFiles())
    expect(await watch.runIfDue()).toBe(true)
    now = new Date('2026-02-02T07:59:59Z')
    expect(await watch.runIfDue()).toBe(false)
    now = new Date('2026-02-02T08:00:00Z')
    const run = watch.run(null)
    const stopped = watch.close()
    await threads.close()
    await expect(run).rejects.toThrow('is being closed')
    await stopped
    now = new Date('2026-03-02T08:00:00Z')
    expect(await watch.runIfDue()).toBe(false)
  })
})
