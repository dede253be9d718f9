import { describe, expect, it } from 'vitest'
import { contract } from '../../electron/calls/contract.ts'
import type { CallDefinition, CallName } from '../../shared/contract/index.ts'

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
      const paths =
        effect === 'write'
          ? passwordPaths(JSON.parse(JSON.stringify(input.toJSONSchema({ io: 'input', unrepresentable: 'any' }))))
          : []
      expect(paths, name).toEqual(secret)
    }
  })
})

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
}

function passwordPaths({ properties = {} }: JsonSchema): string[] {
  return Object.entries(properties).flatMap(([key, below]) =>
    /password|pin$/i.test(key) ? [key] : passwordPaths(below).map((path) => `${key}.${path}`),
  )
}
