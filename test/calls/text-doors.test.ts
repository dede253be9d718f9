import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { contract } from '../../electron/calls/contract.ts'
import { checkedInput } from '../../electron/calls/input-failure.ts'
import { kestrelDesk } from './desk.ts'

// Made from the contract: a field that is added is tried, and a kind of schema that is not known here is named.

/** What no text may be, whatever field it comes in by. */
const BAD = {
  'half a sign': 'a\ud800b',
  'a NUL': 'a\u0000b',
  'a control sign': 'a\u001bb',
  'a control sign of the second block': 'a\u0085b',
  'nothing to see': '\u200b\u2060',
} as const
/** Longer than any text is; what is longer is the content of a file, and is looked at where it is read. */
const OVERLONG = 'x'.repeat(50_001)
const CONTENTS = /\.(content|logo)$/

/** Where a text can come in: a field, or the key of a table of fields. */
interface Door {
  readonly path: string
  readonly schema: z.ZodType
}

type Def = { readonly type: string } & Readonly<Record<string, unknown>>

function doorsIn(schema: z.ZodType, path: string): Door[] {
  const def = schema.def as unknown as Def
  const inner = (key: string) => def[key] as z.ZodType
  switch (def.type) {
    case 'string':
      return [{ path, schema }]
    case 'object': {
      const shape = Object.entries(def['shape'] as Record<string, z.ZodType>)
      return shape.flatMap(([name, below]) => doorsIn(below, `${path}.${name}`))
    }
    case 'array':
      return doorsIn(inner('element'), path)
    case 'record':
      return [...doorsIn(inner('keyType'), `${path}.KEY`), ...doorsIn(inner('valueType'), `${path}.VALUE`)]
    case 'union':
      return (def['options'] as z.ZodType[]).flatMap((option) => doorsIn(option, path))
    case 'pipe':
      return doorsIn(inner('in'), path)
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
      return doorsIn(inner('innerType'), path)
    case 'number':
    case 'int':
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'null':
      return []
    default:
      throw new Error(`${path}: what comes in by a ${def.type} is not known`)
  }
}

const DOORS = Object.entries(contract).flatMap(([call, { input }]) => doorsIn(input, call))

/** What the door does with a text, through the check that every call goes through. */
function passes({ schema }: Door, text: string): boolean {
  return 'value' in checkedInput(z.object({ field: schema }), { field: text })
}

describe('every text of every call', () => {
  it('is found', () => {
    expect(DOORS.length).toBeGreaterThan(200)
    expect(DOORS.map(({ path }) => path)).toContain('accounts.deposit.note')
  })

  it.each(Object.entries(BAD))('refuses %s', (_, text) => {
    expect(DOORS.filter((door) => passes(door, text)).map(({ path }) => path)).toEqual([])
  })

  it('is bounded in its length, unless it is the content of a file', () => {
    const unbounded = DOORS.filter((door) => !CONTENTS.test(door.path) && passes(door, OVERLONG))
    expect(unbounded.map(({ path }) => path)).toEqual([])
  })
})

describe('the names of fields', () => {
  it('refuse what cannot be kept, where they are kept', () => {
    const table = z.object({ columns: z.record(z.string(), z.int()) })
    for (const text of Object.values(BAD))
      expect(checkedInput(table, { columns: { [text]: 1 } }), JSON.stringify(text)).toMatchObject({
        failure: { code: 'invalid_input', field: 'columns' },
      })
  })
})

describe("a command's id", () => {
  it.each(Object.entries(BAD))('with %s is refused: it is kept, and found again by', async (_, text) => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const id = `a command ${text}`
    const deposit = { date: null, note: '', basis: [], customer: 'C-001', amount: 100, method: 'card', failed: false }
    const reply = await desk.send('accounts.deposit', deposit, session, id)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid_input' } })
  })
})
