import { Modal, Text } from '@mantine/core'
import { say } from '../../shared/words/say.ts'
import { VERSION } from '../../shared/version.ts'
import { DialogHead } from '../ui/dialog-head.tsx'
import { DiagnosticsButton } from './diagnostics-button.tsx'
import { Guide } from './guide.tsx'
import classes from './help.module.css'

interface HelpDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** The guide, and what somebody needs who helps. */
export function HelpDialog({ opened, onClose }: HelpDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={980} padding={0} yOffset={48}>
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{say('help.title')}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('ui.close')} />
        </DialogHead>
        <Modal.Body p={24}>
          {opened && <Guide />}
          <div className={classes.foot}>
            <Text size="xs" c="dimmed">
              {say('help.version', { version: VERSION })}
            </Text>
            <DiagnosticsButton />
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
