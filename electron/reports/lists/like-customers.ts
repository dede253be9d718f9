import { foldText } from '../../../shared/folded-text.ts'
import type { ReadDb } from '../../storage/database.ts'
import { mergedRecords } from './merged-records-store.ts'

const MOST = 5

interface Person {
  readonly name: string
  readonly email: string
  readonly phone: string
}

/**
 * Customers who may be the same person: the same name, however it is written, e-mail or telephone; also where a record
 * that was merged has them.
 */
export async function likeCustomers(db: ReadDb, asked: Person): Promise<{ number: string; name: string }[]> {
  const wanted = marksOf(asked)
  if (wanted.size === 0) return []
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'number', 'name', 'email', 'phone'])
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  const merged = await mergedRecords(db)
  const isLike = (record: Person) => [...marksOf(record)].some((mark) => wanted.has(mark))
  return rows
    .filter((row) => isLike(row) || merged.get(row.id)?.some(isLike))
    .slice(0, MOST)
    .map(({ number, name }) => ({ number, name }))
}

/** Fewer digits than these are no telephone number yet. */
const LEAST_DIGITS = 6

/** What two records of one person would have in common; what is empty is in common with nobody. */
function marksOf({ name, email, phone }: Person): Set<string> {
  const words = foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const digits = phone.replace(/\D/g, '')
  return new Set([
    // In whatever order the names are written.
    ...(words.length > 0 ? [`name ${words.toSorted().join(' ')}`] : []),
    ...(email.includes('@') ? [`email ${email.trim().toLowerCase()}`] : []),
    ...(digits.length >= LEAST_DIGITS ? [`phone ${digits}`] : []),
  ])
}
