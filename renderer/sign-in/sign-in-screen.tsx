import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { School } from '../../shared/contract/start.ts'
import type { Role } from '../../shared/permissions.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { DemonstrationRoles } from './demonstration-roles.tsx'
import { FrontPage } from './front-page.tsx'
import classes from './front-page.module.css'
import { QuickReturn } from './quick-return.tsx'
import { useSession } from './session.tsx'

/** Username and password; in a demonstration school also a button for each role. */
export function SignInScreen({ school, roles }: { school: School | null; roles: readonly Role[] }) {
  const { state } = useSession()
  const { notice, more } = state.kind === 'signed_out' ? state : { notice: null, more: null }
  return (
    <FrontPage
      width={roles.length > 0 ? 'wide' : undefined}
      title={school?.name ?? say('sign_in.sign_in')}
      lead={school?.demonstration ? say('sign_in.a_demonstration_school') : undefined}
    >
      {notice && (
        <Alert role="status" variant="default" bg="var(--bt-warn-quiet)" mt="lg" title={notice}>
          <Text size="sm">{more ?? say('sign_in.sign_in_again')}</Text>
        </Alert>
      )}
      <QuickReturn />
      {roles.length > 0 ? (
        <div className={classes.choices}>
          <DemonstrationRoles roles={roles} />
          <PasswordSignIn ownFocus={false} />
        </div>
      ) : (
        <PasswordSignIn ownFocus />
      )}
    </FrontPage>
  )
}

function PasswordSignIn({ ownFocus }: { ownFocus: boolean }) {
  const { begin } = useSession()
  const form = useForm({
    initialValues: { username: '', password: '' },
    validate: { username: (value) => (value.trim() === '' ? say('sign_in.write_your_username') : null) },
  })
  const signIn = useMutation({
    mutationFn: (entered: { username: string; password: string }) => call('session.signIn', entered),
    onSuccess: begin,
    onError: () => form.setFieldValue('password', ''),
  })
  return (
    <form className={classes.panel} onSubmit={form.onSubmit((entered) => signIn.mutate(entered))} noValidate>
      <Stack gap="md">
        <TextInput
          label={say('sign_in.username')}
          autoComplete="username"
          data-autofocus={ownFocus}
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={say('sign_in.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        {signIn.isError && <FailureNotice thrown={signIn.error} />}
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {say('sign_in.sign_in')}
        </Button>
      </Stack>
    </form>
  )
}
