import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A command as a window sends it: the same id from the same user with the same content is the same command. */
export interface Command {
  readonly id: string
  readonly call: string
  /** null before sign-in */
  readonly userId: number | null
  readonly input: unknown
  /** paths in the input of what is kept nowhere, not even as a hash that outlives the process */
  readonly secret: readonly string[]
  readonly now: Date
}

/** A command as it is kept: by what its content hashes to. It can be handed to a thread. */
export interface BoundCommand {
  readonly id: string
  readonly call: string
  readonly userId: number | null
  readonly hash: string
  readonly now: Date
}

/** Of this process only: what was hashed with it cannot be guessed at from the file. */
const OWN_KEY = randomBytes(32)

/** What an id is bound to: the user, the call and its content. */
function contentHash({ userId, call, input, secret }: Omit<Command, 'id' | 'now'>): string {
  const hidden = secret.map((path) => createHmac('sha256', OWN_KEY).update(textAt(input, path)).digest('hex'))
  const shown = JSON.stringify([userId, call, without(input, secret), hidden])
  return createHash('sha256').update(shown).digest('hex')
}

/** The content is hashed once: a school folder is large. */
export function bound(command: Command): BoundCommand {
  const { id, call, userId, now } = command
  return { id, call, userId, now, hash: contentHash(command) }
}

function textAt(input: unknown, path: string): string {
  const found = path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), input)
  return JSON.stringify(found ?? null)
}

function without(input: unknown, paths: readonly string[]): unknown {
  if (!isRecord(input) || paths.length === 0) return input
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(input)) {
    if (paths.includes(key)) continue
    const below = paths.flatMap((path) => (path.startsWith(`${key}.`) ? [path.slice(key.length + 1)] : []))
    kept[key] = without(value, below)
  }
  return kept
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
