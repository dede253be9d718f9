import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { say } from '../../shared/words/say.ts'
import { MENUS_ID } from '../ui/menus.ts'

const MENU_PLACE = { target: `#${MENUS_ID}` }

export type RowStep = readonly [label: string, run: () => void]

/** The steps of a row that are not its first one. */
export function RowMenu({ about, steps }: { about: string; steps: readonly RowStep[] }) {
  if (steps.length === 0) return null
  return (
    <Menu position="bottom-end" shadow="md" portalProps={MENU_PLACE} returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={say('reconcile.more_for_about', { about })}
          title={say('reconcile.more')}
        >
          <IconDots size={16} stroke={1.8} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map(([label, run]) => (
          <Menu.Item key={label} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
