import { foldText } from '../../../shared/folded-text.ts'
import type { ReadDb } from '../../storage/database.ts'

const MOST = 5

interface Person {
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** Customers who may be the same person: the same name, however it is written, e-mail or telephone. */
export async function likeCustomers(db: ReadDb, asked: Person): Promise<{ number: string; name: string }[]> {
  const wanted = marksOf(asked)
  if (wanted.size === 0) return []
  const rows = await db.selectFrom('customers').select(['number', 'name', 'email', 'phone']).orderBy('id').execute()
  return rows
    .filter((row) => [...marksOf(row)].some((mark) => wanted.has(mark)))
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
