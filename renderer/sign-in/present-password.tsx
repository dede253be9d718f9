import { PasswordInput } from '@mantine/core'
import { say } from '../../shared/words/say.ts'

interface PresentPasswordProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
}

/** Whoever changes the own password or PIN says the present password first. */
export function PresentPassword({ value, onChange, error }: PresentPasswordProps) {
  return (
    <PasswordInput
      label={say('own_access.presentPassword')}
      autoComplete="current-password"
      data-autofocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  )
}
