import { Kbd } from '@mantine/core'
import classes from './reconcile.module.css'
import type { Hint } from './work-keys.ts'

/** The foot of the work list: what is shown and what was done last, and the keys that work on a row. */
export function Caption({ words, hints }: { words: string; hints: readonly Hint[] }) {
  return (
    <div className={classes.caption}>
      <span role="status">{words}</span>
      <span className={classes.keys} aria-hidden="true">
        {hints.map(([keys, meaning]) => (
          <span key={meaning}>
            {keys.map((key) => (
              <Kbd key={key} size="xs" me={4}>
                {key}
              </Kbd>
            ))}
            {meaning}
          </span>
        ))}
      </span>
    </div>
  )
}
