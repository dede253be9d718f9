import type { RecordChange } from '../../../shared/contract/records.ts'
import { readRecord, type RecordPart } from '../../billing/records/record-document.ts'
import { recordedTable, type RecordNoun } from '../../billing/records/record-tables.ts'
import { readSchool } from '../../billing/school-store.ts'
import { readTexts } from '../../billing/records/texts-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { fieldsAfter, type Fields } from './record-fields.ts'

/** Whose records: its noun, and what records name it by. */
export interface RecordSubject {
  readonly noun: RecordNoun
  readonly subjects: readonly string[]
}

/** What was recorded of something: what it was and became, who and when. The last change first. */
export async function recordHistory(db: ReadDb, { noun, subjects }: RecordSubject): Promise<RecordChange[]> {
  const school = await readSchool(db)
  if (!school) return []
  const rows = await db
    .selectFrom('record_mentions as m')
    .innerJoin('entries as e', 'e.number', 'm.entry_number')
    .leftJoin('users as u', 'u.id', 'e.user_id')
    .select(['e.number', 'e.action', 'e.ref', 'e.recorded_at', 'e.document', 'u.name'])
    .distinct()
    .where('m.noun', '=', noun)
    .where('m.subject', 'in', subjects)
    .orderBy('e.number')
    .execute()
  const read: { readonly row: (typeof rows)[number]; readonly parts: readonly RecordPart[] }[] = []
  for (const row of rows) {
    const texts = await readTexts(db, row.number)
    const { parts } = readRecord(row.document, (place) => texts.get(place)?.text)
    read.push({ row, parts: parts.flatMap((part) => partOf(part, noun, subjects)) })
  }
  const numbers = await customerNumbers(
    db,
    read.flatMap(({ parts }) => parts),
  )
  const changes: RecordChange[] = []
  let before: Fields = new Map()
  for (const { row, parts } of read) {
    let after = before
    for (const part of parts) after = fieldsAfter(after, part, (id) => numbers.get(id) ?? '', school)
    const fields = differences(before, after)
    const how = howOf(row.action, before.size === 0)
    if (fields.length > 0 || how === 'erased') {
      changes.push({
        entry: row.number,
        at: new Date(row.recorded_at).toISOString(),
        by: row.name,
        file: row.ref.endsWith('.csv') ? row.ref : null,
        how,
        fields,
      })
    }
    before = after
  }
  return changes.toReversed()
}

function howOf(action: string, first: boolean): RecordChange['how'] {
  if (action === 'erase') return 'erased'
  if (!first) return 'changed'
  return action === 'takeover' ? 'found' : 'made'
}

/** What of a part is about these. */
function partOf(part: RecordPart, noun: RecordNoun, subjects: readonly string[]): RecordPart[] {
  const declared = recordedTable(part.table)
  if (declared.noun !== noun) return []
  const { subject } = declared
  if (subject === null) return [part]
  const rows = part.rows.filter((row) => subjects.includes(String(row[subject])))
  const replaced =
    part.instead?.column === subject && part.instead.values.some((value) => subjects.includes(String(value)))
  if (rows.length === 0 && !replaced) return []
  return [{ table: part.table, rows, ...(replaced && part.instead ? { instead: part.instead } : {}) }]
}

function differences(before: Fields, after: Fields): RecordChange['fields'] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((label) => {
    const [was, is] = [before.get(label) ?? '', after.get(label) ?? '']
    return was === is ? [] : [{ label, before: was === '' ? null : was, after: is === '' ? null : is }]
  })
}

/** The numbers of the customers that rows name by their ids. */
async function customerNumbers(db: ReadDb, parts: readonly RecordPart[]): Promise<ReadonlyMap<number, string>> {
  const ids = parts.flatMap(({ rows }) =>
    rows.flatMap((row) => [row['customer_id'], row['usual_payer']].filter((id) => typeof id === 'number')),
  )
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'number'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
