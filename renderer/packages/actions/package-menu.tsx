import { Menu } from '@mantine/core'
import { IconFileText, IconScale } from '@tabler/icons-react'
import type { ReactElement, RefObject } from 'react'
import { usePlaces } from '../../ui/places.ts'
import { MENUS_ID } from '../../ui/menus.ts'
import { ACTION_TITLES, type PackageActionKind } from './action-view.ts'
import { useOpenAction } from './open-action.tsx'
import { say } from '../../../shared/words/say.ts'

const MENU_PLACE = { target: `#${MENUS_ID}` }

interface PackageMenuProps {
  readonly customer: string
  readonly packageRef: string
  readonly actions: readonly PackageActionKind[]
  /** the button, where the focus goes back to; null while it is not there */
  readonly opener: RefObject<HTMLElement | null>
  /** where they are not seen already */
  readonly onViewBalances?: (opener: HTMLElement) => void
  /** the button stands in a dialog, which keeps the focus inside of itself */
  readonly inDialog?: boolean
  /** the button */
  readonly children: ReactElement
}

/** The menu Actions of one customer package, on whatever screen it stands. */
export function PackageMenu(props: PackageMenuProps) {
  const { customer, packageRef, actions, opener, onViewBalances, inDialog = false } = props
  const open = useOpenAction()
  const { open: openPlace, mayOpen } = usePlaces()
  const statement = { of: 'statement', about: { of: 'package', ref: packageRef } } as const
  const mayState = mayOpen(statement)
  return (
    <Menu position="bottom-end" width={190} shadow="md" withinPortal={!inDialog} portalProps={MENU_PLACE}>
      <Menu.Target>{props.children}</Menu.Target>
      <Menu.Dropdown>
        {onViewBalances && (
          <Menu.Item
            leftSection={<IconScale size={16} stroke={1.6} aria-hidden="true" />}
            onClick={() => opener.current && onViewBalances(opener.current)}
          >
            {say('package_actions.viewBalances')}
          </Menu.Item>
        )}
        {mayState && (
          <Menu.Item
            leftSection={<IconFileText size={16} stroke={1.6} aria-hidden="true" />}
            onClick={() => openPlace(statement, opener.current)}
          >
            {say('ui.statement')}
          </Menu.Item>
        )}
        {(onViewBalances || mayState) && actions.length > 0 && <Menu.Divider />}
        {actions.map((kind) => (
          <Menu.Item key={kind} onClick={() => open({ kind, customer, ref: packageRef }, opener.current)}>
            {ACTION_TITLES[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
