import { Button, Loader, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { SHOWN_COLUMN_KEYS, shownColumn } from '../../../shared/contract/package-columns.ts'
import { packageListFilterSchema, type Category, type PackageListFilter } from '../../../shared/contract/values.ts'
import { call } from '../../api/call.ts'
import type { PackagesOrder } from '../../api/packages-queries.ts'
import { ColumnsMenu } from '../../ui/table/columns-menu.tsx'
import { ExportMenu } from '../../ui/export-menu.tsx'
import { keysToRows } from '../../ui/table/row-focus.ts'
import { useOpenAction } from '../actions/open-action.tsx'
import { useMayDo } from '../actions/permitted-actions.ts'
import { categoryColumnId, categoryHeader } from './hour-categories.ts'
import { useManyEndsItem } from '../ends/many-ends-item.tsx'
import classes from './packages-tab.module.css'
import { say } from '../../../shared/words/say.ts'

const STATUSES = [
  { value: 'all', label: say('ui.all') },
  { value: 'active', label: say('ui.status_active') },
  { value: 'completed', label: say('ui.status_completed') },
  { value: 'expired', label: say('ui.status_expired') },
  { value: 'removed', label: say('ui.status_removed') },
  { value: 'ending', label: say('package_life.ending') },
  { value: 'low', label: say('ui.runningLow') },
]

/** The names stay. */
function choicesOf(categories: readonly Category[]) {
  const hours = categories.map((category) => ({ id: categoryColumnId(category), header: categoryHeader(category) }))
  return SHOWN_COLUMN_KEYS.flatMap((key) => {
    const { id, title, screen } = shownColumn(key)
    if (screen === 'stays') return []
    const choice = { id, header: title }
    return key === 'hoursRemaining' ? [...hours, choice] : [choice]
  })
}

/** A status, those that are running low, or null for all. */
export type PackagesStatusFilter = PackageListFilter | 'low' | null

interface PackagesFilterBarProps {
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly status: PackagesStatusFilter
  readonly onStatus: (status: PackagesStatusFilter) => void
  readonly order: PackagesOrder
  /** Enter in the search */
  readonly onEnter: () => void
  /** those of the school's hours that have a column each */
  readonly categories: readonly Category[]
  /** the columns that are not to be seen */
  readonly hidden: ReadonlySet<string>
  readonly onHidden: (hidden: ReadonlySet<string>) => void
  /** an answer is on its way */
  readonly working: boolean
}

/** Search as one types, the filter by status, and the way to add a customer to a package. */
export function PackagesFilterBar(props: PackagesFilterBarProps) {
  const { search, onSearch, status, onStatus, order, working } = props
  const many = useManyEndsItem({ search, status: status === 'low' ? null : status })
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        label={say('ui.search')}
        className={classes.search}
        classNames={{ label: classes.fieldLabel }}
        placeholder={say('packages.searchPlaceholder')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
        rightSection={working ? <Loader size={14} aria-hidden /> : null}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={keysToRows(say('ui.packages'), props.onEnter)}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
      />
      <div className={classes.status}>
        <div className={classes.fieldLabel} id="status-filter">
          {say('ui.status')}
        </div>
        <SegmentedControl
          aria-labelledby="status-filter"
          classNames={{ input: classes.statusInput ?? '' }}
          data={STATUSES}
          value={status ?? 'all'}
          onChange={(value) =>
            onStatus(value === 'low' ? 'low' : (packageListFilterSchema.safeParse(value).data ?? null))
          }
        />
      </div>
      <div className={classes.tools}>
        {status !== 'low' && (
          <>
            <ColumnsMenu columns={choicesOf(props.categories)} hidden={props.hidden} onHidden={props.onHidden} />
            <ExportMenu file={(format) => call('packages.export', { choice: { search, status, ...order }, format })}>
              {many.item}
            </ExportMenu>
          </>
        )}
        <AddToPackage />
        {many.dialog}
      </div>
    </div>
  )
}

function AddToPackage() {
  const mayDo = useMayDo()
  const open = useOpenAction()
  if (!mayDo('add')) return null
  return (
    <Button onClick={(event) => open({ kind: 'add', customer: null }, event.currentTarget)}>
      {say('ui.addToPackage')}
    </Button>
  )
}
