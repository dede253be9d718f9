import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { say } from '../shared/words/say.ts'
import { call } from './api/call.ts'
import { FailureNotice } from './ui/failure-notice.tsx'
import { later } from './ui/later.tsx'
import { SchoolProvider } from './ui/school.tsx'
import { FrontPage, FrontPageLoading } from './sign-in/front-page.tsx'
import { useSession } from './sign-in/session.tsx'
import { SignInScreen } from './sign-in/sign-in-screen.tsx'

const AdministratorNeeded = later(
  async () => (await import('./sign-in/administrator-needed.tsx')).AdministratorNeeded,
  FrontPageLoading,
)
const FirstStart = later(async () => (await import('./sign-in/first-start.tsx')).FirstStart, FrontPageLoading)
const TroubleScreen = later(async () => (await import('./trouble/trouble-screen.tsx')).TroubleScreen, FrontPageLoading)
const Frame = later(async () => (await import('./frame/frame.tsx')).Frame, FrontPageLoading)

/** Decides what the window shows: the first start, the sign-in, or the application. */
export function Entrance() {
  const { state } = useSession()
  const start = useQuery({ queryKey: ['start'], queryFn: () => call('start.state', {}) })

  // The application is fetched while one still signs in, so that it is there at once afterwards.
  useEffect(() => Frame.fetch(), [])

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
        <Frame />
      </SchoolProvider>
    )
  }
  switch (phase) {
    case 'first_start':
      return <FirstStart />
    case 'administrator_needed':
      return <AdministratorNeeded schoolName={school?.name ?? say('sign_in.this_school')} cameIn={administrators} />
    case 'trouble':
      return <TroubleScreen />
    case 'sign_in':
      return <SignInScreen school={school} roles={demonstrationRoles} />
  }
}
