import { Tabs, Title } from '@mantine/core'
import { say } from '../../shared/words/say.ts'
import { usePermission } from '../sign-in/session.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { useTab } from '../ui/route.ts'
import { BackupsTab } from './backups/backups-tab.tsx'
import { BringOver } from './bring-over/bring-over.tsx'
import { CatalogueTab } from './catalogue/catalogue-tab.tsx'
import { ImportSchool } from './import-school.tsx'
import { OffersTab } from './offers/offers-tab.tsx'
import { RolesTab } from './people/roles-tab.tsx'
import { PlacePanel } from '../place/place-panel.tsx'
import { UsersTab } from './people/users-tab.tsx'
import { SchoolTab } from './school/school-tab.tsx'
import { BackToSetUp } from './set-up/back-to-set-up.tsx'
import { SetUpTab } from './set-up/set-up-tab.tsx'
import classes from './settings.module.css'

/** The Settings screen: the school, what it sells, and who works with it. */
export function SettingsScreen() {
  const mayImport = usePermission('Manage Settings')
  const maySee = usePermission('Access Billing Tab')
  const mayManageUsers = usePermission('Manage Users')
  const [tab, changeTab] = useTab('settings', mayImport ? 'setup' : maySee ? 'hours' : 'users')
  return (
    <div className={classes.screen}>
      <Title order={1} className={classes.title}>
        {say('settings.settings')}
      </Title>
      {mayImport || maySee || mayManageUsers ? (
        <Tabs value={tab} onChange={changeTab} keepMounted={false}>
          <Tabs.List px={16}>
            {mayImport && <Tabs.Tab value="setup">{say('set_up.tab')}</Tabs.Tab>}
            {mayImport && <Tabs.Tab value="import">{say('settings.import')}</Tabs.Tab>}
            {mayImport && <Tabs.Tab value="backups">{say('backups.tab')}</Tabs.Tab>}
            {mayImport && <Tabs.Tab value="place">{say('school_place.tab')}</Tabs.Tab>}
            {mayImport && <Tabs.Tab value="bring">{say('bring_over.tab')}</Tabs.Tab>}
            {mayImport && <Tabs.Tab value="school">{say('settings.school')}</Tabs.Tab>}
            {maySee && <Tabs.Tab value="hours">{say('settings.hour_types')}</Tabs.Tab>}
            {maySee && <Tabs.Tab value="items">{say('settings.products_and_services')}</Tabs.Tab>}
            {maySee && <Tabs.Tab value="packages">{say('settings.packages')}</Tabs.Tab>}
            {mayManageUsers && <Tabs.Tab value="users">{say('settings.users')}</Tabs.Tab>}
            {mayManageUsers && <Tabs.Tab value="roles">{say('settings.roles')}</Tabs.Tab>}
          </Tabs.List>
          <BackToSetUp />
          {mayImport && <SettingsPanels />}
          <Tabs.Panel value="hours">
            <CatalogueTab of="hours" />
          </Tabs.Panel>
          <Tabs.Panel value="items">
            <CatalogueTab of="items" />
          </Tabs.Panel>
          <Tabs.Panel value="packages">
            <OffersTab />
          </Tabs.Panel>
          {mayManageUsers && (
            <>
              <Tabs.Panel value="users">
                <UsersTab />
              </Tabs.Panel>
              <Tabs.Panel value="roles">
                <RolesTab />
              </Tabs.Panel>
            </>
          )}
        </Tabs>
      ) : (
        <NoPermission permission="Manage Settings" />
      )}
    </div>
  )
}

/** What whoever may change the settings of the school sees besides. */
function SettingsPanels() {
  return (
    <>
      <Tabs.Panel value="setup">
        <SetUpTab />
      </Tabs.Panel>
      <Tabs.Panel value="import">
        <ImportSchool />
      </Tabs.Panel>
      <Tabs.Panel value="backups">
        <BackupsTab />
      </Tabs.Panel>
      <Tabs.Panel value="place">
        <section className={classes.section} aria-label={say('school_place.tab')}>
          <PlacePanel by="place" />
        </section>
      </Tabs.Panel>
      <Tabs.Panel value="bring">
        <BringOver />
      </Tabs.Panel>
      <Tabs.Panel value="school">
        <SchoolTab />
      </Tabs.Panel>
    </>
  )
}
