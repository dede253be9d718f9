import { expect, it } from 'vitest'
import { sourceFiles, textOf } from './project-files.ts'

/** Rooms that are readings, or the database itself: a query stands where what it reads is counted or compared. */
const OF_READINGS = /^electron\/(storage|reports|verification|school)\//
/** The benchmark asks as a stranger would. */
const AS_A_STRANGER = /^electron\/terminal\/bench(-command\.ts|\/)/
const QUERY = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/

it('queries stand in files that say -store, where a room is not a reading as a whole', () => {
  const asking = sourceFiles.filter((path) => /^electron\/.*\.ts$/.test(path) && QUERY.test(textOf(path)))
  expect(asking.length).toBeGreaterThan(50)
  const elsewhere = asking.filter((path) => !path.endsWith('-store.ts'))
  expect(elsewhere.filter((path) => !OF_READINGS.test(path) && !AS_A_STRANGER.test(path))).toEqual([])
})
