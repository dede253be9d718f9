import { Button, Loader, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { packageStatusSchema, type PackageStatus } from '../../../shared/contract/values.ts'
import { useOpenAction } from '../actions/open-action.tsx'
import { useMayDo } from '../actions/permitted-actions.ts'
import classes from './packages-tab.module.css'

const STATUSES = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'completed', label: 'Completed' },
  { value: 'removed', label: 'Removed' },
]

interface PackagesFilterBarProps {
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly status: PackageStatus | null
  readonly onStatus: (status: PackageStatus | null) => void
  /** an answer is on its way */
  readonly working: boolean
}

/** Search as one types, and the filter by status. The key / leads to the search from anywhere on the tab. */
export function PackagesFilterBar({ search, onSearch, status, onStatus, working }: PackagesFilterBarProps) {
  const field = useRef<HTMLInputElement>(null)
  useSlashKey(field)
  return (
    <div className={classes.filters}>
      <TextInput
        ref={field}
        type="search"
        label="Search"
        className={classes.search}
        classNames={{ label: classes.fieldLabel }}
        placeholder="Customer, number or package"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
        rightSection={working ? <Loader size={14} aria-hidden /> : null}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
      />
      <div>
        <div className={classes.fieldLabel} id="status-filter">
          Status
        </div>
        <SegmentedControl
          aria-labelledby="status-filter"
          classNames={{ input: classes.statusInput ?? '' }}
          data={STATUSES}
          value={status ?? 'all'}
          onChange={(value) => onStatus(packageStatusSchema.safeParse(value).data ?? null)}
        />
      </div>
      <AddToPackage />
    </div>
  )
}

function AddToPackage() {
  const mayDo = useMayDo()
  const open = useOpenAction()
  if (!mayDo('add')) return null
  return (
    <Button ms="auto" onClick={(event) => open({ kind: 'add', customer: null }, event.currentTarget)}>
      Add to package
    </Button>
  )
}

function useSlashKey(field: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const focusField = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const writing = target.closest('input, textarea, [contenteditable], [role="dialog"], [role="menu"]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', focusField)
    return () => window.removeEventListener('keydown', focusField)
  }, [field])
}
