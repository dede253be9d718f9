import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { call } from '../api/call.ts'
import { keysToRows } from '../ui/table/row-focus.ts'
import { ExportMenu } from '../ui/export-menu.tsx'
import { usePermission } from '../sign-in/session.tsx'
import classes from './customers.module.css'
import { say } from '../../shared/words/say.ts'

interface CustomersFilterBarProps {
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly active: boolean
  readonly onActive: (active: boolean) => void
  readonly onNew: () => void
  /** Enter in the search */
  readonly onEnter: () => void
}

/** Search as one types, the active or the inactive ones, and the way to a new customer. */
export function CustomersFilterBar({ search, onSearch, active, onActive, onNew, onEnter }: CustomersFilterBarProps) {
  const mayCreate = usePermission('Create Invoices')
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        label={say('ui.search')}
        className={classes.search ?? ''}
        placeholder={say('ui.nameOrNumber')}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={keysToRows(say('customers.title'), onEnter)}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
      />
      <SegmentedControl
        aria-label={say('customers.which')}
        data={[
          { value: 'active', label: say('ui.status_active') },
          { value: 'inactive', label: say('ui.inactive') },
        ]}
        value={active ? 'active' : 'inactive'}
        onChange={(value) => onActive(value === 'active')}
      />
      <ExportMenu file={(format) => call('customers.export', { choice: { search, active }, format })} />
      {mayCreate && <Button onClick={onNew}>{say('ui.newCustomer')}</Button>}
    </div>
  )
}
