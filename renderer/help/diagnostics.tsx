import { Button, Group, Modal, Skeleton, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { DialogHead } from '../ui/dialog-head.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { saveFile } from '../ui/save-file.ts'

const MONOSPACE = { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } as const

interface DiagnosticsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** What somebody needs who helps: shown first, and saved where the person says. */
export function DiagnosticsDialog({ opened, onClose }: DiagnosticsDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={760} padding={0} yOffset={48}>
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{say('help.diagnostics')}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('ui.close')} />
        </DialogHead>
        <Modal.Body p={24}>{opened && <Shown onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Shown({ onClose }: Pick<DiagnosticsDialogProps, 'onClose'>) {
  const [saved, setSaved] = useState<string | null>(null)
  const made = useQuery({ queryKey: ['diagnostics'], queryFn: () => call('help.diagnostics', {}), gcTime: 0 })
  if (made.isPending) return <Skeleton height={240} animate={false} />
  if (made.isError) return <FailureNotice thrown={made.error} onRetry={() => void made.refetch()} />
  const { name, text } = made.data
  const save = () => {
    saveFile(name, base64Of(text), 'text/plain')
    setSaved(name)
  }
  return (
    <>
      <Text size="sm" mb="md">
        {say('help.diagnostics_lead')}
      </Text>
      <Textarea readOnly rows={16} label={say('help.text')} value={text} styles={{ input: MONOSPACE }} />
      <Group justify="space-between" mt="md">
        <Text size="sm" role="status">
          {saved === null ? '' : say('help.saved', { name: saved })}
        </Text>
        <Group>
          <Button variant="default" onClick={onClose}>
            {say('ui.close')}
          </Button>
          <Button data-autofocus onClick={save}>
            {say('help.save')}
          </Button>
        </Group>
      </Group>
    </>
  )
}

function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}
