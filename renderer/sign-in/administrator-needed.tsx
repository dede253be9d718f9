import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StartState } from '../../shared/contract/start.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import {
  AdministratorFields,
  administratorRules,
  NO_ADMINISTRATOR,
  type AdministratorEntered,
} from './administrator-fields.tsx'
import { FrontPage } from './front-page.tsx'
import classes from './front-page.module.css'
import { addressOf } from '../ui/route.ts'
import { useSession } from './session.tsx'

interface AdministratorNeededProps {
  readonly schoolName: string
  /** administrators who came in with the school: the form begins with the first of them */
  readonly cameIn: StartState['administrators']
}

/** A school came in by import and nobody has a password yet: the first administrator is set here. */
export function AdministratorNeeded({ schoolName, cameIn }: AdministratorNeededProps) {
  const { begin } = useSession()
  const queryClient = useQueryClient()
  const [first] = cameIn
  const form = useForm<AdministratorEntered>({
    initialValues: first
      ? { ...NO_ADMINISTRATOR, administratorName: first.name, username: first.username }
      : NO_ADMINISTRATOR,
    validate: administratorRules,
  })
  const setAdministrator = useMutation({
    mutationFn: async ({ administratorName: name, username, password }: AdministratorEntered) => {
      await call('start.setAdministrator', { name, username, password })
      return call('session.signIn', { username: username.trim(), password })
    },
    onSuccess: (session) => {
      // What is still missing is the first thing to see.
      window.location.hash = addressOf('settings', 'setup')
      begin(session)
    },
    onError: (thrown) => {
      const { field, message } = failureOf(thrown)
      // It may have been made all the same: then this is the sign-in's place.
      void queryClient.invalidateQueries({ queryKey: ['start'] })
      if (field === 'username') form.setFieldError(field, message)
    },
  })
  return (
    <FrontPage
      width="wide"
      title={say('sign_in.set_the_first_administrator')}
      lead={say('sign_in.nobody_can_sign_in_yet', { schoolName })}
    >
      <form
        className={classes.panel}
        onSubmit={form.onSubmit((entered) => setAdministrator.mutate(entered))}
        noValidate
      >
        <Stack gap="md">
          <AdministratorFields field={(name) => form.getInputProps(name)} />
          {setAdministrator.isError && failureOf(setAdministrator.error).field !== 'username' && (
            <FailureNotice thrown={setAdministrator.error} />
          )}
          <div>
            <Button type="submit" loading={setAdministrator.isPending}>
              {say('sign_in.set_the_administrator_and_sign_in')}
            </Button>
          </div>
        </Stack>
      </form>
    </FrontPage>
  )
}
