import { IconCircleCheck, IconZoomExclamation } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { say } from '../../shared/words/say.ts'
import { StateMessage } from '../ui/state-message.tsx'
import classes from './reconcile.module.css'

/** In the place of a list with no rows: everything is done, or nothing has the words that were searched for. */
export function NothingLeft({ searched, title, children }: { searched: boolean; title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  // The row that had the focus was the last one.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} tabIndex={-1} data-work className={classes.nothing}>
      {searched ? (
        <StateMessage
          icon={<IconZoomExclamation size={28} stroke={1.5} />}
          title={say('reconcile.no_row_has_these_words')}
        >
          {say('reconcile.try_fewer_letters_the_reference_or')}
        </StateMessage>
      ) : (
        <StateMessage icon={<IconCircleCheck size={28} stroke={1.5} />} title={title}>
          {children}
        </StateMessage>
      )}
    </div>
  )
}
