import { Button, Group, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { UserRow } from '../../../shared/contract/people.ts'
import { say } from '../../../shared/words/say.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import classes from '../settings.module.css'
import { PasswordDialog } from './password-dialog.tsx'
import { PasswordResets } from './password-resets.tsx'
import { useUsers } from './people-queries.ts'
import { UserDialog } from './user-dialog.tsx'
import { usersColumns } from './users-columns.tsx'

type Opened =
  { readonly of: 'user'; readonly user: UserRow | null } | { readonly of: 'password'; readonly user: UserRow }

/** Settings > Users: who may sign in, as what, and whose dashboards they see. */
export function UsersTab() {
  const users = useUsers()
  const [opened, setOpened] = useState<Opened | null>(null)
  const columns = useMemo(
    () =>
      usersColumns({
        onEdit: (user) => setOpened({ of: 'user', user }),
        onPassword: (user) => setOpened({ of: 'password', user }),
      }),
    [],
  )
  const close = () => setOpened(null)
  return (
    <section className={`${classes.section} ${classes.wide}`} aria-label={say('settings.users')}>
      <Group mb="md">
        <Button
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => setOpened({ of: 'user', user: null })}
        >
          {say('settings.new_user')}
        </Button>
      </Group>
      {users.isError && <FailureNotice thrown={users.error} onRetry={() => void users.refetch()} />}
      {users.isPending && <Skeleton height={200} animate={false} />}
      {users.data && <PasswordResets resets={users.data.resets} />}
      {users.data && (
        <PlainTable
          label={say('settings.users')}
          columns={columns}
          rows={users.data.users}
          rowKey={({ username }) => username}
        />
      )}
      <UserDialog opened={opened?.of === 'user'} user={opened?.of === 'user' ? opened.user : null} onClose={close} />
      <PasswordDialog user={opened?.of === 'password' ? opened.user : null} onClose={close} />
    </section>
  )
}
