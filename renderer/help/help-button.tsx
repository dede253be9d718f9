import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { say } from '../../shared/words/say.ts'
import { openHelp } from './help-door.ts'
import classes from './help.module.css'

/** For a screen before sign-in: at its foot, out of the way of what has to be done there. */
export function HelpButton() {
  return (
    <div className={classes.open}>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconLifebuoy size={16} stroke={1.6} aria-hidden="true" />}
        onClick={openHelp}
      >
        {say('help.open')}
      </Button>
    </div>
  )
}
