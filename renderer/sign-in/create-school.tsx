import { Button, Divider, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { startCalls } from '../../shared/contract/start.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import {
  AdministratorFields,
  administratorRules,
  NO_ADMINISTRATOR,
  problem,
  type AdministratorEntered,
} from './administrator-fields.tsx'
import { LocaleField, SearchedField, TimeZoneField } from '../ui/fields/searched-field.tsx'
import { currencyChoices } from './choices.ts'
import { FrontPage } from './front-page.tsx'
import classes from './front-page.module.css'
import { addressOf } from '../ui/route.ts'
import { useSession } from './session.tsx'

interface Entered extends AdministratorEntered {
  readonly name: string
  readonly currency: string
  readonly timeZone: string
  readonly locale: string
  readonly address: string
}

const { shape } = startCalls['start.createSchool'].input

/** The form of a new school and its administrator, who is then signed in. */
export function CreateSchool({ onBack }: { onBack: () => void }) {
  const { begin } = useSession()
  const queryClient = useQueryClient()
  const form = useForm<Entered>({
    initialValues: {
      name: '',
      currency: 'USD',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale: navigator.language,
      address: '',
      ...NO_ADMINISTRATOR,
    },
    validate: {
      name: (value) => problem(shape.name.safeParse(value)),
      ...administratorRules,
    },
  })
  const create = useMutation({
    mutationFn: async ({ administratorName, username, password, passwordAgain: _, ...school }: Entered) => {
      await call('start.createSchool', { ...school, administrator: { name: administratorName, username, password } })
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
      if (field && field in form.values) form.setFieldError(field, message)
    },
  })
  return (
    <FrontPage
      width="wide"
      title={say('sign_in.create_your_school')}
      lead={say('sign_in.its_packages_customers_and_past')}
    >
      <form className={classes.panel} onSubmit={form.onSubmit((entered) => create.mutate(entered))} noValidate>
        <Stack gap="md">
          <SchoolFields field={(name) => form.getInputProps(name)} values={form.values} />
          <Divider my="xs" />
          <AdministratorFields field={(name) => form.getInputProps(name)} />
          {create.isError && <FailureNotice thrown={create.error} />}
          <Group mt="xs">
            <Button type="submit" loading={create.isPending}>
              {say('sign_in.create_the_school')}
            </Button>
            <Button variant="default" onClick={onBack} disabled={create.isPending}>
              {say('sign_in.back')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FrontPage>
  )
}

function SchoolFields({
  field,
  values,
}: {
  field: (name: keyof Entered) => ReturnType<ReturnType<typeof useForm<Entered>>['getInputProps']>
  values: Entered
}) {
  const chosen = (name: 'currency' | 'timeZone' | 'locale') => ({ ...field(name), value: values[name] })
  const currencies = useMemo(currencyChoices, [])
  return (
    <>
      <TextInput label={say('sign_in.school_name')} data-autofocus autoComplete="organization" {...field('name')} />
      <div className={classes.pair}>
        <SearchedField label={say('sign_in.currency')} data={currencies} {...chosen('currency')} />
        <TimeZoneField label={say('sign_in.time_zone')} {...chosen('timeZone')} />
      </div>
      <div className={classes.pair}>
        <Textarea label={say('sign_in.address')} rows={3} {...field('address')} />
        <LocaleField label={say('sign_in.locale')} {...chosen('locale')} />
      </div>
    </>
  )
}
