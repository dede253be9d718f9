const KEY = 'blocktime-session'

/** Why the person is being asked to sign in, where it was not their own wish. */
export type SessionEnd = { readonly notice: string | null }

let token: string | null = readKept()
const listeners = new Set<(end: SessionEnd) => void>()

/** The token of the present session, or null before sign-in. */
export function sessionToken(): string | null {
  return token
}

/** Keeps the token for this window: in memory, and in sessionStorage so that a reload keeps one signed in. */
export function keepSession(given: string): void {
  token = given
  try {
    sessionStorage.setItem(KEY, given)
  } catch {
    // Without storage the session simply ends with a reload.
  }
}

/** Forgets the token and tells whoever shows the screens. */
export function endSession(end: SessionEnd): void {
  token = null
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
  for (const listener of listeners) listener(end)
}

/** Calls back when the session ends; returns how to stop listening. */
export function onSessionEnd(listener: (end: SessionEnd) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}
