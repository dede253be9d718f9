import { Kbd } from '@mantine/core'
import { Fragment } from 'react'
import { PALETTE_KEY } from './commands.ts'
import { say } from '../../shared/words/say.ts'

const IS_MAC = navigator.platform.startsWith('Mac')

/** The keys of a command, as they stand on a keyboard. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <>
      {keys.map((key, place) => (
        // A sequence may have a key twice.
        <Fragment key={`${place} ${key}`}>
          {place > 0 && say('palette.keysThen')}
          {key === PALETTE_KEY ? (
            <>
              <Kbd>{IS_MAC ? '⌘' : 'Ctrl'}</Kbd> + <Kbd>K</Kbd>
            </>
          ) : (
            <Kbd>{key}</Kbd>
          )}
        </Fragment>
      ))}
    </>
  )
}
