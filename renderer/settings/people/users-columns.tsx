import { Button, Group } from '@mantine/core'
import type { UserRow } from '../../../shared/contract/people.ts'
import { ROLE_NAMES } from '../../../shared/permissions.ts'
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
      header: 'Name',
      width: 'minmax(0, 1.2fr)',
      cell: ({ name, username }) => (
        <>
          {name}
          <div className={classes.quiet}>{username}</div>
        </>
      ),
    },
    { id: 'role', header: 'Role', width: '130px', cell: ({ role }) => ROLE_NAMES[role] },
    { id: 'sees', header: 'Sees', width: 'minmax(0, 1fr)', cell: sees },
    { id: 'signIn', header: 'Sign-in', width: '130px', cell: signInWords },
    {
      id: 'actions',
      header: 'Actions',
      headerHidden: true,
      width: '210px',
      align: 'end',
      cell: (user) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button size="xs" variant="default" aria-label={`Edit ${user.name}`} onClick={() => onEdit(user)}>
            Edit
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={`Set password of ${user.name}`}
            onClick={() => onPassword(user)}
          >
            Set password
          </Button>
        </Group>
      ),
    },
  ]
}

function sees({ customer, students }: UserRow): string {
  if (customer !== null) return `own packages (${customer})`
  if (students.length === 0) return ''
  return students.length <= 3 ? students.join(', ') : `${students.length} students`
}

function signInWords({ active, hasPassword }: UserRow): string {
  if (!active) return 'Inactive'
  return hasPassword ? 'Active' : 'No password yet'
}
