import { lazy, Suspense, useEffect } from 'react'
import { BillingScreen } from '../packages/billing-screen.tsx'
import { useSchool } from '../ui/school.tsx'
import classes from './frame.module.css'
import { MENUS_ID } from '../ui/menus.ts'
import { useScreen, type Screen } from '../ui/route.ts'
import { Sidebar } from './sidebar.tsx'

const SettingsScreen = lazy(async () => ({ default: (await import('../settings/settings-screen.tsx')).SettingsScreen }))

const TITLES: Readonly<Record<Screen, string>> = { billing: 'Billing', settings: 'Settings' }

/** The application behind the sign-in: links on the left, the open screen beside them. */
export function Frame() {
  const screen = useScreen()
  const { name } = useSchool()
  useEffect(() => {
    document.title = `${TITLES[screen]} – ${name} – Blocktime`
  }, [screen, name])
  return (
    <div className={classes.frame}>
      <Sidebar screen={screen} />
      <main className={classes.main}>
        <Suspense fallback={null}>{screen === 'settings' ? <SettingsScreen /> : <BillingScreen />}</Suspense>
        <div id={MENUS_ID} />
      </main>
    </div>
  )
}
