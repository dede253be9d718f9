import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import { say } from '../../shared/words/say.ts'
import { RecordHistoryDialog } from '../records/record-history.tsx'
import { usePermission } from '../sign-in/session.tsx'

/** Opens what the customer was and became. */
export function HistoryButton({ customer: { name, number } }: { readonly customer: Customer }) {
  const may = usePermission('Access Billing Tab')
  const [opened, setOpened] = useState(false)
  if (!may) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {say('records.history')}
      </Button>
      <RecordHistoryDialog
        name={name}
        subject={opened ? { of: 'customers', key: number } : null}
        onClose={() => setOpened(false)}
      />
    </>
  )
}
