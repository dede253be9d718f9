import { sql } from 'kysely'
import type { OtherEngine, PreparedReading } from '../other-engine.ts'
import { renewedOnServer } from './server-renewal.ts'
import { insertRows, planName, updateRow } from './server-rows.ts'
import { emptyIndex, foundByWords, indexWords } from './server-search.ts'
import { sideOf, type Side } from './side-of.ts'

/** A text that is made once, and what each of its marks takes: a constant, or the value of a name. */
interface Made {
  readonly text: string
  readonly takes: readonly ({ readonly name: string } | { readonly constant: unknown })[]
  readonly shape: string
}

const texts = new WeakMap<PreparedReading, { shadows?: Made; school?: Made }>()
let readings = 0

const run: OtherEngine['run'] = async (db, reading, marked, values) => {
  const side = sideOf(db)
  const which = side.school === (db as object) ? 'school' : 'shadows'
  let made = texts.get(reading)
  if (!made) texts.set(reading, (made = {}))
  const { text, takes, shape } = (made[which] ??= madeOf(reading, db))
  const question = {
    text,
    name: planName(side.plans, shape),
    values: takes.map((each) => ('name' in each ? marked[each.name] : each.constant)),
  }
  return (values ? await side.connection.askValues(question) : await side.connection.ask(question)).rows
}

function madeOf({ marks, build }: PreparedReading, db: Parameters<PreparedReading['build']>[0]): Made {
  const { sql: text, parameters } = build(db).compile()
  const takes = parameters.map((parameter) => {
    const name = typeof parameter === 'string' ? marks.get(parameter) : undefined
    return name === undefined ? { constant: parameter } : { name }
  })
  return { text, takes, shape: `reading ${readings++}` }
}

interface Kept {
  readonly stamp: string
  readonly value: unknown
}
const kept = new WeakMap<Side, Map<object, Kept>>()

const keptOn: OtherEngine['keptOn'] = async <T>(db: object, of: object, stamp: string, read: () => Promise<T>) => {
  const side = sideOf(db)
  let known = kept.get(side)
  if (!known) kept.set(side, (known = new Map()))
  const whole = `${side.plans} ${side.seen.others} ${stamp}`
  const before = known.get(of)
  if (before?.stamp === whole) return before.value as T
  const value = await read()
  known.set(of, { stamp: whole, value })
  return value
}

const forgetText: OtherEngine['forgetText'] = async (db, forgotten, instead) => {
  const escaped = forgotten.map((text) => JSON.stringify(text).slice(1, -1))
  await sql`select forget_text(${forgotten}::text[], ${escaped}::text[], ${instead})`.execute(db)
}

/** What PostgreSQL does in its own way. */
export const serverEngine: OtherEngine = {
  run,
  insertRows,
  updateRow,
  keptOn,
  indexWords,
  emptyIndex,
  foundByWords,
  forgetText,
  renewed: renewedOnServer,
}
