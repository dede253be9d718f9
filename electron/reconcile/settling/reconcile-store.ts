import { setImmediate } from 'node:timers/promises'
import { inPartsOf } from '../../../shared/in-parts.ts'
import type { Mapping, Source } from '../../../shared/contract/reconcile-file.ts'
import type { OpenLine } from '../../../shared/contract/reconcile.ts'
import type { WriteDb } from '../../storage/database.ts'
import type { UserSignature } from '../../billing/records/keep-record-store.ts'

const LINES_A_STATEMENT = 200
/** A payout may hold thousands of payments. Always the same number, so that the statement is prepared once. */
const SETTLED_A_STATEMENT = 400

/** Keeps a source with how it writes its files; one of that id gets the new mapping and tenders. Answers its id. */
export async function keepSource(
  db: WriteDb,
  source: { readonly id: number | null; readonly name: string } & Pick<Source, 'tenders' | 'mapping'>,
): Promise<number> {
  const kept = { tenders: JSON.stringify(source.tenders), mapping: JSON.stringify(automatic(source.mapping)) }
  if (source.id !== null) {
    await db.updateTable('reconcile_sources').set(kept).where('id', '=', source.id).execute()
    return source.id
  }
  const { id } = await db
    .insertInto('reconcile_sources')
    .values({ name: source.name, ...kept })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Encoding and delimiter are found out anew for each file: who saves one again in a spreadsheet changes them. */
function automatic(mapping: Mapping): Mapping {
  return { ...mapping, encoding: 'auto', delimiter: 'auto' }
}

/** A line as it is kept. */
export type KeptLine = Omit<OpenLine, 'id' | 'file' | 'part'> & { readonly fingerprint: string }

/** Keeps a file with its lines; answers its id. */
export async function insertFile(
  db: WriteDb,
  file: { readonly source: number; readonly name: string; readonly lines: readonly KeptLine[] },
  { userId, now }: UserSignature,
): Promise<number> {
  const { id } = await db
    .insertInto('reconcile_files')
    .values({ source_id: file.source, name: file.name, user_id: userId, taken_at: now.getTime() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = file.lines.map((line) => ({ ...line, file_id: id, source_id: file.source, part_of: null, split: 0 }))
  for (const part of inPartsOf(rows, LINES_A_STATEMENT)) {
    await db.insertInto('reconcile_lines').values(part).execute()
    // Who only reads has a turn in between.
    await setImmediate()
  }
  return id
}

/** Takes a file out again with its lines; answers whether it could: not once one of them was settled. */
export async function deleteFile(db: WriteDb, id: number): Promise<boolean> {
  const settled = await db
    .selectFrom('reconcile_lines as l')
    .innerJoin('reconcile_settled_lines as s', 's.line_id', 'l.id')
    .select('l.id')
    .where('l.file_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (settled) return false
  // Parts first: they refer to the lines that they are parts of.
  await db.deleteFrom('reconcile_lines').where('file_id', '=', id).where('part_of', 'is not', null).execute()
  await db.deleteFrom('reconcile_lines').where('file_id', '=', id).execute()
  await db.deleteFrom('reconcile_files').where('id', '=', id).execute()
  return true
}

/** What is settled in one step. */
export interface Settlement {
  readonly kind: 'matched' | 'not_ours'
  readonly lines: readonly number[]
  readonly payments: readonly { readonly entry: number; readonly tender: string }[]
  /** lines - payments, in minor units */
  readonly difference: number
  readonly note: string
}

/** Keeps for good what was settled: thousands at once in a few statements. */
export async function insertSettlements(
  db: WriteDb,
  source: number,
  settlements: readonly Settlement[],
  { userId, now }: UserSignature,
): Promise<void> {
  const { last } = await db
    .selectFrom('reconcile_settlements')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow()
  const numbered = settlements.map((settlement, place) => ({ ...settlement, id: (last ?? 0) + place + 1 }))
  const settled = { source_id: source, user_id: userId, settled_at: now.getTime() }
  for (const part of inPartsOf(numbered, SETTLED_A_STATEMENT)) {
    const rows = part.map(({ id, kind, difference, note }) => ({ id, kind, difference, note, ...settled }))
    await db.insertInto('reconcile_settlements').values(rows).execute()
  }
  const lines = numbered.flatMap(({ id, lines: ids }) => ids.map((line) => ({ settlement_id: id, line_id: line })))
  for (const rows of inPartsOf(lines, SETTLED_A_STATEMENT))
    await db.insertInto('reconcile_settled_lines').values(rows).execute()
  const payments = numbered.flatMap(({ id, payments: those }) =>
    those.map(({ entry, tender }) => ({ settlement_id: id, entry_number: entry, tender })),
  )
  for (const rows of inPartsOf(payments, SETTLED_A_STATEMENT))
    await db.insertInto('reconcile_settled_payments').values(rows).execute()
}

/** Opens a settlement again; answers whether there was one that stood. */
export async function insertReopening(db: WriteDb, id: number, { userId, now }: UserSignature): Promise<boolean> {
  const standing = await db
    .selectFrom('reconcile_settlements as s')
    .leftJoin('reconcile_reopenings as r', 'r.settlement_id', 's.id')
    .select('s.id')
    .where('s.id', '=', id)
    .where('r.settlement_id', 'is', null)
    .executeTakeFirst()
  if (!standing) return false
  const row = { settlement_id: id, user_id: userId, reopened_at: now.getTime() }
  await db.insertInto('reconcile_reopenings').values(row).execute()
  return true
}

/** Remembers that these do not belong together. */
export async function insertRejection(db: WriteDb, source: number, pair: string): Promise<void> {
  await db
    .insertInto('reconcile_rejections')
    .values({ source_id: source, pair })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Puts parts in the place of a line; the fee stays with the first. */
export async function splitLine(db: WriteDb, line: OpenLine, amounts: readonly number[]): Promise<void> {
  const { id, row, date, fee, reference, name, text, payout } = line
  const { file_id, source_id } = await db
    .selectFrom('reconcile_lines')
    .select(['file_id', 'source_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const common = { file_id, source_id, row, part_of: id, split: 0, date, reference, name, text, payout }
  await db.updateTable('reconcile_lines').set({ split: 1 }).where('id', '=', id).execute()
  await db
    .insertInto('reconcile_lines')
    .values(amounts.map((amount, place) => ({ ...common, amount, fee: place === 0 ? fee : 0, fingerprint: null })))
    .execute()
}
