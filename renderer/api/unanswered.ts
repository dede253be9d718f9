import { useSyncExternalStore } from 'react'

/** Something that was sent, whose answer got lost: it may have been recorded. */
export interface Unanswered {
  /** the command id: the engine says by it what became of it */
  readonly id: string
  readonly username: string
  /** milliseconds since 1970 */
  readonly sentAt: number
}

/** Ids and names only, nothing of what was sent: a window that is opened anew asks after it, too. */
const KEPT = 'blocktime-unanswered'
const MOST_KEPT = 20

let waiting: readonly Unanswered[] = kept()
/** what was sent under which id, so that the same sent again is the same command */
const sent = new Map<string, string>()
const listeners = new Set<() => void>()

/** The command id for a call with this content: that of the same one whose answer got lost, or a new one. */
export function commandIdOf(content: string): string {
  return sent.get(content) ?? crypto.randomUUID()
}

/** An answer got lost: what was sent waits until it is known what became of it. */
export function noteUnanswered(content: string, command: Unanswered): void {
  sent.set(content, command.id)
  change([...waiting.filter(({ id }) => id !== command.id), command].slice(-MOST_KEPT))
}

/** It is known what became of a command. */
export function settleUnanswered(id: string): void {
  for (const [content, other] of sent) if (other === id) sent.delete(content)
  if (waiting.some((command) => command.id === id)) change(waiting.filter((command) => command.id !== id))
}

/** What still waits, of whomever. */
export function useUnanswered(): readonly Unanswered[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )
}

function change(next: readonly Unanswered[]): void {
  waiting = next
  try {
    if (next.length === 0) localStorage.removeItem(KEPT)
    else localStorage.setItem(KEPT, JSON.stringify(next))
  } catch {
    // Without storage this window still knows.
  }
  for (const listener of listeners) listener()
}

function kept(): readonly Unanswered[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(found) ? found.filter(isUnanswered).slice(-MOST_KEPT) : []
  } catch {
    return []
  }
}

function isUnanswered(value: unknown): value is Unanswered {
  const { id, username, sentAt } = (value ?? {}) as Partial<Unanswered>
  return typeof id === 'string' && typeof username === 'string' && typeof sentAt === 'number'
}
