import { useSyncExternalStore } from 'react'

/** Something that was sent, whose answer got lost: it may have been recorded. */
export interface Unanswered {
  /** the command id: the engine says by it what became of it */
  readonly id: string
  /** whose it is, as `markOf` has it */
  readonly mark: number
  /** milliseconds since 1970 */
  readonly sentAt: number
}

/** Ids only, nothing of what was sent and no names: a window that is loaded or opened anew asks after it, too. */
const KEPT = 'blocktime-unanswered:'
const MOST_KEPT = 20

/** what this window still waits for: its answer may come */
const expected = new Set<string>()
/** those of an earlier program that this window was told of, or knows of by itself */
const toldBefore = new Set<string>()
let waiting: readonly Unanswered[] = kept()
/** what was sent under which id, so that the same sent again is the same command */
const sent = new Map<string, string>()
const listeners = new Set<() => void>()

/** Tells users of one window apart, without their names. */
export function markOf(username: string): number {
  let mark = 0
  for (const sign of username) mark = (Math.imul(mark, 31) + (sign.codePointAt(0) ?? 0)) | 0
  return mark
}

/** The command id for a call with this content: that of the same one whose answer got lost, or a new one. */
export function commandIdOf(content: string): string {
  return sent.get(content) ?? crypto.randomUUID()
}

/** Before it is sent: a window that is loaded anew meanwhile never sees the answer. */
export function noteSent(command: Unanswered): void {
  expected.add(command.id)
  keep(command)
}

/** An answer got lost: what was sent waits until it is known what became of it. */
export function noteUnanswered(content: string, command: Unanswered): void {
  sent.set(content, command.id)
  expected.delete(command.id)
  noteLost(command)
}

/** One that this window, or an earlier one, never got an answer to. */
export function noteLost(command: Unanswered): void {
  keep(command)
  change([...waiting.filter(({ id }) => id !== command.id), command].slice(-MOST_KEPT))
}

/** One that was under way when the program ended by force. Told again of the same, after it is known, says nothing. */
export function noteLostBefore(command: Unanswered): void {
  if (toldBefore.has(command.id)) return
  toldBefore.add(command.id)
  noteLost(command)
}

/** It is known what became of a command. */
export function settleUnanswered(id: string): void {
  toldBefore.add(id)
  expected.delete(id)
  forget(id)
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

// Another window knows by now what became of it.
window.addEventListener('storage', ({ key, newValue }) => {
  const id = key?.startsWith(KEPT) ? key.slice(KEPT.length) : undefined
  if (id !== undefined && newValue === null && !expected.has(id)) change(waiting.filter((command) => command.id !== id))
})

function change(next: readonly Unanswered[]): void {
  waiting = next
  for (const listener of listeners) listener()
}

function keep({ id, mark, sentAt }: Unanswered): void {
  try {
    localStorage.setItem(KEPT + id, JSON.stringify({ mark, sentAt }))
  } catch {
    // Without storage this window still knows.
  }
}

function forget(id: string): void {
  try {
    localStorage.removeItem(KEPT + id)
  } catch {
    // As above.
  }
}

function kept(): readonly Unanswered[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(KEPT))
      .flatMap((key) => keptUnder(key))
      .toSorted((one, other) => one.sentAt - other.sentAt)
      .slice(-MOST_KEPT)
  } catch {
    return []
  }
}

function keptUnder(key: string): Unanswered[] {
  const { mark, sentAt } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Unanswered>
  return typeof mark === 'number' && typeof sentAt === 'number' ? [{ id: key.slice(KEPT.length), mark, sentAt }] : []
}
