import { Tabs, Title } from '@mantine/core'
import { lazy, useEffect } from 'react'
import { InvoicesTab } from '../invoices/invoices-tab.tsx'
import { usePermission } from '../sign-in/session.tsx'
import { useStanding } from '../trouble/standing.ts'
import { NoPermission } from '../ui/no-permission.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useTab } from '../ui/route.ts'
import { useIdle } from '../ui/use-idle.ts'
import classes from './billing-screen.module.css'
import { PackagesTab } from './list/packages-tab.tsx'
import { say } from '../../shared/words/say.ts'

// Fetched once the first screen is there, which waits for none of them.
const load = {
  statements: () => import('../statements/statements-tab.tsx'),
  reports: () => import('../reports/reports-tab.tsx'),
  reconcile: () => import('../reconcile/reconcile-tab.tsx'),
  closing: () => import('../closing/closing-tab.tsx'),
  integrity: () => import('../integrity/integrity-tab.tsx'),
}
const StatementsTab = lazy(async () => ({ default: (await load.statements()).StatementsTab }))
const ReportsTab = lazy(async () => ({ default: (await load.reports()).ReportsTab }))
const ReconcileTab = lazy(async () => ({ default: (await load.reconcile()).ReconcileTab }))
const ClosingTab = lazy(async () => ({ default: (await load.closing()).ClosingTab }))
const UnsentTab = lazy(async () => ({ default: (await import('../unsent/unsent-tab.tsx')).UnsentTab }))
const IntegrityTab = lazy(async () => ({ default: (await load.integrity()).IntegrityTab }))

/** So that a tab is there at once when it is opened, and takes the keys that are pressed then. */
function useTabsBeforehand(): void {
  const idle = useIdle()
  useEffect(() => {
    // What could not be fetched is fetched again where it is opened, and fails there.
    if (idle) for (const tab of Object.values(load)) tab().catch(() => undefined)
  }, [idle])
}

/** The Billing screen. Its tabs are for the holders of Access Billing Tab. */
export function BillingScreen() {
  const permitted = usePermission('Access Billing Tab')
  useTabsBeforehand()
  const [tab, changeTab] = useTab('billing', 'packages')
  return (
    <div className={classes.screen}>
      <Title order={1} className={classes.title}>
        {say('packages.billing')}
      </Title>
      {permitted ? (
        <Tabs value={tab} onChange={changeTab} className={classes.tabs} keepMounted={false}>
          <TabList />
          <Tabs.Panel value="packages" className={classes.panel}>
            <PackagesTab />
          </Tabs.Panel>
          <Tabs.Panel value="invoices" className={classes.panel}>
            <InvoicesTab />
          </Tabs.Panel>
          <Tabs.Panel value="statements" className={classes.panel}>
            <Loaded>
              <StatementsTab />
            </Loaded>
          </Tabs.Panel>
          <Tabs.Panel value="reports" className={classes.panel}>
            <Loaded>
              <ReportsTab />
            </Loaded>
          </Tabs.Panel>
          <Tabs.Panel value="reconcile" className={classes.panel}>
            <Loaded>
              <ReconcileTab />
            </Loaded>
          </Tabs.Panel>
          <Tabs.Panel value="closing" className={classes.panel}>
            <Loaded>
              <ClosingTab />
            </Loaded>
          </Tabs.Panel>
          <Tabs.Panel value="integrity" className={classes.panel}>
            <Loaded>
              <IntegrityTab />
            </Loaded>
          </Tabs.Panel>
          <Tabs.Panel value="unsent" className={classes.panel}>
            <Loaded>
              <UnsentTab />
            </Loaded>
          </Tabs.Panel>
        </Tabs>
      ) : (
        <NoPermission permission="Access Billing Tab" />
      )}
    </div>
  )
}

function TabList() {
  const keepsBooks = usePermission('Reconcile')
  const outbox = useStanding()?.outbox ?? null
  return (
    <Tabs.List className={classes.tabList}>
      <Tabs.Tab value="packages">{say('ui.packages')}</Tabs.Tab>
      <Tabs.Tab value="invoices">{say('ui.invoices')}</Tabs.Tab>
      <Tabs.Tab value="statements">{say('packages.tabStatements')}</Tabs.Tab>
      {keepsBooks && <Tabs.Tab value="reports">{say('packages.tabReports')}</Tabs.Tab>}
      {keepsBooks && <Tabs.Tab value="reconcile">{say('packages.tabReconcile')}</Tabs.Tab>}
      {keepsBooks && <Tabs.Tab value="closing">{say('packages.tabClosing')}</Tabs.Tab>}
      {keepsBooks && <Tabs.Tab value="integrity">{say('packages.tabIntegrity')}</Tabs.Tab>}
      {outbox !== null && <Tabs.Tab value="unsent">{say('not_sent.tab')}</Tabs.Tab>}
    </Tabs.List>
  )
}
