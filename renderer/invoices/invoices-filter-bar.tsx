import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { invoiceStatusSchema } from '../../shared/contract/values.ts'
import { call } from '../api/call.ts'
import { arrowDownTo } from '../ui/table/row-focus.ts'
import { ExportMenu } from '../ui/export-menu.tsx'
import { usePermission } from '../sign-in/session.tsx'
import type { InvoicesFilter } from './invoices-queries.ts'
import classes from './invoices.module.css'

const STATUSES = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'partially_paid', label: 'Partially paid' },
  { value: 'paid', label: 'Paid' },
  { value: 'partially_refunded', label: 'Partially refunded' },
  { value: 'refunded', label: 'Refunded' },
  { value: 'void', label: 'Void' },
]

interface InvoicesFilterBarProps {
  readonly filter: InvoicesFilter
  readonly onFilter: (filter: InvoicesFilter) => void
  readonly onNew: () => void
}

/** Search as one types, the filter by status, and the way to a new invoice. */
export function InvoicesFilterBar({ filter, onFilter, onNew }: InvoicesFilterBarProps) {
  const mayCreate = usePermission('Create Invoices')
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        label="Search"
        className={classes.search}
        classNames={{ label: classes.fieldLabel ?? '' }}
        placeholder="Customer, number or reference"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
        onKeyDown={arrowDownTo('Invoices')}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
      />
      <Select
        label="Status"
        classNames={{ label: classes.fieldLabel ?? '' }}
        data={STATUSES}
        allowDeselect={false}
        value={filter.status ?? 'all'}
        onChange={(value) => onFilter({ ...filter, status: invoiceStatusSchema.safeParse(value).data ?? null })}
      />
      <ExportMenu file={(format) => call('invoices.export', { choice: filter, format })} />
      {mayCreate && (
        <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={onNew}>
          New invoice
        </Button>
      )}
    </div>
  )
}
