import { z } from 'zod'
import type { OutboxRow } from '../../storage/outbox-tables.ts'
import { readEffect, type EntryEffect } from './effect.ts'

const refsSchema = z.record(z.string(), z.string())
const refSchema = z.object({ ref: z.string() })
const inputSchema = z.record(z.string(), z.unknown())
const basisSchema = z.array(z.object({ of: z.string(), ref: z.string(), entry: z.int() }))

/** The server's name for each name from here; undefined for one that is not at the server. */
export type Names = ReadonlyMap<string, { readonly action: number; readonly there: string | undefined }>

/** What was made at this desk, by the names that it has here. */
export function namesOf(rows: readonly OutboxRow[]): Names {
  const names = new Map<string, { action: number; there: string | undefined }>()
  for (const row of rows) {
    const there = row.refs === null ? {} : refsSchema.parse(JSON.parse(row.refs))
    for (const ref of madeBy(readEffect(row.effect), row.number))
      names.set(ref, { action: row.number, there: there[ref] })
  }
  return names
}

/** The same with the names of what was refused at first, and then done again by its form. */
export function namesByNow(rows: readonly OutboxRow[]): Names {
  const again = rows.flatMap(({ number, answer, repeated_answer: repeated }) => {
    const [here, there] = [refSchema.parse(JSON.parse(answer)), refSchema.safeParse(JSON.parse(repeated ?? 'null'))]
    return there.success ? [[here.ref, { action: number, there: there.data.ref }] as const] : []
  })
  return new Map([...namesOf(rows), ...again])
}

/** The names that an action gave: each has its number in it, so that none is another desk's, or another time's. */
function madeBy(effect: readonly EntryEffect[], number: number): string[] {
  return effect.flatMap(({ ref }) => (new RegExp(` ${number}(/\\d+)?$`).test(ref) ? [ref] : []))
}

/**
 * The server's names for what an action made here: entry by entry, since both are made by the same code. Where they are
 * not, a name stays unknown, and what rests on it is not sent.
 */
export function namesThere(here: readonly EntryEffect[], there: readonly EntryEffect[]): Record<string, string> {
  const pairs = here.flatMap(({ action, ref }, place) => {
    const other = there[place]
    return other?.action === action ? [[ref, other.ref] as const] : []
  })
  return Object.fromEntries(pairs)
}

export interface Renamed {
  readonly input: Readonly<Record<string, unknown>>
  /** the first action on which it rests and which is not at the server; null where there is none */
  readonly restsOn: number | null
}

/**
 * What was sent, by the server's names. What the form showed is left out: the server's numbers are others, and whether
 * the action does the same there is looked at when it is done.
 */
export function renamed(text: string, names: Names): Renamed {
  let restsOn: number | null = null
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each)]))
    const known = typeof value === 'string' ? names.get(value) : undefined
    if (!known) return value
    if (known.there === undefined) restsOn ??= known.action
    return known.there ?? value
  }
  const said = inputSchema.parse(JSON.parse(text))
  const input = rename({ ...said, basis: [] }) as Record<string, unknown>
  return { input, restsOn }
}

/** The balances on which a form was built, as it named them. */
export function basisOf(
  input: unknown,
): readonly { readonly of: string; readonly ref: string; readonly entry: number }[] {
  const said = inputSchema.safeParse(input).data
  return basisSchema.safeParse(said?.['basis']).data ?? []
}

/** The invoice that an action names as what it acts on. */
export function invoiceOf(input: unknown): string | undefined {
  const ref = inputSchema.safeParse(input).data?.['ref']
  return typeof ref === 'string' ? ref : undefined
}

const takesBackSchema = z.union([
  z.object({ to: z.string(), package: z.string(), customer: z.string() }).transform(({ to }) => to),
  z.object({ payment: z.object({ payment: z.string() }) }).transform(({ payment }) => payment.payment),
])

/** The payment or deposit that an action takes back or puts right; undefined where it names none by a reference. */
export function takenBackOf(input: unknown): string | undefined {
  return takesBackSchema.safeParse(input).data
}
