import { Alert, type AlertProps } from '@mantine/core'
import type { IconAlertTriangle } from '@tabler/icons-react'
import classes from './standing-bar.module.css'

interface StandingBarProps extends Pick<AlertProps, 'title' | 'children'> {
  /** alert: nothing can go on as it is; status: it can, and somebody should know */
  readonly role: 'alert' | 'status'
  readonly icon: typeof IconAlertTriangle
}

/** What is said above every screen for as long as it is so, from one side of the window to the other. */
export function StandingBar({ role, icon: Icon, ...said }: StandingBarProps) {
  const tone = role === 'alert' ? 'bad' : 'warn'
  return (
    <Alert
      {...said}
      role={role}
      variant="default"
      className={classes.bar}
      icon={<Icon size={18} color={`var(--bt-${tone})`} aria-hidden />}
      bg={`var(--bt-${tone}-quiet)`}
    />
  )
}
