import { PasswordInput, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { administratorSchema } from '../../shared/contract/start.ts'
import { say } from '../../shared/words/say.ts'
import classes from './front-page.module.css'

export interface AdministratorEntered {
  readonly administratorName: string
  readonly username: string
  readonly password: string
  readonly passwordAgain: string
}

export const NO_ADMINISTRATOR: AdministratorEntered = {
  administratorName: '',
  username: '',
  password: '',
  passwordAgain: '',
}

/** The contract's own rules, so that the form and the engine refuse the same things in the same words. */
export const administratorRules = {
  administratorName: (value: string) => problem(administratorSchema.shape.name.safeParse(value)),
  username: (value: string) => problem(administratorSchema.shape.username.safeParse(value)),
  password: (value: string) => problem(administratorSchema.shape.password.safeParse(value)),
  passwordAgain: (value: string, entered: AdministratorEntered) =>
    value === entered.password ? null : say('sign_in.the_two_passwords_differ_write_the'),
}

/** First sentence of a failed check, or null. */
export function problem(parsed: { success: boolean; error?: { issues: { message: string }[] } }): string | null {
  return parsed.success ? null : (parsed.error?.issues[0]?.message ?? say('sign_in.this_cannot_be_used'))
}

/** Name, username and password (twice) of an administrator. */
export function AdministratorFields({
  field,
}: {
  field: (name: keyof AdministratorEntered) => GetInputPropsReturnType
}) {
  return (
    <>
      <div className={classes.pair}>
        <TextInput label={say('sign_in.administrator_name')} autoComplete="name" {...field('administratorName')} />
        <TextInput label={say('sign_in.username')} autoComplete="username" {...field('username')} />
      </div>
      <div className={classes.pair}>
        <PasswordInput
          label={say('sign_in.password')}
          description={say('sign_in.at_least_8_characters')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
          {...field('password')}
        />
        <PasswordInput
          label={say('sign_in.repeat_the_password')}
          autoComplete="new-password"
          {...field('passwordAgain')}
        />
      </div>
    </>
  )
}
