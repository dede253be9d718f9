import { Button } from '@mantine/core'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { DiagnosticsDialog } from './diagnostics.tsx'

/** For a screen on which nobody is signed in: that is where help is wanted most. */
export function DiagnosticsButton() {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {say('help.show')}
      </Button>
      <DiagnosticsDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}
