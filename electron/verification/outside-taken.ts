import type { ReadDb, WriteDb } from '../storage/database.ts'
import { insertRows } from '../storage/insert-rows.ts'

/** What is only ever added to, with the column by which the newest are known. */
const GROWING = ['audit_list', 'verification_runs'] as const
/** What bank and processor reported is had with the whole: it changes in places, and seldom. Its lines are many. */
const WITH_THE_WHOLE = [
  'reconcile_sources',
  'reconcile_files',
  'reconcile_settlements',
  'reconcile_settled_lines',
  'reconcile_settled_payments',
  'reconcile_reopenings',
  'reconcile_rejections',
] as const
/** Desks' clocks differ: first answers are taken again from so long before the newest that the copy has. */
const CLOCKS_DIFFER_MS = 3_600_000

/** Takes over what stands outside the log. Answers false where that is to be had only with the whole. */
export async function takeOutside(school: ReadDb, copy: WriteDb): Promise<boolean> {
  for (const table of WITH_THE_WHOLE) if ((await textOf(school, table)) !== (await textOf(copy, table))) return false
  if ((await linesOf(school)) !== (await linesOf(copy))) return false
  for (const table of GROWING) {
    const last = await copy.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
    const fresh = await school
      .selectFrom(table)
      .selectAll()
      .where('id', '>', last?.id ?? 0)
      .execute()
    await insertRows(copy, table, fresh)
    if ((await rowsOf(school, table)) !== (await rowsOf(copy, table))) return false
  }
  await takeAnswers(school, copy)
  await takePersonal(school, copy)
  return true
}

async function rowsOf(db: ReadDb, table: (typeof GROWING)[number]): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirst()
  return row?.rows ?? 0
}

async function textOf(db: ReadDb, table: (typeof WITH_THE_WHOLE)[number]): Promise<string> {
  const rows = await db.selectFrom(table).selectAll().execute()
  const texts = rows.map((row) => JSON.stringify(Object.entries(row).toSorted(byName)))
  return texts.toSorted().join('\n')
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

/** How many there are, to which, and how many of them parts stand for: nothing else of a line changes but by erasing. */
async function linesOf(db: ReadDb): Promise<string> {
  const row = await db
    .selectFrom('reconcile_lines')
    .select((eb) => [eb.fn.countAll().as('rows'), eb.fn.max('id').as('last'), eb.fn.sum('split').as('split')])
    .executeTakeFirst()
  return [row?.rows, row?.last, row?.split].map((value) => Number(value ?? 0)).join(' ')
}

/** By them a command that came through before the server was lost is known, and not done twice. */
async function takeAnswers(school: ReadDb, copy: WriteDb): Promise<void> {
  const newest = await copy
    .selectFrom('commands')
    .select((eb) => eb.fn.max('recorded_at').as('at'))
    .executeTakeFirst()
  const since = (newest?.at ?? 0) - CLOCKS_DIFFER_MS
  const answers = await school.selectFrom('commands').selectAll().where('recorded_at', '>=', since).execute()
  const known = await copy.selectFrom('commands').select('id').where('recorded_at', '>=', since).execute()
  const there = new Set(known.map(({ id }) => id))
  await insertRows(
    copy,
    'commands',
    answers.filter(({ id }) => !there.has(id)),
  )
}

/** Passwords and what locks them, PINs, and how somebody likes the own windows: few, and changed in places. */
async function takePersonal(school: ReadDb, copy: WriteDb): Promise<void> {
  const doors = await school.selectFrom('users').select(['id', 'password', 'failed_attempts', 'locked_until']).execute()
  for (const { id, ...door } of doors) await copy.updateTable('users').set(door).where('id', '=', id).execute()
  for (const table of ['pins', 'preferences'] as const) {
    await copy.deleteFrom(table).execute()
    await insertRows(copy, table, await school.selectFrom(table).selectAll().execute())
  }
}
