import { Tabs, Title } from '@mantine/core'
import { lazy } from 'react'
import { usePermission } from '../sign-in/session.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useTab } from '../ui/route.ts'
import classes from './billing-screen.module.css'
import { PackagesTab } from './list/packages-tab.tsx'
import { say } from '../../shared/words/say.ts'

// Fetched when they are opened: the first screen waits for none of them.
const InvoicesTab = lazy(async () => ({ default: (await import('../invoices/invoices-tab.tsx')).InvoicesTab }))
const StatementsTab = lazy(async () => ({ default: (await import('../statements/statements-tab.tsx')).StatementsTab }))
const ReportsTab = lazy(async () => ({ default: (await import('../reports/reports-tab.tsx')).ReportsTab }))
const ReconcileTab = lazy(async () => ({ default: (await import('../reconcile/reconcile-tab.tsx')).ReconcileTab }))
const ClosingTab = lazy(async () => ({ default: (await import('../closing/closing-tab.tsx')).ClosingTab }))
const IntegrityTab = lazy(async () => ({ default: (await import('../integrity/integrity-tab.tsx')).IntegrityTab }))

/** The Billing screen. Its tabs are for the holders of Access Billing Tab. */
export function BillingScreen() {
  const permitted = usePermission('Access Billing Tab')
  const keepsBooks = usePermission('Reconcile')
  const [tab, changeTab] = useTab('billing', 'packages')
  return (
    <div className={classes.screen}>
      <Title order={1} className={classes.title}>
        {say('packages.billing')}
      </Title>
      {permitted ? (
        <Tabs value={tab} onChange={changeTab} className={classes.tabs} keepMounted={false}>
          <Tabs.List className={classes.tabList}>
            <Tabs.Tab value="packages">{say('ui.packages')}</Tabs.Tab>
            <Tabs.Tab value="invoices">{say('ui.invoices')}</Tabs.Tab>
            <Tabs.Tab value="statements">{say('packages.tabStatements')}</Tabs.Tab>
            {keepsBooks && <Tabs.Tab value="reports">{say('packages.tabReports')}</Tabs.Tab>}
            {keepsBooks && <Tabs.Tab value="reconcile">{say('packages.tabReconcile')}</Tabs.Tab>}
            {keepsBooks && <Tabs.Tab value="closing">{say('packages.tabClosing')}</Tabs.Tab>}
            {keepsBooks && <Tabs.Tab value="integrity">{say('packages.tabIntegrity')}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="packages" className={classes.panel}>
            <PackagesTab />
          </Tabs.Panel>
          <Tabs.Panel value="invoices" className={classes.panel}>
            <Loaded>
              <InvoicesTab />
            </Loaded>
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
        </Tabs>
      ) : (
        <NoPermission permission="Access Billing Tab" />
      )}
    </div>
  )
}
