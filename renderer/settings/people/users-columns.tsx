import { Button, Group } from '@mantine/core'
import type { UserRow } from '../../../shared/contract/people.ts'
import { ROLE_NAMES } from '../../../shared/permissions.ts'
import { say } from '../../../shared/words/say.ts'
import type { Column } from '../../ui/table/column.ts'
import classes from '../settings.module.css'

interface UserActions {
  readonly onEdit: (user: UserRow) => void
  readonly onPassword: (user: UserRow) => void
}

/** The columns of the table of users. */
export function usersColumns({ onEdit, onPassword }: UserActions): readonly Column<UserRow>[] {
  return [
    {
      id: 'name',
      header: say('settings.name'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ name, username }) => (
        <>
          {name}
          <div className={classes.quiet}>{username}</div>
        </>
      ),
    },
    { id: 'role', header: say('settings.role'), width: '130px', cell: ({ role }) => ROLE_NAMES[role] },
    { id: 'sees', header: say('settings.sees'), width: 'minmax(0, 1fr)', cell: sees },
    { id: 'signIn', header: say('settings.sign_in'), width: '130px', cell: signInWords },
    {
      id: 'actions',
      header: say('settings.actions'),
      headerHidden: true,
      width: '210px',
      align: 'end',
      cell: (user) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            aria-label={say('settings.edit_name', { name: user.name })}
            onClick={() => onEdit(user)}
          >
            {say('settings.edit')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={say('settings.set_password_of_name', { name: user.name })}
            onClick={() => onPassword(user)}
          >
            {say('settings.set_password')}
          </Button>
        </Group>
      ),
    },
  ]
}

function sees({ customer, students }: UserRow): string {
  if (customer !== null) return say('settings.own_packages_customer', { customer })
  if (students.length === 0) return ''
  return students.length <= 3 ? students.join(', ') : say('settings.students', { count: students.length })
}

function signInWords({ active, hasPassword }: UserRow): string {
  if (!active) return say('settings.inactive')
  return hasPassword ? say('settings.active') : say('settings.no_password_yet')
}
