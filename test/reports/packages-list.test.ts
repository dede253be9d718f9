import { describe, expect, it } from 'vitest'
import { packageStatusSchema } from '../../shared/contract/values.ts'
import { PACKAGE_SORTS } from '../../shared/contract/package-columns.ts'
import type { ListChoice } from '../../electron/reports/lists/list-choice.ts'
import { packagesPage } from '../../electron/reports/lists/packages-list.ts'
import { fillDemonstration } from '../../electron/school/demonstration/demonstration.ts'
import type { Database } from '../../electron/storage/database.ts'
import { emptySchool, RECORDED } from '../temporary-school.ts'

async function demonstrationSchool(): Promise<Database> {
  const database = await emptySchool()
  await database.write((db) => fillDemonstration(db, { userId: null, now: RECORDED }))
  return database
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
  it('goes on from any row as it would have come there page by page, in every order', async () => {
    const database = await demonstrationSchool()
    const questions = PACKAGE_SORTS.flatMap((sort) =>
      (['ascending', 'descending'] as const).flatMap((direction) => [
        ...[null, ...packageStatusSchema.options].map((status) => ({ search: '', status, sort, direction })),
        { search: 'private', status: null, sort, direction },
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
})
