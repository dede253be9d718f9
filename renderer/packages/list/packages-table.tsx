import { Button } from '@mantine/core'
import { IconPackages, IconZoomExclamation } from '@tabler/icons-react'
import { useMemo } from 'react'
import { PACKAGE_SORTS, type PackageRow } from '../../../shared/contract/package-columns.ts'
import type { Category } from '../../../shared/contract/values.ts'
import type { PackagesOrder } from '../../api/packages-queries.ts'
import { usePermission } from '../../sign-in/session.tsx'
import { addressOf } from '../../ui/route.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { StateMessage } from '../../ui/state-message.tsx'
import { useSchool } from '../../ui/school.tsx'
import type { Sorting } from '../../ui/table/column.ts'
import { VirtualTable } from '../../ui/table/virtual-table.tsx'
import type { LoadedPackages } from './loaded-packages.ts'
import { packagesColumns } from './packages-columns.tsx'
import classes from './packages-tab.module.css'
import { say } from '../../../shared/words/say.ts'

interface PackagesTableProps {
  readonly packages: LoadedPackages
  readonly order: PackagesOrder
  readonly onOrder: (order: PackagesOrder) => void
  readonly filtered: boolean
  /** filter and order in one: another one begins at the top */
  readonly question: string
  readonly onClearFilter: () => void
  readonly categories: readonly Category[]
  /** the columns that the person does not want to see */
  readonly hidden: ReadonlySet<string>
  /** the element is where the focus goes back to */
  readonly onViewBalances: (row: PackageRow, opener: HTMLElement) => void
}

const SKELETON_ROWS = 12
const ROW_HEIGHT = 49

/** The table of the Packages tab in all its states. */
export function PackagesTable(props: PackagesTableProps) {
  const { packages, onViewBalances, categories, hidden } = props
  const school = useSchool()
  const { largest } = packages
  const columns = useMemo(
    () => packagesColumns({ onViewBalances, largest, school, categories, hidden }),
    [onViewBalances, largest, school, categories, hidden],
  )
  const sorting = useSorting(props.order, props.onOrder)
  if (packages.count === 0) {
    return (
      <div className={classes.rest}>
        <NothingToShow filtered={props.filtered} onClear={props.onClearFilter} />
      </div>
    )
  }
  return (
    <>
      {packages.error !== null && (
        <div className={classes.problem}>
          <FailureNotice thrown={packages.error} onRetry={packages.retry} />
        </div>
      )}
      {(packages.error === null || packages.loaded > 0) && (
        <div className={classes.body}>
          <VirtualTable
            label={say('ui.packages')}
            columns={columns}
            count={packages.count ?? SKELETON_ROWS}
            rowAt={packages.rowAt}
            onReach={packages.onReach}
            rowHeight={ROW_HEIGHT}
            sorting={sorting}
            onOpen={onViewBalances}
            busy={packages.isLoading || packages.isRefreshing}
            question={props.question}
            wraps
          />
        </div>
      )}
    </>
  )
}

/** A click sorts by the column; a second one turns the direction. Money and dates start with the largest. */
function useSorting(order: PackagesOrder, onOrder: (order: PackagesOrder) => void): Sorting {
  return useMemo(
    () => ({
      by: order.sort,
      direction: order.direction,
      change: (column) => {
        const sort = PACKAGE_SORTS.find((known) => known === column)
        if (!sort) return
        const turned = order.direction === 'ascending' ? 'descending' : 'ascending'
        onOrder({ sort, direction: sort === order.sort ? turned : 'ascending' })
      },
    }),
    [order, onOrder],
  )
}

function NothingToShow({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const mayImport = usePermission('Manage Settings')
  if (filtered) {
    return (
      <StateMessage
        icon={<IconZoomExclamation size={28} stroke={1.5} />}
        title={say('packages.noneFits')}
        action={
          <Button variant="default" size="sm" mt="sm" onClick={onClear}>
            {say('packages.showAll')}
          </Button>
        }
      >
        {say('packages.noneFitsRemedy')}
      </StateMessage>
    )
  }
  return (
    <StateMessage
      icon={<IconPackages size={28} stroke={1.5} />}
      title={say('packages.none')}
      action={
        mayImport && (
          <Button component="a" href={addressOf('settings')} size="sm" mt="sm">
            {say('ui.importSchool')}
          </Button>
        )
      }
    >
      {mayImport ? say('packages.noneImport') : say('packages.noneAskForImport')}
    </StateMessage>
  )
}
