import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { invoiceStatusSchema } from '../../shared/contract/values.ts'
import { call } from '../api/call.ts'
import { keysToRows } from '../ui/table/row-focus.ts'
import { ExportMenu } from '../ui/export-menu.tsx'
import { usePermission } from '../sign-in/session.tsx'
import type { InvoicesFilter } from './invoices-queries.ts'
import classes from './invoices.module.css'
import { say } from '../../shared/words/say.ts'

const STATUSES = [
  { value: 'all', label: say('ui.all') },
  { value: 'open', label: say('ui.status_open') },
  { value: 'partially_paid', label: say('ui.status_partially_paid') },
  { value: 'paid', label: say('ui.status_paid') },
  { value: 'partially_refunded', label: say('ui.status_partially_refunded') },
  { value: 'refunded', label: say('ui.status_refunded') },
  { value: 'void', label: say('invoices.action_void') },
]

interface InvoicesFilterBarProps {
  readonly filter: InvoicesFilter
  readonly onFilter: (filter: InvoicesFilter) => void
  readonly onNew: () => void
  /** Enter in the search */
  readonly onEnter: () => void
}

/** Search as one types, the filter by status, and the way to a new invoice. */
export function InvoicesFilterBar({ filter, onFilter, onNew, onEnter }: InvoicesFilterBarProps) {
  const mayCreate = usePermission('Create Invoices')
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        label={say('ui.search')}
        className={classes.search}
        classNames={{ label: classes.fieldLabel ?? '' }}
        placeholder={say('invoices.searchPlaceholder')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
        onKeyDown={keysToRows(say('ui.invoices'), onEnter)}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
      />
      <Select
        label={say('ui.status')}
        classNames={{ label: classes.fieldLabel ?? '' }}
        data={STATUSES}
        allowDeselect={false}
        value={filter.status ?? 'all'}
        onChange={(value) => onFilter({ ...filter, status: invoiceStatusSchema.safeParse(value).data ?? null })}
      />
      <ExportMenu file={(format) => call('invoices.export', { choice: filter, format })} />
      {mayCreate && (
        <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={onNew}>
          {say('invoices.title_new')}
        </Button>
      )}
    </div>
  )
}
