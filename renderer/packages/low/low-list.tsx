import { Button, Skeleton } from '@mantine/core'
import { IconPhoneOff, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LowRow } from '../../../shared/contract/policies.ts'
import { call } from '../../api/call.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { usePlaces } from '../../ui/places.ts'
import { useSchool } from '../../ui/school.tsx'
import { StateMessage } from '../../ui/state-message.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import classes from './low.module.css'
import { RowActions } from '../list/row-actions.tsx'
import { ValidUntil } from '../valid-until.tsx'
import { CallListPaper } from './call-list-paper.tsx'
import { CopyAddresses } from './copy-addresses.tsx'
import { lowWords } from './low-words.ts'
import { say } from '../../../shared/words/say.ts'

/** The packages that are running low, those that need a call soonest first, and the call list to print. */
export function LowList({ search }: { search: string }) {
  const [printing, setPrinting] = useState(false)
  const low = useQuery({
    queryKey: ['packages', 'low', search],
    queryFn: () => call('packages.runningLow', { search }),
    placeholderData: keepPreviousData,
  })
  if (low.isPending) return <Skeleton height={240} m={24} animate={false} />
  if (low.isError) {
    return (
      <div className={classes.list}>
        <FailureNotice thrown={low.error} onRetry={() => void low.refetch()} />
      </div>
    )
  }
  const { rows } = low.data
  if (rows.length === 0) {
    return (
      <StateMessage icon={<IconPhoneOff size={28} stroke={1.4} />} title={say('packages.lowNone')}>
        {say('packages.lowNoneRemedy')}
      </StateMessage>
    )
  }
  return (
    <div className={classes.list}>
      <div className={classes.head}>
        <span className={classes.count}>{say('packages.lowCount', { count: rows.length })}</span>
        <CopyAddresses rows={rows} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden="true" />}
          onClick={() => setPrinting(true)}
        >
          {say('packages.callListPrint')}
        </Button>
      </div>
      <PlainTable label={say('packages.low')} columns={COLUMNS} rows={rows} rowKey={({ ref }) => ref} />
      {printing && <CallListPaper rows={rows} onDone={() => setPrinting(false)} />}
    </div>
  )
}

const COLUMNS: readonly Column<LowRow>[] = [
  {
    id: 'customer',
    header: say('ui.customer'),
    width: 'minmax(0, 1fr)',
    cell: (row) => (
      <div id={nameId(row)}>
        {row.customerName}
        <div className={classes.quiet}>{row.customerNumber}</div>
      </div>
    ),
  },
  {
    id: 'reach',
    header: say('ui.phoneAndEmail'),
    width: 'minmax(0, 1.2fr)',
    cell: (row) => (
      <>
        {row.phone}
        <div className={classes.quiet}>{row.email}</div>
      </>
    ),
  },
  {
    id: 'package',
    header: say('ui.package'),
    width: 'minmax(0, 1.2fr)',
    cell: (row) => <PackageLink row={row} />,
  },
  { id: 'why', header: say('ui.runningLow'), width: 'minmax(0, 2fr)', cell: (row) => <Reasons row={row} /> },
  {
    id: 'last',
    header: say('ui.lastActivity'),
    width: '120px',
    align: 'end',
    cell: (row) => <BusinessDay date={row.lastActivity} />,
  },
  {
    id: 'actions',
    header: say('ui.actions'),
    headerHidden: true,
    width: '96px',
    align: 'end',
    cell: (row) => <LowActions row={row} />,
  },
]

/** The call made, the money comes: a payment, or another package, from where one looks. */
function LowActions({ row }: { row: LowRow }) {
  const { open } = usePlaces()
  return (
    <RowActions
      row={{ ...row, status: 'active' }}
      describedBy={nameId(row)}
      onViewBalances={({ ref }, opener) => open({ of: 'package', ref }, opener)}
    />
  )
}

function nameId({ ref }: LowRow): string {
  return `low-customer-of-${encodeURIComponent(ref)}`
}

function PackageLink({ row }: { row: LowRow }) {
  const { open } = usePlaces()
  return (
    <>
      <button
        type="button"
        className={classes.link}
        onClick={(event) => open({ of: 'package', ref: row.ref }, event.currentTarget)}
      >
        {row.packageName}
      </button>
      <div className={classes.quiet}>
        {row.ref} <ValidUntil lastValid={row.lastValid} status="active" />
      </div>
    </>
  )
}

function Reasons({ row }: { row: LowRow }) {
  const school = useSchool()
  return (
    <ul className={classes.reasons}>
      {row.reasons.map((reason) => (
        <li key={lowWords(reason, school)}>{lowWords(reason, school)}</li>
      ))}
    </ul>
  )
}
