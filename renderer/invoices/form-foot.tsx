import { Button, Group } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { say } from '../../shared/words/say.ts'

interface FormFootProps {
  readonly thrown: unknown
  /** the fields of the form: a refusal caused by one of them is shown there, any other here */
  readonly fields: readonly string[]
  readonly submit: string
  readonly pending: boolean
  readonly onCancel: () => void
  /** the action destroys something: the focus starts on Cancel */
  readonly destructive?: boolean
  readonly disabled?: boolean
  readonly children?: ReactNode
}

/** The foot of a form: what was refused, and its two buttons. */
export function FormFoot(props: FormFootProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (props.destructive) cancel.current?.focus()
  }, [props.destructive])
  const elsewhere = props.thrown ? !props.fields.includes(failureOf(props.thrown).field ?? '') : false
  return (
    <>
      {elsewhere && <FailureNotice thrown={props.thrown} />}
      <Group gap="sm" justify="flex-end">
        {props.children}
        <Button
          ref={cancel}
          type="button"
          variant="default"
          onClick={props.onCancel}
          disabled={props.pending}
          {...(props.destructive ? { 'data-autofocus': true } : {})}
        >
          {say('ui.cancel')}
        </Button>
        <Button
          type="submit"
          loading={props.pending}
          disabled={props.disabled ?? false}
          {...(props.destructive ? { bg: 'var(--bt-bad)', c: 'var(--bt-surface)' } : {})}
        >
          {props.submit}
        </Button>
      </Group>
    </>
  )
}
