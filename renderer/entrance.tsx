import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { say } from '../shared/words/say.ts'
import { call } from './api/call.ts'
import { FailureNotice } from './ui/failure-notice.tsx'
import { SchoolProvider } from './ui/school.tsx'
import { FrontPage, FrontPageLoading } from './sign-in/front-page.tsx'
import { useSession } from './sign-in/session.tsx'
import { SignInScreen } from './sign-in/sign-in-screen.tsx'

const AdministratorNeeded = lazy(async () => ({
  default: (await import('./sign-in/administrator-needed.tsx')).AdministratorNeeded,
}))
const FirstStart = lazy(async () => ({ default: (await import('./sign-in/first-start.tsx')).FirstStart }))
const TroubleScreen = lazy(async () => ({ default: (await import('./trouble/trouble-screen.tsx')).TroubleScreen }))
const loadFrame = async () => ({ default: (await import('./frame/frame.tsx')).Frame })
const Frame = lazy(loadFrame)

/** Decides what the window shows: the first start, the sign-in, or the application. */
export function Entrance() {
  const { state } = useSession()
  const start = useQuery({ queryKey: ['start'], queryFn: () => call('start.state', {}) })

  // The application is fetched while one still signs in, so that it is there at once afterwards.
  useEffect(() => void loadFrame(), [])

  if (start.isPending) return <FrontPageLoading />
  if (start.isError) {
    return (
      <FrontPage title="Blocktime">
        <FailureNotice thrown={start.error} onRetry={() => void start.refetch()} />
      </FrontPage>
    )
  }
  const { phase, school, administrators, demonstrationRoles } = start.data
  if (state.kind === 'signed_in' && school) {
    return (
      <SchoolProvider school={school}>
        <Suspense fallback={<FrontPageLoading />}>
          <Frame />
        </Suspense>
      </SchoolProvider>
    )
  }
  switch (phase) {
    case 'first_start':
      return (
        <Suspense fallback={<FrontPageLoading />}>
          <FirstStart />
        </Suspense>
      )
    case 'administrator_needed':
      return (
        <Suspense fallback={<FrontPageLoading />}>
          <AdministratorNeeded schoolName={school?.name ?? say('sign_in.this_school')} cameIn={administrators} />
        </Suspense>
      )
    case 'trouble':
      return (
        <Suspense fallback={<FrontPageLoading />}>
          <TroubleScreen />
        </Suspense>
      )
    case 'sign_in':
      return <SignInScreen school={school} roles={demonstrationRoles} />
  }
}
