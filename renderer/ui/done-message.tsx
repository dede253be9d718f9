import { Button, Text } from '@mantine/core'
import classes from './done-message.module.css'
import { say } from '../../shared/words/say.ts'

interface DoneMessageProps {
  readonly sentence: string
  /** null: there is nothing to see, or it may not be seen */
  readonly onShow: (() => void) | null
  /** null: it cannot be taken back, or not by this person */
  readonly onUndo: (() => void) | null
}

/** What was done, in one sentence, with the ways to it and back from it. */
export function DoneMessage({ sentence, onShow, onUndo }: DoneMessageProps) {
  return (
    <div className={classes.message}>
      <Text size="sm">{sentence}</Text>
      {(onShow || onUndo) && (
        <div className={classes.ways}>
          {onShow && (
            <Button variant="default" size="compact-sm" onClick={onShow}>
              {say('ui.show')}
            </Button>
          )}
          {onUndo && (
            <Button variant="default" size="compact-sm" onClick={onUndo}>
              {say('ui.undo')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
