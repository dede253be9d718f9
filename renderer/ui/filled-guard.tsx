import { Button, Group, Modal, Text } from '@mantine/core'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { say } from '../../shared/words/say.ts'
import { DialogHead } from './dialog-head.tsx'

export interface FilledGuard {
  /** closes a dialog, or asks first where something was written in it */
  readonly close: () => void
  /** the question is on the screen: Escape is meant for it */
  readonly asking: boolean
  /** goes around what is written in */
  readonly wrap: (content: ReactNode) => ReactNode
  readonly question: ReactNode
}

/**
 * Keeps what was written in a dialog from being thrown away by one key.
 * @param onClose closes the dialog
 * @param zIndex of the dialog
 */
export function useFilledGuard(onClose: () => void, zIndex: number): FilledGuard {
  /** whether something is written in the form that is open; null where none is */
  const isFilled = useRef<(() => boolean) | null>(null)
  const register = useCallback((answer: (() => boolean) | null) => {
    isFilled.current = answer
  }, [])
  const [asking, setAsking] = useState(false)
  const leave = () => {
    setAsking(false)
    onClose()
  }
  return {
    asking,
    close: () => (isFilled.current?.() ? setAsking(true) : leave()),
    wrap: (content) => <Watched register={register}>{content}</Watched>,
    question: <Question opened={asking} zIndex={zIndex + 50} onStay={() => setAsking(false)} onLeave={leave} />,
  }
}

interface WatchedProps {
  readonly register: (isFilled: (() => boolean) | null) => void
  readonly children: ReactNode
}

function Watched({ register, children }: WatchedProps) {
  const form = useRef<HTMLDivElement>(null)
  /** what stood in the fields when the person first touched one of them */
  const before = useRef<string | null>(null)
  useEffect(() => {
    register(() => before.current !== null && before.current !== written(form.current))
    return () => register(null)
  }, [register])
  const touched = () => {
    before.current ??= written(form.current)
  }
  return (
    <div ref={form} onKeyDownCapture={touched} onPointerDownCapture={touched}>
      {children}
    </div>
  )
}

function Question(props: { opened: boolean; zIndex: number; onStay: () => void; onLeave: () => void }) {
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onStay}
      size={420}
      padding={0}
      centered
      zIndex={props.zIndex}
      closeOnEscape={false}
    >
      <Modal.Overlay />
      <Modal.Content
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // The dialog below listens, too, and would ask again.
          event.stopPropagation()
          props.onStay()
        }}
      >
        <DialogHead title={<Modal.Title>{say('ui.leaveFilled')}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('ui.leaveStay')} />
        </DialogHead>
        <Modal.Body px={24} pb={24} pt={16}>
          <Text size="sm" mb="md">
            {say('ui.leaveFilledWords')}
          </Text>
          <Group gap="sm" justify="flex-end">
            <Button variant="default" onClick={props.onLeave} c="var(--bt-bad)">
              {say('ui.leaveThrowAway')}
            </Button>
            <Button onClick={props.onStay} data-autofocus>
              {say('ui.leaveStay')}
            </Button>
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** What stands in the fields, as one text to compare. */
function written(form: HTMLElement | null): string | null {
  if (!form) return null
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  return JSON.stringify([...fields].map((field) => ('checked' in field && field.checked ? 'checked' : field.value)))
}
