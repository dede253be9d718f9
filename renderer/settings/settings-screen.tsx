import { Title } from '@mantine/core'
import { usePermission } from '../sign-in/session.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { ImportSchool } from './import-school.tsx'
import classes from './settings.module.css'

/** The Settings screen. So far: bringing in a school. */
export function SettingsScreen() {
  const permitted = usePermission('Manage Settings')
  return (
    <div className={classes.screen}>
      <Title order={1} className={classes.title}>
        Settings
      </Title>
      {permitted ? <ImportSchool /> : <NoPermission permission="Manage Settings" />}
    </div>
  )
}
