import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contract } from '../../electron/calls/contract.ts'
import type { CallName } from '../../shared/contract/index.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'
import { notOnServer, onServer } from '../of-the-file.ts'
import { ACTIONS, NOT_ASKED, READINGS, WALKING, WRITES, type Ask } from './asks.ts'
import { growingSchool } from './growing-school.ts'
import { growingSteps, watched, type Asked, type GrowingTables } from './watched.ts'

const SMALL = 60
const LARGE = 300

/** What has a few rows in any school, or grows with what banks report. */
const SMALL_TABLES =
  /^(sqlite_|kysely_|package_search|reconcile_|closing|school$|catalogue$|rates$|packages$|package_lines$|users$|role_permissions$|policies$|preferences$|pins$|dashboard_access$|verification_runs$|latest_entries$)/

/** The end of the ledger is kept beside it a while after a write, whatever is asked then. */
const IN_THE_BACKGROUND = 'select "number", "hash" from "entries" order by "number" desc limit ?'

interface SchoolDesk {
  readonly desk: Desk
  readonly session: string
}

async function deskOf(customers: number): Promise<SchoolDesk> {
  const desk = await kestrelDesk(undefined, growingSchool(customers))
  return { desk, session: await desk.signInAs('administrator') }
}

async function askedFor({ desk, session }: SchoolDesk, [call, input]: Ask) {
  const asked = await watched(() => desk.send(call, input, session))
  await desk.application.settled()
  return asked
}

/** How often each statement ran and how many rows it gave, where that differs. */
function differing(small: Asked, large: Asked): string[] {
  const sources = new Set([...small.statements.keys(), ...large.statements.keys()])
  return [...sources].flatMap((source) => {
    if (source === IN_THE_BACKGROUND) return []
    const [one, other] = [small, large].map(({ statements }) => {
      const { times = 0, rows = 0 } = statements.get(source) ?? {}
      return `${times} times ${rows} rows`
    })
    return one === other ? [] : [`${one}, in a large school ${other}: ${source}`]
  })
}

function growingTables(sqlite: SqliteDatabase.Database): GrowingTables {
  const namesOf = (condition: string) =>
    sqlite.prepare(`select name from sqlite_schema where ${condition}`).pluck().all() as string[]
  return {
    growing: new Set(namesOf("type = 'table'").filter((name) => !SMALL_TABLES.test(name))),
    few: new Set(namesOf("type = 'index' and sql like '% where %'")),
  }
}

describe('no call costs more in a large school than in a small one', () => {
  it('its statements, their rows and their plans are the same', async ({ skip }) => {
    skip(onServer, notOnServer('they are read from the embedded engine'))
    const small = await deskOf(SMALL)
    const large = await deskOf(LARGE)
    const sqlite = new SqliteDatabase(large.desk.application.database.file, { readonly: true })
    onTestFinished(() => void sqlite.close())
    const tables = growingTables(sqlite)
    const previews = ACTIONS.map(([call, input]): Ask => [`${call}.preview` as CallName, input])
    const offenders: string[] = []
    for (const ask of [...READINGS, ...previews, ...ACTIONS, ...WRITES]) {
      const [one, other] = [await askedFor(small, ask), await askedFor(large, ask)]
      const name = `${ask[0]} ${JSON.stringify(ask[1])}`
      if (!one.answer.ok) offenders.push(`${name}: ${JSON.stringify(one.answer.failure)}`)
      for (const source of other.statements.keys()) {
        const steps = growingSteps(sqlite, source, tables)
        if (steps.length > 0) offenders.push(`${name}: ${steps.join('; ')} in ${source}`)
      }
      offenders.push(...differing(one, other).map((difference) => `${name}: ${difference}`))
    }
    expect(offenders).toEqual([])
    // Some seconds; on a machine that is busy with others many more.
  }, 240_000)

  it('every reading is asked here, or is known to walk, with the reason', () => {
    const asked = new Set([...READINGS, ...WALKING].map(([call]) => call))
    const readings = (Object.keys(contract) as CallName[]).filter(
      (call) => contract[call].effect === 'read' && !call.endsWith('.preview'),
    )
    expect(readings.filter((call) => !asked.has(call) && !(call in NOT_ASKED))).toEqual([])
  })
})
