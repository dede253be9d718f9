import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'
import type { PackageBalance } from '../../../shared/contract/packages.ts'
import { PackageMenu } from '../actions/package-menu.tsx'
import { usePackageActions } from '../actions/permitted-actions.ts'
import { say } from '../../../shared/words/say.ts'

/** What can be done with the customer package that is shown. */
export function BalanceActions({ balance }: { balance: PackageBalance }) {
  const button = useRef<HTMLButtonElement>(null)
  const actions = usePackageActions(balance.status)
  // An earlier day is there to be looked at: what is done now would not be seen on it.
  if (balance.asOf !== null) return null
  return (
    <PackageMenu customer={balance.customerNumber} packageRef={balance.ref} actions={actions} opener={button} inDialog>
      <Button ref={button} variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
        {say('ui.actions')}
      </Button>
    </PackageMenu>
  )
}
