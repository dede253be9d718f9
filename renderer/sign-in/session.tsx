import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { CallOutput } from '../../shared/contract/index.ts'
import type { SignedInUser } from '../../shared/contract/session.ts'
import type { Permission } from '../../shared/permissions.ts'
import { call } from '../api/call.ts'
import { endSession, keepPinState, keepSession, onSessionEnd } from '../api/session-token.ts'

type SessionState =
  | { readonly kind: 'signed_out'; readonly notice: string | null; readonly more: string | null }
  | { readonly kind: 'signed_in'; readonly user: SignedInUser }

interface Session {
  readonly state: SessionState
  readonly begin: (session: CallOutput<'session.signIn'>) => void
  readonly signOut: () => Promise<void>
  /** Locks the desk: with a PIN one comes back to it. */
  readonly lock: () => Promise<void>
  /** What of oneself was changed. */
  readonly change: (user: SignedInUser) => void
}

const SessionContext = createContext<Session | null>(null)

/** Knows who is signed in. A session that the engine has ended leads back to the sign-in screen with its sentence. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<SessionState>({ kind: 'signed_out', notice: null, more: null })

  useEffect(
    () =>
      onSessionEnd((end) => {
        setState({ kind: 'signed_out', notice: end.notice, more: end.more ?? null })
        // What one person could see must not be on the screen of the next.
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'start' })
      }),
    [queryClient],
  )

  const begin = useCallback(
    ({ token, user }: CallOutput<'session.signIn'>) => {
      keepSession(token, user)
      setState({ kind: 'signed_in', user })
      void queryClient.invalidateQueries({ queryKey: ['start'] })
    },
    [queryClient],
  )

  const signOut = useCallback(async () => {
    // The window forgets the session even where the engine could not be told.
    await call('session.signOut', {}).catch(() => undefined)
    endSession({ notice: null, signedOut: true })
    // The next one begins at the own first screen, not where somebody else left.
    window.location.hash = ''
  }, [])

  const lock = useCallback(async () => {
    await call('session.lock', {}).catch(() => undefined)
    endSession({ notice: null })
    window.location.hash = ''
  }, [])

  const change = useCallback((user: SignedInUser) => {
    keepPinState(user.hasPin)
    setState({ kind: 'signed_in', user })
  }, [])

  const session = useMemo(() => ({ state, begin, signOut, lock, change }), [state, begin, signOut, lock, change])
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession is outside of SessionProvider')
  return session
}

/** The person who is signed in; only for screens behind the sign-in. */
export function useUser(): SignedInUser {
  const { state } = useSession()
  if (state.kind !== 'signed_in') throw new Error('nobody is signed in')
  return state.user
}

/** Whether to show something. A courtesy only: the engine checks every call. */
export function usePermission(permission: Permission): boolean {
  return useUser().permissions.includes(permission)
}
