import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import type { CallInput } from '../../../shared/contract/index.ts'
import { PERMISSIONS, ROLE_NAMES, type Permission, type Role } from '../../../shared/permissions.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './people.module.css'
import { usePeopleChange } from './people-queries.ts'
import { PERMISSION_WORDS } from './permission-words.ts'

type RoleRow = CallInput<'roles.set'>

function namesOf(rows: readonly RoleRow[]): string {
  return rows.map(({ role }) => ROLE_NAMES[role]).reduce((roles, last) => say('settings.roles_joined', { roles, last }))
}

/** Roles in columns, permissions in rows; saved with the button. */
export function RolesGrid({ roles }: { roles: readonly RoleRow[] }) {
  const [draft, setDraft] = useState(roles)
  const changed = draft.filter((row, place) => !same(row, roles[place]))
  const save = usePeopleChange(
    async (rows: readonly RoleRow[]) => {
      for (const row of rows) await call('roles.set', row)
    },
    (_, rows) => say('settings.roles_changed', { roles: namesOf(rows) }),
    () => undefined,
  )
  const toggle = (role: Role, permission: Permission) => {
    save.reset()
    setDraft(
      draft.map((row) => (row.role === role ? { role, permissions: toggled(row.permissions, permission) } : row)),
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(changed)
      }}
    >
      <Grid rows={draft} onToggle={toggle} />
      {save.isError && <FailureNotice thrown={save.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={changed.length === 0 || save.isPending} onClick={() => setDraft(roles)}>
          {say('settings.undo_changes')}
        </Button>
        <Button type="submit" disabled={changed.length === 0} loading={save.isPending}>
          {say('settings.save_roles')}
        </Button>
      </Group>
    </form>
  )
}

interface GridProps {
  readonly rows: readonly RoleRow[]
  readonly onToggle: (role: Role, permission: Permission) => void
}

function Grid({ rows, onToggle }: GridProps) {
  return (
    <table className={classes.grid} aria-label={say('settings.permissions_of_the_roles')}>
      <thead>
        <tr>
          <th scope="col">{say('settings.permission')}</th>
          {rows.map(({ role }) => (
            <th key={role} scope="col">
              {ROLE_NAMES[role]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PERMISSIONS.map((permission) => (
          <tr key={permission}>
            <th scope="row">
              {permission}
              <div className={classes.words}>{PERMISSION_WORDS[permission]}</div>
            </th>
            {rows.map(({ role, permissions }) => (
              <td key={role}>
                <Checkbox
                  aria-label={`${ROLE_NAMES[role]}: ${permission}`}
                  checked={permissions.includes(permission)}
                  onChange={() => onToggle(role, permission)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function toggled(permissions: readonly Permission[], permission: Permission): Permission[] {
  return PERMISSIONS.filter((known) => permissions.includes(known) !== (known === permission))
}

function same(one: RoleRow, other: RoleRow | undefined): boolean {
  return (
    other !== undefined &&
    PERMISSIONS.every((known) => one.permissions.includes(known) === other.permissions.includes(known))
  )
}
