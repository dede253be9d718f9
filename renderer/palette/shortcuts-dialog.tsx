import { Modal, Text } from '@mantine/core'
import { DialogHead } from '../ui/dialog-head.tsx'
import type { Command } from './commands.ts'
import { Keys } from './keys.tsx'
import classes from './palette.module.css'
import { say } from '../../shared/words/say.ts'

interface ShortcutsDialogProps {
  readonly opened: boolean
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

/** The dialog Keyboard shortcuts: the commands that have keys. */
export function ShortcutsDialog({ opened, commands, onClose }: ShortcutsDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={480} padding={0} yOffset={48}>
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{say('palette.shortcuts')}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('palette.shortcutsClose')} />
        </DialogHead>
        <Modal.Body className={classes.shortcuts ?? ''}>
          <dl>
            {commands
              .filter(({ keys }) => keys.length > 0)
              .map(({ id, label, keys }) => (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
          </dl>
          <Text size="sm" c="dimmed">
            {say('palette.shortcutsInLists')}
          </Text>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
