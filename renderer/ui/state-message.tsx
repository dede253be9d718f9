import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './state-message.module.css'

/** What stands where content would be: nothing here yet, nothing found, not permitted. Always with what to do. */
export function StateMessage(props: { icon: ReactNode; title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.message}>
      <div className={classes.icon} aria-hidden="true">
        {props.icon}
      </div>
      <Title order={2} size="h4">
        {props.title}
      </Title>
      <Text c="dimmed" size="sm" maw={460}>
        {props.children}
      </Text>
      {props.action}
    </div>
  )
}
