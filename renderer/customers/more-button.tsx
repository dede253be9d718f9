import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import { say } from '../../shared/words/say.ts'
import { failureOf } from '../api/call-failure.ts'
import { call } from '../api/call.ts'
import { useOpenAction } from '../packages/actions/open-action.tsx'
import { useCustomerActions } from '../packages/actions/permitted-actions.ts'
import { RecordHistoryDialog } from '../records/record-history.tsx'
import { usePermission } from '../sign-in/session.tsx'
import { MENUS_ID } from '../ui/menus.ts'
import { useDone } from '../ui/places.ts'
import { saveFile } from '../ui/save-file.ts'

const MENU_PLACE = { target: `#${MENUS_ID}` }

/** What is seldom done with a customer; nothing where the person may do none of it. */
export function MoreButton({ customer: { name, number } }: { readonly customer: Customer }) {
  const button = useRef<HTMLButtonElement>(null)
  const openAction = useOpenAction()
  const actions = useCustomerActions('more')
  const maySeeHistory = usePermission('Access Billing Tab')
  const mayTakeOut = usePermission('View All Student Enrollments') && maySeeHistory
  const [history, setHistory] = useState(false)
  const taking = useAllData(number)
  if (actions.length === 0 && !maySeeHistory) return null
  return (
    <>
      <Menu position="bottom-start" shadow="md" portalProps={MENU_PLACE}>
        <Menu.Target>
          <Button
            ref={button}
            variant="default"
            loading={taking.isPending}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            {say('customers.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map(({ kind, item }) => (
            <Menu.Item key={kind} onClick={() => openAction({ kind, customer: number }, button.current)}>
              {item}
            </Menu.Item>
          ))}
          {maySeeHistory && <Menu.Item onClick={() => setHistory(true)}>{say('records.history')}</Menu.Item>}
          {mayTakeOut && <Menu.Item onClick={() => taking.mutate()}>{say('person.take_out')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <RecordHistoryDialog
        name={name}
        subject={history ? { of: 'customers', key: number } : null}
        onClose={() => {
          setHistory(false)
          button.current?.focus()
        }}
      />
    </>
  )
}

/** For a customer who asks what the school knows: everything that is held of this one, as a file. */
function useAllData(number: string) {
  const tell = useDone()
  return useMutation({
    mutationFn: () => call('customers.allData', { number }),
    onSuccess: ({ name, content, mediaType }) => {
      saveFile(name, content, mediaType)
      tell({ sentence: say('person.taken', { number, name }), show: null, undo: null })
    },
    onError: (thrown) => tell({ sentence: failureOf(thrown).message, show: null, undo: null }),
  })
}
