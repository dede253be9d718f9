/** Why the person is being asked to sign in, where it was not their own wish. */
export interface SessionEnd {
  readonly notice: string | null
  /** what to do now; to sign in again, nothing being lost, where nothing is said */
  readonly more?: string
}

/** A desk that waits for somebody's PIN. */
export interface LockedDesk {
  readonly username: string
  readonly name: string
  readonly token: string
}

// In memory only: what lies in a browser's storage is on its disk, and outlives the window.
let token: string | null = null
let owner: { readonly username: string; readonly name: string; readonly hasPin: boolean } | null = null
let locked: readonly LockedDesk[] = []
const listeners = new Set<(end: SessionEnd) => void>()

/** The token of the present session, or null before sign-in. */
export function sessionToken(): string | null {
  return token
}

/** Who is signed in in this window, by username; null before sign-in. */
export function sessionUsername(): string | null {
  return owner?.username ?? null
}

/** Keeps the token for this window until it is loaded anew. */
export function keepSession(given: string, user: NonNullable<typeof owner>): void {
  token = given
  owner = user
  forgetLocked(user.username)
}

/** Whether a PIN will bring the person back here was changed. */
export function keepPinState(hasPin: boolean): void {
  if (owner) owner = { ...owner, hasPin }
}

/** Forgets the token, unless a PIN may bring its user back, and tells whoever shows the screens. */
export function endSession(end: SessionEnd & { readonly signedOut?: boolean }): void {
  if (token !== null && owner?.hasPin && !end.signedOut) {
    const { username, name } = owner
    locked = [...locked.filter((desk) => desk.username !== username), { username, name, token }]
  }
  token = null
  owner = null
  for (const listener of listeners) listener(end)
}

/** The desks of this window that wait for a PIN. */
export function lockedDesks(): readonly LockedDesk[] {
  return locked
}

/** No PIN brings that person back here any more. */
export function forgetLocked(username: string): void {
  locked = locked.filter((desk) => desk.username !== username)
}

/** Calls back when the session ends; returns how to stop listening. */
export function onSessionEnd(listener: (end: SessionEnd) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
