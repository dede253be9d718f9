import { ActionIcon, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { say } from '../../../shared/words/say.ts'
import { MENUS_ID } from '../menus.ts'

const MENU_PLACE = { target: `#${MENUS_ID}` }

interface ColumnsMenuProps {
  /** those that can be put away */
  readonly columns: readonly { readonly id: string; readonly header: string }[]
  readonly hidden: ReadonlySet<string>
  readonly onHidden: (hidden: ReadonlySet<string>) => void
}

/** Which columns of a table are to be seen. Those without room in a narrow window are left out all the same. */
export function ColumnsMenu({ columns, hidden, onHidden }: ColumnsMenuProps) {
  const shown = columns.map(({ id }) => id).filter((id) => !hidden.has(id))
  return (
    <Menu position="bottom-end" width={220} shadow="md" closeOnItemClick={false} portalProps={MENU_PLACE}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={say('ui.columns')} title={say('ui.columns')}>
          <IconColumns3 size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('ui.columnsNarrow')}</Menu.Label>
        <Menu.CheckboxGroup
          value={shown}
          onChange={(chosen) => onHidden(new Set(columns.map(({ id }) => id).filter((id) => !chosen.includes(id))))}
        >
          {columns.map(({ id, header }) => (
            <Menu.CheckboxItem key={id} value={id}>
              {header}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
