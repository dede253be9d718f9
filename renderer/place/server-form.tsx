import { Button, Checkbox, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PlaceState, ServerPlace } from '../../shared/contract/place.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { FoundServer } from './found-server.tsx'
import type { AskedBy, Choose } from './choose.ts'

/** As high as what is said of the field beside it. */
const NOTHING_SAID = '\u00a0'

/** A place as it is typed. */
type TypedPlace = Omit<ServerPlace, 'port'> & { readonly port: string }

const USUAL: TypedPlace = { host: '', port: '5432', database: '', user: '', certificate: '' }

interface ServerFormProps {
  readonly by: AskedBy
  readonly state: PlaceState
  readonly choose: Choose
}

/** A server is named and looked at; only then it can be chosen. */
export function ServerForm({ by, state, choose }: ServerFormProps) {
  const [server, setServer] = useState(USUAL)
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(state.canKeep)
  const port = portOf(server.port)
  const asked = { server: { ...server, port: port ?? 0 }, password: password === '' ? null : password }
  const look = useMutation({
    mutationFn: () => call(by === 'place' ? 'place.look' : 'trouble.lookAt', asked),
  })
  /** What was found belongs to what was typed. */
  const change = (changed: Partial<TypedPlace>) => {
    look.reset()
    setServer({ ...server, ...changed })
  }
  const field = look.isError ? failureOf(look.error).field : undefined
  const busy = look.isPending || choose.isPending
  const answer = useSeen(look.data ?? look.error)
  return (
    <form
      noValidate
      aria-labelledby="work-at-a-server"
      onSubmit={(event) => {
        event.preventDefault()
        look.mutate()
      }}
    >
      <Stack gap="sm" mt="lg" maw={560}>
        <Head />
        <Fields server={server} field={field} problem={look.error} onChange={change} />
        <Password
          password={password}
          keep={state.canKeep ? keep : null}
          onPassword={(typed) => {
            look.reset()
            setPassword(typed)
          }}
          onKeep={setKeep}
        />
        <LookButton loading={look.isPending} disabled={busy || port === null || !isNamed(server)} />
        <div ref={answer}>
          {look.isError && field === undefined && <FailureNotice thrown={look.error} />}
          {look.data && (
            <FoundServer
              look={look.data}
              mayMove={by === 'place' && state.server === null && state.holdsOwn}
              choose={choose}
              onChoose={(move) => choose.mutate({ ...asked, keep: keep && password !== '', move })}
            />
          )}
        </div>
      </Stack>
    </form>
  )
}

/** What was answered stands below a long form: it is brought into sight. */
function useSeen(answered: unknown) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answered) place.current?.scrollIntoView({ block: 'nearest' })
  }, [answered])
  return place
}

/** A port as it was typed; null where it is none. */
function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : null
}

function isNamed({ host, database }: TypedPlace): boolean {
  return host.trim() !== '' && database.trim() !== ''
}

function LookButton(state: { readonly loading: boolean; readonly disabled: boolean }) {
  return (
    <Group>
      <Button type="submit" variant="default" {...state}>
        {say('school_place.look')}
      </Button>
    </Group>
  )
}

function Head() {
  return (
    <>
      <Title order={2} size="h4" id="work-at-a-server">
        {say('school_place.choose')}
      </Title>
      <Text size="sm" c="dimmed" component="p">
        {say('school_place.choose_words')}
      </Text>
    </>
  )
}

interface PasswordProps {
  readonly password: string
  /** null where this computer keeps none */
  readonly keep: boolean | null
  readonly onPassword: (password: string) => void
  readonly onKeep: (keep: boolean) => void
}

function Password({ password, keep, onPassword, onKeep }: PasswordProps) {
  return (
    <>
      <PasswordInput
        label={say('school_place.password')}
        description={say('school_place.password_words')}
        autoComplete="off"
        value={password}
        onChange={(event) => onPassword(event.currentTarget.value)}
      />
      {keep !== null && password !== '' && (
        <Checkbox
          label={say('trouble.keep_password')}
          description={say('trouble.keep_password_words')}
          checked={keep}
          onChange={(event) => onKeep(event.currentTarget.checked)}
        />
      )}
    </>
  )
}

interface FieldsProps {
  readonly server: TypedPlace
  readonly field: string | undefined
  readonly problem: unknown
  readonly onChange: (changed: Partial<TypedPlace>) => void
}

function Fields({ server, field, problem, onChange }: FieldsProps) {
  const errorAt = (name: keyof ServerPlace) => (field === name ? failureOf(problem).message : null)
  const text = (name: 'host' | 'database' | 'user' | 'certificate') => ({
    value: server[name],
    error: errorAt(name),
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <Group align="flex-start" wrap="nowrap">
        <TextInput
          label={say('school_place.server')}
          description={say('school_place.server_words')}
          flex={1}
          {...text('host')}
        />
        <TextInput
          label={say('school_place.port')}
          description={NOTHING_SAID}
          w={110}
          inputMode="numeric"
          value={server.port}
          error={portOf(server.port) === null && say('school_place.port_form')}
          onChange={(event) => onChange({ port: event.currentTarget.value })}
        />
      </Group>
      <TextInput label={say('school_place.database')} {...text('database')} />
      <TextInput label={say('school_place.user')} description={say('school_place.user_words')} {...text('user')} />
      <TextInput
        label={say('school_place.certificate')}
        description={say('school_place.certificate_words')}
        {...text('certificate')}
      />
    </>
  )
}
