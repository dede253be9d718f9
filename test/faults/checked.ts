import { keptHead } from '../../electron/ledger/head-file.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { importSchool } from '../../electron/school/csv/import-school.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { PAID, postCent } from './payments.ts'

/** Makes the example school in a folder, with some payments more. */
export async function makeSchool(folder: string, payments = 0): Promise<void> {
  const database = await openDatabase(folder)
  const files = new Map(Object.entries(kestrelFiles()).map(([name, text]) => [name, Buffer.from(text)]))
  await database.write((db) => importSchool(db, files, { userId: null, now: new Date() }, () => undefined))
  for (let number = 0; number < payments; number++) await postCent(database, `PAY-BEFORE-${number}`)
  await database.close()
}

export interface Checked {
  /** what does not hold, in words; empty where all does */
  readonly wrong: string[]
  readonly entries: number
  /** references of the payments that are there */
  readonly paid: ReadonlySet<string>
}

/** Opens a school after whatever happened to it, and verifies the whole of it. */
export async function checkSchool(folder: string): Promise<Checked> {
  const database = await openDatabase(folder)
  try {
    const { ok, checks, head } = await verifySchool(database, keptHead(folder))
    const findings = checks.flatMap(({ check, findings: found }) => found.map(({ message }) => `${check}: ${message}`))
    const rows = await database.read((db) =>
      db.selectFrom('entries').select('ref').where('ref', 'like', `${PAID}%`).execute(),
    )
    return { wrong: ok ? [] : findings, entries: head?.number ?? 0, paid: new Set(rows.map(({ ref }) => ref)) }
  } finally {
    await database.close()
  }
}

/** What of the acknowledged payments is lost, and what else is wrong. */
export async function checkPayments(folder: string, acknowledged: readonly string[]): Promise<string[]> {
  const { wrong, paid } = await checkSchool(folder)
  return [
    ...wrong,
    ...acknowledged.filter((ref) => !paid.has(ref)).map((ref) => `${ref} was acknowledged, and is lost`),
  ]
}
