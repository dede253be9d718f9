import { Tabs, Title } from '@mantine/core'
import { ClosingTab } from '../closing/closing-tab.tsx'
import { IntegrityTab } from '../integrity/integrity-tab.tsx'
import { InvoicesTab } from '../invoices/invoices-tab.tsx'
import { usePermission } from '../sign-in/session.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { useTab } from '../ui/route.ts'
import classes from './billing-screen.module.css'
import { ReconcileTab } from '../reconcile/reconcile-tab.tsx'
import { ReportsTab } from '../reports/reports-tab.tsx'
import { StatementsTab } from '../statements/statements-tab.tsx'
import { PackagesTab } from './list/packages-tab.tsx'
import { say } from '../../shared/words/say.ts'

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
        </Tabs>
      ) : (
        <NoPermission permission="Access Billing Tab" />
      )}
    </div>
  )
}
