import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import { usePlaces } from '../ui/places.ts'
import { InvoicesFilterBar } from './invoices-filter-bar.tsx'
import { useOnlyMatch } from '../ui/table/only-match.ts'
import { useInvoicesList, type InvoicesFilter } from './invoices-queries.ts'
import { InvoicesTable } from './invoices-table.tsx'

const SEARCH_PAUSE_MS = 120

/** Billing > Invoices: every invoice that is not deleted, and the way to a new one. */
export function InvoicesTab() {
  const [filter, setFilter] = useState<InvoicesFilter>({ search: '', status: null })
  const [search] = useDebouncedValue(filter.search.trim(), SEARCH_PAUSE_MS)
  const { open } = usePlaces()
  const openRow = useCallback(
    ({ ref }: InvoiceRow, element: HTMLElement) => open({ of: 'invoice', view: { kind: 'invoice', ref } }, element),
    [open],
  )
  // The table asks the same: both have one answer.
  const list = useInvoicesList({ search, status: filter.status })
  const rows = list.data?.pages[0]?.rows ?? []
  const [only] = rows
  const onEnter = useOnlyMatch({
    settled: search === filter.search.trim() && !list.isPlaceholderData && !list.isPending,
    open: only && rows.length === 1 ? () => open({ of: 'invoice', view: { kind: 'invoice', ref: only.ref } }) : null,
  })
  return (
    <>
      <InvoicesFilterBar
        filter={filter}
        onFilter={setFilter}
        onNew={() => open({ of: 'invoice', view: { kind: 'new', customer: null } })}
        onEnter={onEnter}
      />
      <InvoicesTable filter={{ search, status: filter.status }} onOpen={openRow} />
    </>
  )
}
