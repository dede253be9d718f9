import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import { usePlaces } from '../ui/places.ts'
import { InvoicesFilterBar } from './invoices-filter-bar.tsx'
import type { InvoicesFilter } from './invoices-queries.ts'
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
  return (
    <>
      <InvoicesFilterBar
        filter={filter}
        onFilter={setFilter}
        onNew={() => open({ of: 'invoice', view: { kind: 'new' } })}
      />
      <InvoicesTable filter={{ search, status: filter.status }} onOpen={openRow} />
    </>
  )
}
