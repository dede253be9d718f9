import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'
import { MENUS_ID } from '../ui/menus.ts'
import { usePlaces, type Place } from '../ui/places.ts'

const MENU_PLACE = { target: `#${MENUS_ID}` }

export interface Choice {
  readonly key: string
  readonly label: string
  readonly place: Place
}

/** A button that leads to the only choice at once, and offers a menu where there are several. */
export function ChoiceButton({ label, choices }: { label: string; choices: readonly Choice[] }) {
  const { open } = usePlaces()
  const button = useRef<HTMLButtonElement>(null)
  const [only] = choices
  if (!only) return null
  if (choices.length === 1) {
    return (
      <Button variant="default" onClick={(event) => open(only.place, event.currentTarget)}>
        {label}
      </Button>
    )
  }
  return (
    <Menu position="bottom-start" shadow="md" portalProps={MENU_PLACE}>
      <Menu.Target>
        <Button ref={button} variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {choices.map(({ key, label: name, place }) => (
          <Menu.Item key={key} onClick={() => open(place, button.current)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
