import { Menu } from '@mantine/core'
import { useState } from 'react'
import { say } from '../../../shared/words/say.ts'
import { later } from '../../ui/later.tsx'
import { LoadedLater } from '../../ui/loaded-later.tsx'
import { useMayDo } from '../actions/permitted-actions.ts'
import type { EndsChoice } from './many-ends.ts'

const ManyEndsDialog = later(async () => (await import('./many-ends-dialog.tsx')).ManyEndsDialog)

/** The item of the list's menu that opens the last valid days of what is shown, and its dialog; nothing without the permission. */
export function useManyEndsItem(choice: EndsChoice) {
  const mayDo = useMayDo()
  const [opened, setOpened] = useState<EndsChoice | null>(null)
  if (!mayDo('changeEnd')) return { item: null, dialog: null }
  return {
    item: (
      <>
        <Menu.Divider />
        <Menu.Item onClick={() => setOpened(choice)}>{say('package_life.manyEnds')}</Menu.Item>
      </>
    ),
    dialog: (
      <LoadedLater asked={opened !== null}>
        <ManyEndsDialog choice={opened} onClose={() => setOpened(null)} />
      </LoadedLater>
    ),
  }
}
