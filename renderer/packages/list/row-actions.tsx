import { Menu } from '@mantine/core'
import { IconChevronDown, IconScale } from '@tabler/icons-react'
import { useRef } from 'react'
import type { PackageRow } from '../../../shared/contract/packages.ts'
import { ACTION_TITLES } from '../actions/action-view.ts'
import { useOpenAction } from '../actions/open-action.tsx'
import { usePackageActions } from '../actions/permitted-actions.ts'
import { MENUS_ID } from '../../ui/menus.ts'
import classes from './packages-tab.module.css'

interface RowActionsProps {
  readonly row: PackageRow
  /** the element that names the customer */
  readonly describedBy: string
  readonly onViewBalances: (row: PackageRow, opener: HTMLElement) => void
}

const MENU_PLACE = { target: `#${MENUS_ID}` }

/** What can be done with one customer package. A bare button: there is one in each row that scrolls by. */
export function RowActions({ row, describedBy, onViewBalances }: RowActionsProps) {
  const button = useRef<HTMLButtonElement>(null)
  const actions = usePackageActions(row.status)
  const open = useOpenAction()
  return (
    <Menu position="bottom-end" width={190} shadow="md" portalProps={MENU_PLACE}>
      <Menu.Target>
        <button
          ref={button}
          type="button"
          className={classes.actions}
          aria-label="Actions"
          aria-describedby={describedBy}
        >
          <span className={classes.actionsWord}>Actions</span>
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconScale size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => button.current && onViewBalances(row, button.current)}
        >
          View Balances
        </Menu.Item>
        {actions.length > 0 && <Menu.Divider />}
        {actions.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => open({ kind, customer: row.customerNumber, ref: row.ref }, button.current)}
          >
            {ACTION_TITLES[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
