import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { liabilityReport } from '../../electron/reports/liability/liability.ts'
import { exportHledger } from '../../electron/school/journal/export-hledger.ts'
import { businessDate, daysBefore } from '../../shared/dates.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { engineBalances, expectVerified } from '../model/engine.ts'
import { temporaryFolder } from '../temporary-school.ts'

const DAY = businessDate('2026-02-01')
const HLEDGER = spawnSync('hledger', ['--version']).status === 0

/** The school as it begins: what it sells, and nobody yet. */
function newSchool(): Record<string, string> {
  const files = kestrelFiles()
  return {
    ...files,
    'customers.csv': 'number,name,email,phone\n',
    'activity.csv': `${(files['activity.csv'] ?? '').split('\n')[0]}\n`,
  }
}

type Cell = string | number | null

/** Sixty students as another system gives them: three packages, hours left, money paid or owed, some with a credit. */
function sixtyStudents(): Cell[][] {
  const names = ['Student ID', 'Student', 'E-mail', 'Course', 'Enrolled', 'Paid', 'Owed', 'Credit']
  const lines = ['C172S left', 'DUAL left', 'SIM used']
  const rows = Array.from({ length: 60 }, (_, index): Cell[] => {
    const course = ['PPL', 'IFR', 'BLOCK10'][index % 3] ?? ''
    const paid = index % 2 === 0 ? Math.min(1_000 + index * 25.5, 1_500) : null
    const owed = index % 2 === 0 ? null : 400 + index
    const left = course === 'BLOCK10' ? Math.max(0.5, 10 - index / 10) : 40 - index / 2
    const more = course === 'BLOCK10' ? [null, null] : [39.3 - index / 4, (index % 4) * 0.5]
    return [
      `S-${100 + index}`,
      `Student ${index}`,
      `s${index}@example.test`,
      course,
      `2025-${String((index % 12) + 1).padStart(2, '0')}-15`,
      paid,
      owed,
      index % 7 === 0 ? 50.25 : null,
      Math.round(left * 100) / 100,
      ...more,
    ]
  })
  return [[...names, ...lines], ...rows]
}

async function asWorkbook(rows: Cell[][]): Promise<string> {
  const data = rows.map((row) =>
    row.map((value) =>
      value === null
        ? null
        : typeof value === 'number'
          ? { value, type: Number as NumberConstructor }
          : { value, type: String as StringConstructor },
    ),
  )
  return (await writeExcel(data).toBuffer()).toString('base64')
}

/** Sixty students brought over from a workbook, whose decimals have a point whatever the school writes. */
async function broughtOver(locale: string): Promise<{ desk: Desk; session: string }> {
  const files = newSchool()
  const school = (files['school.csv'] ?? '').replace('en-US', locale)
  const desk = await kestrelDesk(undefined, { ...files, 'school.csv': school })
  const session = await desk.signInAs('administrator')
  const content = await asWorkbook(sixtyStudents())
  const input = {
    file: { name: 'students.xlsx', content },
    day: DAY,
    meanings: null,
    makeCustomers: true,
    makePackages: false,
  }
  const read = await desk.ask('bringOver.read', input, session)
  const named = read.header.map((title, place) =>
    title === 'Course' ? ({ of: 'package', code: null } as const) : (read.meanings[place] ?? null),
  )
  const sheet = { ...input, meanings: named }
  expect((await desk.ask('bringOver.read', sheet, session)).problems).toEqual([])
  expect(await desk.ask('bringOver.record', sheet, session)).toMatchObject({ students: 60, problems: [] })
  return { desk, session }
}

describe('the first day with sixty students brought over', () => {
  it.each(['en-US', 'de-DE'])('reads every number as the workbook holds it (%s)', async (locale) => {
    const { desk } = await broughtOver(locale)
    const { packages, accounts } = await engineBalances(desk.application.database)
    expect(packages).toHaveLength(60)
    for (const [index, [number, , , , , paid, owed, credit, left]] of sixtyStudents().slice(1).entries()) {
      const pack = packages.find(({ customer }) => customer === number)
      if (typeof paid === 'number') expect(pack?.paid, `${index}`).toBe(paid.toFixed(2))
      if (typeof owed === 'number') expect(pack?.owed, `${index}`).toBe(owed.toFixed(2))
      expect(pack?.lines.find(({ code }) => code === 'C172S')?.remaining).toBe(Number(left).toFixed(2))
      expect(accounts.find(({ customer }) => customer === number)?.balance).toBe(credit === null ? undefined : '50.25')
    }
    await expectVerified(desk.application.database)
  })

  it('has no takings, no revenue and nothing in the drawers; what was brought over stands apart, on every day', async () => {
    const { desk, session } = await broughtOver('en-US')
    const period = { from: null, to: DAY }
    const liability = await desk.ask('reports.liability', { period }, session)
    expect(liability.revenueTotal).toMatchObject({ sold: 0, revenue: 0, tax: 0 })
    expect(liability.proof).toMatchObject({ collected: 0 })
    expect(liability.proof.broughtOver).toBeGreaterThan(0)
    const expected = await desk.ask('closings.expected', { days: { from: DAY, to: DAY } }, session)
    expect(expected.tenders.map(({ expected: amount }) => amount)).toEqual(expected.tenders.map(() => 0))
    const activity = await desk.ask('reports.activity', { period }, session)
    expect(activity.payments).toEqual([])
    // The report throws where it does not tie out.
    const { database } = desk.application
    for (let back = 420; back >= 0; back -= 7) {
      const to = daysBefore(DAY, back)
      const made = await database.read((db) => liabilityReport(db, { from: null, to }))
      const { packages, accounts } = await engineBalances(database, to)
      const minor = (text: string) => Number(text.replace('.', ''))
      const sum = (all: readonly string[]) => all.reduce((total, text) => total + minor(text), 0)
      expect(made.total.closing, to).toBe(sum(packages.map(({ funds }) => funds)))
      expect(made.accounts.closing, to).toBe(sum(accounts.map(({ balance }) => balance)))
    }
  })

  it.skipIf(!HLEDGER)('hledger agrees with the balances (needs hledger)', async () => {
    const { desk } = await broughtOver('en-US')
    const { database } = desk.application
    const parts: string[] = []
    await database.read(async (db) => {
      for await (const part of exportHledger(db)) parts.push(part)
    })
    const file = join(temporaryFolder(), 'school.journal')
    writeFileSync(file, parts.join(''))
    const asked = ['-f', file, 'bal', '--flat', '-N', '-O', 'csv', 'packages', 'hours']
    const { stdout, status } = spawnSync('hledger', asked, {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C.UTF-8' },
    })
    expect(status).toBe(0)
    const [, ...rows] = parse(stdout) as string[][]
    const found = new Map(rows.map(([account, balance]) => [account, Number((balance ?? '').split(' ')[0])]))
    const { packages } = await engineBalances(database)
    for (const { ref, funds, lines } of packages) {
      expect(0 - (found.get(`packages:${ref}:funds`) ?? 0), ref).toBeCloseTo(Number(funds), 6)
      for (const { code, remaining } of lines)
        expect(found.get(`hours:${ref}:${code}`) ?? 0, `${ref} ${code}`).toBeCloseTo(Number(remaining), 6)
    }
  })
})
