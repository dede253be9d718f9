import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { acceptAll, LINES, makeReconcilable } from './accept-all.ts'
import { checkSchool } from './checked.ts'
import { moments, workUntilKilled, type KillKind } from './kills.ts'

const COPIES = 8
/** How many are settled in one part, see electron/calls/reconcile/reconcile.ts. */
const PART = 400

/** Kills the accepting of all exact matches: whole parts are left, and the same command again does the rest. */
export const killAcceptAll: KillKind = async (folder, kills) => {
  const made = join(folder, 'made')
  await makeReconcilable(made)
  let done = 0
  const wrong: string[] = []
  for (const [round, at] of moments(kills, 6_000, 8).entries()) {
    const own = join(folder, String(round))
    for (let piece = 0; piece < COPIES; piece++) cpSync(made, join(own, String(piece)), { recursive: true })
    const { acknowledged } = await workUntilKilled(['accept-all', own], at)
    done += acknowledged.length
    for (const piece of readdirSync(own).slice(0, acknowledged.length + 1))
      wrong.push(...(await checkSettled(join(own, piece), acknowledged.includes(piece))))
  }
  return { kills: kills.count, done, wrong }
}

async function checkSettled(data: string, acknowledged: boolean): Promise<string[]> {
  const wrong: string[] = []
  const left = settledIn(data)
  if (left.settlements % PART !== 0 && left.settlements !== LINES) wrong.push(`${left.settlements} matches were left`)
  if (acknowledged && left.settlements !== LINES) wrong.push('an acknowledged accepting is lost')
  const answered = await acceptAll(data)
  if (answered !== LINES) wrong.push(`the same command again answers ${answered} of ${LINES}`)
  const { settlements, lines, payments } = settledIn(data)
  if (settlements !== LINES || lines !== LINES || payments !== LINES)
    wrong.push(`${settlements} settlements of ${lines} lines and ${payments} payments`)
  return [...wrong, ...(await checkSchool(data)).wrong]
}

/** Settlements, and how many different lines and payments they name. */
function settledIn(data: string) {
  const raw = new SqliteDatabase(join(data, 'school.blocktime'), { readonly: true })
  const row = raw
    .prepare(
      `select (select count(*) from reconcile_settlements) as settlements,
              (select count(distinct line_id) from reconcile_settled_lines) as lines,
              (select count(distinct entry_number) from reconcile_settled_payments) as payments`,
    )
    .get()
  raw.close()
  return row as { settlements: number; lines: number; payments: number }
}
