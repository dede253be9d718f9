import { describe, expect, it } from 'vitest'
import { contract } from '../../electron/calls/contract.ts'
import type { CallDefinition, CallName } from '../../shared/contract/index.ts'
import { LARGEST_BALANCE_CENTS } from '../../shared/money.ts'

const CALLS = Object.entries(contract) as [CallName, CallDefinition][]

describe('the contract says of each call what it does', () => {
  it.each(CALLS)('%s: what leaves something behind carries a command id, or says why not', (_, call) => {
    if (call.effect === 'session') expect(call.unbound).toMatch(/\.$/)
    if (call.effect === 'read' || call.effect === 'write') expect(call.unbound).toBeUndefined()
  })

  it('only signing in and out is a session call', () => {
    const names = CALLS.filter(([, { effect }]) => effect === 'session').map(([name]) => name)
    expect(names.every((name) => name.startsWith('session.'))).toBe(true)
  })

  it('every password that goes in with a write is secret, and every secret is in the input', () => {
    for (const [name, { effect, input, secret = [] }] of CALLS) {
      const paths = effect === 'write' ? passwordPaths(asJson(input)) : []
      expect(paths, name).toEqual(secret)
    }
  })
})

describe('what comes in is bounded', () => {
  it.each(CALLS)('%s: every text, list and number has a largest', (name, { input }) => {
    expect(unbounded(asJson(input), name)).toEqual([])
  })
})

/** Paths of what could be of any size. Numbers of entries and ids are the engine's own. */
function unbounded(schema: JsonSchema, path: string): string[] {
  const own: string[] = []
  const types = [schema.type].flat()
  const named = schema.enum !== undefined || schema.const !== undefined
  const longest = schema.contentEncoding === 'base64' ? Infinity : 20_000
  if (types.includes('string') && !named && !((schema.maxLength ?? Infinity) <= longest)) own.push(path)
  if (types.includes('array') && schema.maxItems === undefined) own.push(path)
  if (
    types.includes('integer') &&
    MONEY_OR_HOURS.test(path) &&
    !((schema.maximum ?? Infinity) <= LARGEST_BALANCE_CENTS)
  )
    own.push(path)
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => unbounded(value, `${path}.${key}`))
  const inside = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter((value) => value !== undefined)
  return [...own, ...below, ...inside.flatMap((value) => unbounded(value, path))]
}

const MONEY_OR_HOURS = /\.(amount|amounts|quantity|hours|float|value|counted|cap)$/

interface JsonSchema {
  readonly type?: string | string[]
  readonly enum?: unknown[]
  readonly const?: unknown
  readonly contentEncoding?: string
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly anyOf?: JsonSchema[]
  readonly oneOf?: JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
}

function asJson(input: CallDefinition['input']): JsonSchema {
  return input.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as JsonSchema
}

function passwordPaths({ properties = {} }: JsonSchema): string[] {
  return Object.entries(properties).flatMap(([key, below]) =>
    /password|pin$/i.test(key) ? [key] : passwordPaths(below).map((path) => `${key}.${path}`),
  )
}
