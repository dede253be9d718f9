// @ts-expect-error The library has no types; what is needed of its answers is written below.
import { Parser } from 'mt940js'
import { say } from '../../../../shared/words/say.ts'
import { madeTable, type Movement } from './made-table.ts'
import { noTable, type TableRead } from './table.ts'

const HALF_A_YEAR_MS = 183 * 86_400_000
/** More decimals than any currency has: what the library read as a number is written out again exactly. */
const DECIMALS = 3

/** What mt940js answers for a movement, as far as it is needed; its amounts carry their signs. */
interface Transaction {
  readonly date: Date
  readonly entryDate: Date | null
  readonly amount: number
  readonly currency: string
  readonly reference: string
  readonly bankReference: string
  readonly details: string
  readonly structuredDetails?: Readonly<Record<string, string>>
}

/** Reads SWIFT's MT940, as banks send it and as their programs write it. */
export function mt940Table(text: string): TableRead {
  let statements: readonly { readonly transactions: readonly Transaction[] }[]
  try {
    statements = new Parser().parse(withoutEnvelope(text)) as typeof statements
  } catch {
    return noTable(say('payment_files.damaged_mt940'))
  }
  const movements = statements.flatMap(({ transactions }) => transactions.map(movementOf))
  if (movements.length === 0) return noTable(say('payment_files.no_payments'))
  return { ok: true, table: madeTable('mt940', movements) }
}

/** SWIFT's own blocks around a message say nothing of payments. */
function withoutEnvelope(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^\{1:.*?\{4:\n?/gms, '')
    .replace(/^-\}.*$/gm, '-')
}

function movementOf(one: Transaction): Movement {
  const words = one.structuredDetails ?? {}
  const purpose = Object.keys(words)
    .filter((field) => /^(2\d|6[0-3])$/.test(field))
    .toSorted()
    .map((field) => words[field] ?? '')
    .join('')
  const reference = one.reference === 'NONREF' ? '' : one.reference
  return {
    date: bookedOn(one).toISOString().slice(0, 10),
    amount: one.amount.toFixed(DECIMALS),
    currency: one.currency,
    status: 'Booked',
    id: '',
    reference: [reference, one.bankReference].filter((part) => part !== '').join(' '),
    name: `${words['32'] ?? ''}${words['33'] ?? ''}`,
    text: purpose || one.details,
  }
}

/** The day of booking has no year of its own: around the turn of the year it may be the next one's, or the last's. */
function bookedOn({ date, entryDate }: Transaction): Date {
  if (entryDate === null) return date
  const apart = entryDate.getTime() - date.getTime()
  if (Math.abs(apart) < HALF_A_YEAR_MS) return entryDate
  const booked = new Date(entryDate)
  booked.setUTCFullYear(booked.getUTCFullYear() + (apart < 0 ? 1 : -1))
  return booked
}
