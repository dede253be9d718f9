import { IconArrowLeft } from '@tabler/icons-react'
import { say } from '../../../shared/words/say.ts'
import { addressOf, useComesFrom } from '../../ui/route.ts'
import { FROM_SET_UP } from './set-up-steps.ts'
import classes from './set-up.module.css'

/** The way back to the list of steps, where one came from it. */
export function BackToSetUp() {
  if (useComesFrom() !== FROM_SET_UP) return null
  return (
    <nav className={classes.back} aria-label={say('set_up.where')}>
      <a className={classes.link} href={addressOf('settings', 'setup')}>
        <IconArrowLeft size={16} aria-hidden="true" /> {say('set_up.back')}
      </a>
    </nav>
  )
}
