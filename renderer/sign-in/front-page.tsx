import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { say } from '../../shared/words/say.ts'
import { HelpButton } from '../help/help-button.tsx'
import { Mark } from '../ui/mark.tsx'
import classes from './front-page.module.css'

interface FrontPageProps {
  readonly title: string
  readonly lead?: ReactNode
  /** wide for a form, widest for choices beside each other */
  readonly width?: 'wide' | 'widest' | undefined
  readonly children: ReactNode
}

/** The quiet page of everything before sign-in: one column on the ground. */
export function FrontPage(props: FrontPageProps) {
  return (
    <main className={classes.page}>
      <div className={classes.column} data-width={props.width}>
        <div className={classes.brand}>
          <Mark />
          <span>Blocktime</span>
        </div>
        <Title order={1} className={classes.title}>
          {props.title}
        </Title>
        {props.lead && (
          <Text c="dimmed" className={classes.lead}>
            {props.lead}
          </Text>
        )}
        {props.children}
        <HelpButton />
      </div>
    </main>
  )
}

/** What index.html shows from the first paint on, kept until the engine has said what is due. */
export function FrontPageLoading() {
  return <main className="opening">{say('sign_in.opening_blocktime')}</main>
}
