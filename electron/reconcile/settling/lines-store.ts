import { mappingSchema, sourceSchema, type Source, type TakenFile } from '../../../shared/contract/reconcile-file.ts'
import type { OpenLine } from '../../../shared/contract/reconcile.ts'
import { businessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import type { ReadDb } from '../../storage/database.ts'
import { inParts } from '../matching/in-parts.ts'

/** The sources that files came from, by name. */
export async function readSources(db: ReadDb): Promise<Source[]> {
  const rows = await db.selectFrom('reconcile_sources').selectAll().orderBy('name').execute()
  return rows.map(({ id, name, tenders, mapping }) => ({
    id,
    name,
    tenders: sourceSchema.shape.tenders.parse(JSON.parse(tenders)),
    mapping: mappingSchema.parse(JSON.parse(mapping)),
  }))
}

/** The files that were taken, the latest first. */
export async function readFiles(db: ReadDb): Promise<TakenFile[]> {
  const rows = await db
    .selectFrom('reconcile_files as f')
    .innerJoin('reconcile_sources as s', 's.id', 'f.source_id')
    .innerJoin('users as u', 'u.id', 'f.user_id')
    .innerJoin('reconcile_lines as l', 'l.file_id', 'f.id')
    .leftJoin(settledLines(db).as('d'), 'd.line_id', 'l.id')
    .select(['f.id', 's.name as source', 'f.name', 'u.name as by', 'f.taken_at'])
    .select(({ fn, eb }) => [
      fn.min<string>('l.date').as('first'),
      fn.max<string>('l.date').as('last'),
      fn.sum<number>(eb.case().when('l.part_of', 'is', null).then(1).else(0).end()).as('count'),
      fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('l.split', '=', 0), eb('d.line_id', 'is', null)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('open'),
    ])
    .groupBy('f.id')
    .orderBy('f.id', 'desc')
    .execute()
  return rows.map(({ taken_at, first, last, ...row }) => ({
    ...row,
    at: new Date(taken_at).toISOString(),
    from: businessDate(first),
    to: businessDate(last),
  }))
}

/** Lines of settlements that nobody opened again. */
export function settledLines(db: ReadDb) {
  return db
    .selectFrom('reconcile_settled_lines as s')
    .leftJoin('reconcile_reopenings as r', 'r.settlement_id', 's.settlement_id')
    .select(['s.line_id', 's.settlement_id'])
    .where('r.settlement_id', 'is', null)
}

/**
 * Payments of settlements of a source that nobody opened again, by key.
 * @param entries those of these entries only; null: all
 */
export async function settledPayments(
  db: ReadDb,
  source: number,
  entries: readonly number[] | null = null,
): Promise<ReadonlySet<string>> {
  const query = db
    .selectFrom('reconcile_settled_payments as p')
    .innerJoin('reconcile_settlements as s', 's.id', 'p.settlement_id')
    .leftJoin('reconcile_reopenings as r', 'r.settlement_id', 'p.settlement_id')
    .select(['p.entry_number', 'p.tender'])
    .where('s.source_id', '=', source)
    .where('r.settlement_id', 'is', null)
  const rows =
    entries === null
      ? await query.execute()
      : (await inParts(entries, (part) => query.where('p.entry_number', 'in', part).execute())).flat()
  return new Set(rows.map(({ entry_number, tender }) => `${entry_number} ${tender}`))
}

interface Days {
  readonly from: string
  readonly to: string
}

/** The lines of a source that wait for somebody: on some days by date, or those that are named by id. */
export async function openLines(db: ReadDb, source: number, choice: Days | readonly number[]): Promise<OpenLine[]> {
  const query = lineRows(db)
    // Asked for each line: made as a table, it would hold all that was ever settled.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reconcile_settled_lines as s')
            .leftJoin('reconcile_reopenings as r', 'r.settlement_id', 's.settlement_id')
            .select('s.line_id')
            .whereRef('s.line_id', '=', 'l.id')
            .where('r.settlement_id', 'is', null),
        ),
      ),
    )
    .where('l.split', '=', 0)
  const onDays = ({ from, to }: Days) =>
    query
      .where('l.source_id', '=', source)
      .where('l.date', '>=', from)
      .where('l.date', '<=', to)
      .orderBy('l.date')
      .orderBy('l.id')
      .execute()
  const rows =
    'from' in choice
      ? await onDays(choice)
      : (await inParts(choice, (part) => query.where('l.id', 'in', part).execute())).flat()
  // Not asked for with the ids: SQLite would go through all lines of the source.
  return rows.filter(({ source_id }) => source_id === source).map(lineOf)
}

/** The lines of some settlements, by settlement. */
export async function linesOfSettlements(db: ReadDb, ids: readonly number[]): Promise<ReadonlyMap<number, OpenLine[]>> {
  if (ids.length === 0) return new Map()
  const rows = await lineRows(db)
    .innerJoin('reconcile_settled_lines as s', 's.line_id', 'l.id')
    .select('s.settlement_id')
    .where('s.settlement_id', 'in', ids)
    .orderBy('l.id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ settlement_id }) => settlement_id)].map(([id, those]) => [id, those.map(lineOf)]),
  )
}

function lineRows(db: ReadDb) {
  return db
    .selectFrom('reconcile_lines as l')
    .innerJoin('reconcile_files as f', 'f.id', 'l.file_id')
    .selectAll('l')
    .select('f.name as file')
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lineRows>['execute']>>[number]

function lineOf(row: LineRow): OpenLine {
  const { id, file, reference, name, text, payout } = row
  return {
    id,
    file,
    row: row.row,
    part: row.part_of !== null,
    date: businessDate(row.date),
    amount: cents(row.amount),
    fee: cents(row.fee),
    reference,
    name,
    text,
    payout,
  }
}

/** The source of a line, whatever became of it; undefined where there is no such line. */
export async function sourceOfLine(db: ReadDb, id: number): Promise<number | undefined> {
  const row = await db.selectFrom('reconcile_lines').select('source_id').where('id', '=', id).executeTakeFirst()
  return row?.source_id
}
