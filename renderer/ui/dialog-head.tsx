import type { ReactNode } from 'react'
import classes from './dialog-head.module.css'

/**
 * Title and close button of a dialog or drawer. The library's own is a <header>, of which a page may have only one
 * where a drawer lies on a dialog.
 */
export function DialogHead(props: { title: ReactNode; quiet?: boolean; children: ReactNode }) {
  return (
    <div className={classes.head} data-quiet={props.quiet || undefined}>
      {props.title}
      {props.children}
    </div>
  )
}
