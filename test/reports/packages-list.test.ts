import { describe, expect, it } from 'vitest'
import { packageListFilterSchema } from '../../shared/contract/values.ts'
import { businessDateAt, daysBefore } from '../../shared/dates.ts'
import { PACKAGE_SORTS } from '../../shared/contract/package-columns.ts'
import type { ListChoice } from '../../electron/reports/lists/list-choice.ts'
import { packagesCount, packagesPage } from '../../electron/reports/lists/packages-list.ts'
import { fillDemonstration } from '../../electron/school/demonstration/demonstration.ts'
import type { Database } from '../../electron/storage/database.ts'
import { emptySchool, RECORDED } from '../temporary-school.ts'

async function demonstrationSchool(): Promise<Database> {
  const database = await emptySchool()
  await database.write((db) => fillDemonstration(db, { userId: null, now: RECORDED }))
  return database
}

/** Every third package ended before the day, and every third ends on it. */
async function endSome(database: Database, day: string): Promise<void> {
  const ends = { 1: '2025-12-31', 2: day }
  for (const [rest, end] of Object.entries(ends))
    await database.write((db) =>
      db
        .updateTable('package_list')
        .set({ last_valid: end })
        .where(({ eb }) => eb(eb('customer_package_id', '%', 3), '=', Number(rest)))
        .execute(),
    )
}

/** All refs from a row on, by keyset pages of a few. */
async function refs(database: Database, question: Omit<ListChoice, 'after' | 'limit'>): Promise<string[]> {
  const found: string[] = []
  let after: string | null = null
  do {
    const page = await database.read((db) => packagesPage(db, { ...question, after, limit: 7 }))
    found.push(...page.rows.map(({ ref }) => ref))
    after = page.next
  } while (after !== null)
  return found
}

describe('the Packages tab', () => {
  const today = businessDateAt(RECORDED, 'UTC')

  it('goes on from any row as it would have come there page by page, in every order', async () => {
    const database = await demonstrationSchool()
    await endSome(database, today)
    const questions = PACKAGE_SORTS.flatMap((sort) =>
      (['ascending', 'descending'] as const).flatMap((direction) => [
        ...[null, ...packageListFilterSchema.options].map((status) => ({ search: '', status, sort, direction, today })),
        { search: 'private', status: null, sort, direction, today },
      ]),
    )
    for (const question of questions) {
      const all = await refs(database, question)
      expect(new Set(all).size).toBe(all.length)
      for (const skip of new Set([1, 20, all.length - 1, all.length, all.length + 5])) {
        if (skip < 0) continue
        expect({ question, skip, rows: await refs(database, { ...question, skip }) }).toEqual({
          question,
          skip,
          rows: all.slice(skip),
        })
      }
    }
    expect(questions.length).toBeGreaterThan(50)
  }, 60_000)

  it('has what a search finds in the order of the whole list, page by page', async () => {
    const database = await demonstrationSchool()
    await endSome(database, today)
    for (const sort of PACKAGE_SORTS)
      for (const direction of ['ascending', 'descending'] as const)
        for (const status of [null, 'active', 'expired'] as const) {
          const question = { status, sort, direction, today } as const
          const page = { ...question, search: '', after: null, limit: 1_000 }
          const { rows, next } = await database.read((db) => packagesPage(db, page))
          expect(next).toBeNull()
          const private_ = rows.filter(({ packageName }) => packageName.startsWith('Private'))
          expect(private_.length).toBeGreaterThan(status === null ? 7 : 2)
          const found = await refs(database, { ...question, search: 'private' })
          expect({ question, found }).toEqual({ question, found: private_.map(({ ref }) => ref) })
        }
  }, 60_000)

  it('reads an active package as expired after its last valid day, and finds those that end soon', async () => {
    const database = await demonstrationSchool()
    await endSome(database, today)
    const rows = async (status: ListChoice['status']) =>
      database.read(async (db) => {
        const choice = { search: '', status, sort: 'status', direction: 'ascending', today } as const
        const page = await packagesPage(db, { ...choice, after: null, limit: 200 })
        expect(await packagesCount(db, choice)).toBe(page.rows.length)
        return page.rows
      })
    const expired = await rows('expired')
    expect(expired.length).toBeGreaterThan(0)
    expect(new Set(expired.map(({ status, lastValid }) => `${status} ${lastValid}`))).toEqual(
      new Set(['expired 2025-12-31']),
    )
    const ending = await rows('ending')
    expect(ending.filter(({ lastValid }) => lastValid === today).length).toBeGreaterThan(0)
    const soon = daysBefore(today, -30)
    const late = ({ status, lastValid }: (typeof ending)[number]) =>
      status !== 'active' || lastValid === null || lastValid < today || lastValid > soon
    expect(ending.filter(late)).toEqual([])
    const all = await rows(null)
    expect(all.filter(({ status }) => status === 'expired').length).toBe(expired.length)
    expect((await rows('active')).length + expired.length).toBe(
      all.filter(({ status }) => status === 'active' || status === 'expired').length,
    )
  })
})

describe('the hours of a row by category', () => {
  it('add up to the hours of the row, and stand under the heading that the catalogue has today', async () => {
    const database = await demonstrationSchool()
    const all = { search: '', status: null, today: businessDateAt(RECORDED, 'UTC'), after: null, limit: 200 } as const
    const page = () => database.read((db) => packagesPage(db, { ...all, sort: 'customer', direction: 'ascending' }))
    const { rows } = await page()
    const sum = (quantities: readonly number[]) => quantities.reduce((total, quantity) => total + quantity, 0)
    for (const { ref, hours, hoursIncluded, hoursRemaining } of rows) {
      expect(sum(hours.map(({ included }) => included)), ref).toBe(hoursIncluded)
      expect(sum(hours.map(({ remaining }) => remaining)), ref).toBe(hoursRemaining)
    }
    const categories = (found: typeof rows) => new Set(found.flatMap(({ hours }) => hours.map((own) => own.category)))
    expect(categories(rows)).toEqual(new Set(['aircraft', 'instruction', 'ground', 'simulator']))
    await database.write((db) => db.updateTable('catalogue').set({ category: '' }).execute())
    expect(categories((await page()).rows)).toEqual(new Set(['']))
  })
})
