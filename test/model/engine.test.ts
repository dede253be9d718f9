import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { exportCsv } from '../../electron/school/csv/export-csv.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'
import { engineBalances, engineHistory, expectVerified } from './engine.ts'
import { randomSchool } from './random-school.ts'
import { ReferenceSchool } from './reference-school.ts'
import { readActivity, readCatalogue } from './school-files.ts'

/** The long form plays 10,000 actions: BLOCKTIME_MODEL_ACTIONS=10000. */
const ACTIONS = Number(process.env['BLOCKTIME_MODEL_ACTIONS'] ?? 400)

/** The same schools at every run, so that a failure comes again; another seed gives others. */
const SEED = Number(process.env['BLOCKTIME_MODEL_SEED'] ?? 20_261_123)
/** The long form plays through many years: none of its days lies in the future. */
const AFTER_ALL = new Date('2100-01-01T12:00:00Z')
const NEED_A_REASON = ['invoice_void', 'invoice_delete', 'remove_from_package']

const schools = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
  customers: fc.integer({ min: 3, max: 12 }),
})

describe('the engine equals the reference model', () => {
  it('generated schools give exactly the balances, histories and as-of balances, and come back from their export', async () => {
    await fc.assert(
      fc.asyncProperty(schools, async ({ seed, currency, customers }) => {
        const school = randomSchool(seed, { customers, actions: 200, currency })
        const database = await emptySchool()
        expect(await importFiles(database, school.files)).toMatchObject({ outcome: 'imported', changed: true })
        expect(await engineBalances(database)).toEqual(school.expected.balances)
        expect(await engineHistory(database)).toEqual(school.expected.history)
        for (const { date, balances } of school.expected.asOf)
          expect(await engineBalances(database, date)).toEqual(balances)
        await expectVerified(database)
        const exported = Object.fromEntries(await database.read(exportCsv))
        expect(await importFiles(database, exported)).toMatchObject({ outcome: 'imported', changed: false })
        const second = await emptySchool()
        await importFiles(second, exported)
        expect(await engineHistory(second)).toEqual(school.expected.history)
      }),
      { numRuns: 8, seed: SEED },
    )
  }, 120_000)

  it('files with rows that the rules refuse change nothing and name exactly those rows', async () => {
    await fc.assert(
      fc.asyncProperty(schools, async ({ seed, currency, customers }) => {
        const school = randomSchool(seed, { customers, actions: 150, currency, invalidShare: 0.25 })
        const database = await emptySchool()
        const result = await importFiles(database, school.files)
        const errors = result.outcome === 'refused' ? result.errors.map(({ file, row }) => ({ file, row })) : []
        expect(errors).toEqual(school.errors)
        const left = await engineBalances(database)
        expect(left.packages).toHaveLength(school.errors.length > 0 ? 0 : school.expected.balances.packages.length)
      }),
      { numRuns: 8, seed: SEED },
    )
  }, 120_000)

  it(`after each of ${ACTIONS} valid and invalid actions, one at a time`, async () => {
    const { files } = randomSchool(SEED, {
      customers: 6,
      actions: Math.round(ACTIONS * 0.7),
      invalidShare: 0.3,
    })
    const model = new ReferenceSchool(readCatalogue(files))
    const database = await emptySchool()
    const { 'activity.csv': _, ...catalogue } = files
    await importFiles(database, catalogue, AFTER_ALL)
    let step = 0
    for (const { rows: read } of readActivity(files)) {
      // Imported one by one, the same payment twice would be the same payment: a note tells them apart.
      const rows = read.map((row) =>
        NEED_A_REASON.includes(row.action ?? '') ? row : { ...row, note: `step ${step}` },
      )
      step += 1
      const accepted = model.act(rows).ok
      const result = await importFiles(database, { 'activity.csv': stringify(rows, { header: true }) }, AFTER_ALL)
      expect(result.outcome, JSON.stringify(rows)).toBe(accepted ? 'imported' : 'refused')
      expect(await engineBalances(database), JSON.stringify(rows)).toEqual(model.balances())
    }
    expect(await engineHistory(database)).toEqual(model.history())
    await expectVerified(database)
  }, 3_600_000)
})
