import { Tabs, Title } from '@mantine/core'
import { useEffect } from 'react'
import { InvoicesTab } from '../invoices/invoices-tab.tsx'
import { usePermission } from '../sign-in/session.tsx'
import { useStanding } from '../trouble/standing.ts'
import { NoPermission } from '../ui/no-permission.tsx'
import { later } from '../ui/later.tsx'
import { useTab } from '../ui/route.ts'
import { useIdle } from '../ui/use-idle.ts'
import classes from './billing-screen.module.css'
import { PackagesTab } from './list/packages-tab.tsx'
import { say } from '../../shared/words/say.ts'

// Fetched once the first screen is there, which waits for none of them.
const StatementsTab = later(async () => (await import('../statements/statements-tab.tsx')).StatementsTab)
const ReportsTab = later(async () => (await import('../reports/reports-tab.tsx')).ReportsTab)
const ReconcileTab = later(async () => (await import('../reconcile/reconcile-tab.tsx')).ReconcileTab)
const ClosingTab = later(async () => (await import('../closing/closing-tab.tsx')).ClosingTab)
const IntegrityTab = later(async () => (await import('../integrity/integrity-tab.tsx')).IntegrityTab)
const UnsentTab = later(async () => (await import('../unsent/unsent-tab.tsx')).UnsentTab)

/** So that a tab is there at once when it is opened, and takes the keys that are pressed then. */
function useTabsBeforehand(): void {
  const idle = useIdle()
  useEffect(() => {
    if (idle) for (const tab of [StatementsTab, ReportsTab, ReconcileTab, ClosingTab, IntegrityTab]) tab.fetch()
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
            <StatementsTab />
          </Tabs.Panel>
          <Tabs.Panel value="reports" className={classes.panel}>
            <ReportsTab />
          </Tabs.Panel>
          <Tabs.Panel value="reconcile" className={classes.panel}>
            <ReconcileTab />
          </Tabs.Panel>
          <Tabs.Panel value="closing" className={classes.panel}>
            <ClosingTab />
          </Tabs.Panel>
          <Tabs.Panel value="integrity" className={classes.panel}>
            <IntegrityTab />
          </Tabs.Panel>
          <Tabs.Panel value="unsent" className={classes.panel}>
            <UnsentTab />
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
