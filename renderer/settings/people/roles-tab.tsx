import { Skeleton, Text } from '@mantine/core'
import { say } from '../../../shared/words/say.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from '../settings.module.css'
import { useRoles } from './people-queries.ts'
import { RolesGrid } from './roles-grid.tsx'

/** Settings > Roles: what each role may do. */
export function RolesTab() {
  const roles = useRoles()
  return (
    <section className={`${classes.section} ${classes.wide}`} aria-label={say('settings.roles')}>
      <Text size="sm" mb="md">
        {say('settings.a_change_counts_at_once_for_everybody')}
      </Text>
      {roles.isError && <FailureNotice thrown={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.isPending && <Skeleton height={420} animate={false} />}
      {roles.data && <RolesGrid key={JSON.stringify(roles.data)} roles={roles.data.roles} />}
    </section>
  )
}
