import { useEffect } from 'react'
import { useChanges } from '../api/changes.ts'
import { BillingScreen } from '../packages/billing-screen.tsx'
import { PlacesProvider } from '../palette/places-provider.tsx'
import { usePermission, useUser } from '../sign-in/session.tsx'
import { useSchool } from '../ui/school.tsx'
import { useKeptColors } from './colors.ts'
import { StandingBanner } from '../trouble/standing-banner.tsx'
import classes from './frame.module.css'
import { later } from '../ui/later.tsx'
import { MENUS_ID } from '../ui/menus.ts'
import { useScreen, type Screen } from '../ui/route.ts'
import { ClockNotice } from './clock-notice.tsx'
import { Sidebar } from './sidebar.tsx'
import { UnansweredNotices } from './unanswered-notices.tsx'
import { say } from '../../shared/words/say.ts'

const SettingsScreen = later(async () => (await import('../settings/settings-screen.tsx')).SettingsScreen)
const CustomersScreen = later(async () => (await import('../customers/customers-screen.tsx')).CustomersScreen)
const OverviewScreen = later(async () => (await import('../customers/overview-screen.tsx')).OverviewScreen)

const TITLES: Readonly<Record<Screen, string>> = {
  billing: say('frame.billing'),
  customers: say('frame.customers'),
  settings: say('frame.settings'),
}

/** The application behind the sign-in: links on the left, the open screen beside them. */
export function Frame() {
  const screen = useOwnScreen()
  useChanges()
  useKeptColors()
  const { name } = useSchool()
  // A customer sees the own overview, whatever the address says; staff who are customers, too, stay staff.
  const { role, customer } = useUser()
  const own = role === 'customer' ? customer : null
  const title = own === null ? TITLES[screen] : say('frame.myPackages')
  useEffect(() => {
    document.title = say('frame.windowTitle', { title, school: name })
  }, [title, name])
  return (
    <PlacesProvider>
      <div className={classes.frame}>
        <Sidebar screen={screen} />
        <main className={classes.main}>
          <StandingBanner />
          <ClockNotice />
          <UnansweredNotices />
          {own === null ? <OpenScreen screen={screen} /> : <OverviewScreen number={own} />}
          <div id={MENUS_ID} />
        </main>
      </div>
    </PlacesProvider>
  )
}

/** The open screen; where the address names none, the first that the person may see. */
function useOwnScreen(): Screen {
  const named = useScreen()
  const billing = usePermission('Access Billing Tab')
  return named ?? (billing ? 'billing' : 'customers')
}

function OpenScreen({ screen }: { screen: Screen }) {
  switch (screen) {
    case 'billing':
      return <BillingScreen />
    case 'customers':
      return <CustomersScreen />
    case 'settings':
      return <SettingsScreen />
  }
}
