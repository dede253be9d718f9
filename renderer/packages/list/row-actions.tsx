import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'
import type { PackageRow } from '../../../shared/contract/package-columns.ts'
import { PackageMenu } from '../actions/package-menu.tsx'
import { usePackageActions } from '../actions/permitted-actions.ts'
import classes from './packages-tab.module.css'
import { say } from '../../../shared/words/say.ts'

/** What of a row decides about its actions. */
type ActionsRow = Pick<PackageRow, 'ref' | 'customerNumber' | 'status'>

interface RowActionsProps<Row> {
  readonly row: Row
  /** the element that names the customer */
  readonly describedBy: string
  readonly onViewBalances: (row: Row, opener: HTMLElement) => void
}

/** What can be done with one customer package. A bare button: there is one in each row that scrolls by. */
export function RowActions<Row extends ActionsRow>({ row, describedBy, onViewBalances }: RowActionsProps<Row>) {
  const button = useRef<HTMLButtonElement>(null)
  const actions = usePackageActions(row.status)
  return (
    <PackageMenu
      customer={row.customerNumber}
      packageRef={row.ref}
      actions={actions}
      opener={button}
      onViewBalances={(opener) => onViewBalances(row, opener)}
    >
      <button
        ref={button}
        type="button"
        className={classes.actions}
        aria-label={say('ui.actions')}
        aria-describedby={describedBy}
      >
        <span className={classes.actionsWord}>{say('ui.actions')}</span>
        <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
      </button>
    </PackageMenu>
  )
}
