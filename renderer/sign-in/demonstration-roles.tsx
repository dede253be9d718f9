import { Button, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { ROLE_NAMES, type Role } from '../../shared/permissions.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import classes from './front-page.module.css'
import { useSession } from './session.tsx'

/** One button for each role of the demonstration school: no password, nothing to set up. */
export function DemonstrationRoles({ roles }: { roles: readonly Role[] }) {
  const { begin } = useSession()
  const signInAs = useMutation({ mutationFn: (role: Role) => call('session.signInAs', { role }), onSuccess: begin })
  return (
    <section className={classes.panel} aria-labelledby="demonstration-roles">
      <Title order={2} size="h5" id="demonstration-roles">
        {say('sign_in.look_around_as')}
      </Title>
      <Text size="sm" c="dimmed" component="span">
        {say('sign_in.each_role_sees_what_its_permissions')}
      </Text>
      <div className={classes.roles}>
        {roles.map((role) => (
          <Button
            key={role}
            variant="default"
            onClick={() => signInAs.mutate(role)}
            loading={signInAs.isPending && signInAs.variables === role}
            disabled={signInAs.isPending && signInAs.variables !== role}
          >
            {say('sign_in.sign_in_as', { role: ROLE_NAMES[role] })}
          </Button>
        ))}
      </div>
      {signInAs.isError && <FailureNotice thrown={signInAs.error} />}
    </section>
  )
}
