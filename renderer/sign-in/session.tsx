import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { CallOutput } from '../../shared/contract/index.ts'
import type { SignedInUser } from '../../shared/contract/session.ts'
import type { Permission } from '../../shared/permissions.ts'
import { call } from '../api/call.ts'
import { endSession, keepSession, onSessionEnd, sessionToken } from '../api/session-token.ts'

type SessionState =
  /** after a reload: a token is kept, but it is not yet known whether it still holds */
  | { readonly kind: 'resuming' }
  | { readonly kind: 'signed_out'; readonly notice: string | null }
  | { readonly kind: 'signed_in'; readonly user: SignedInUser }

interface Session {
  readonly state: SessionState
  readonly begin: (session: CallOutput<'session.signIn'>) => void
  readonly signOut: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)

/** Knows who is signed in. A session that the engine has ended leads back to the sign-in screen with its sentence. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<SessionState>(() =>
    sessionToken() === null ? { kind: 'signed_out', notice: null } : { kind: 'resuming' },
  )

  useEffect(
    () =>
      onSessionEnd((end) => {
        setState({ kind: 'signed_out', notice: end.notice })
        // What one person could see must not be on the screen of the next.
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'start' })
      }),
    [queryClient],
  )

  useEffect(() => {
    if (state.kind !== 'resuming') return
    let stale = false
    call('session.current', {}).then(
      (user) => stale || setState({ kind: 'signed_in', user }),
      () => stale || setState({ kind: 'signed_out', notice: null }),
    )
    return () => {
      stale = true
    }
  }, [state.kind])

  const begin = useCallback(
    (session: CallOutput<'session.signIn'>) => {
      keepSession(session.token)
      setState({ kind: 'signed_in', user: session.user })
      void queryClient.invalidateQueries({ queryKey: ['start'] })
    },
    [queryClient],
  )

  const signOut = useCallback(async () => {
    // The window forgets the session even where the engine could not be told.
    await call('session.signOut', {}).catch(() => undefined)
    endSession({ notice: null })
    // The next one begins at the own first screen, not where somebody else left.
    window.location.hash = ''
  }, [])

  const session = useMemo(() => ({ state, begin, signOut }), [state, begin, signOut])
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
