import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useRef, useState } from 'react'
import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import { InvoiceDialog } from './invoice-dialog.tsx'
import type { InvoiceView } from './invoice-view.ts'
import { InvoicesFilterBar } from './invoices-filter-bar.tsx'
import type { InvoicesFilter } from './invoices-queries.ts'
import { InvoicesTable } from './invoices-table.tsx'

const SEARCH_PAUSE_MS = 120

/** Billing > Invoices: every invoice that is not deleted, and the way to a new one. */
export function InvoicesTab() {
  const [filter, setFilter] = useState<InvoicesFilter>({ search: '', status: null })
  const [search] = useDebouncedValue(filter.search.trim(), SEARCH_PAUSE_MS)
  const [view, setView] = useState<InvoiceView | null>(null)
  const opener = useRef<HTMLElement>(null)
  const open = useCallback((row: InvoiceRow, element: HTMLElement) => {
    opener.current = element
    setView({ kind: 'invoice', ref: row.ref })
  }, [])
  const close = () => {
    setView(null)
    opener.current?.focus({ preventScroll: true })
  }
  const openNew = () => {
    opener.current = document.activeElement as HTMLElement | null
    setView({ kind: 'new' })
  }
  return (
    <>
      <InvoicesFilterBar filter={filter} onFilter={setFilter} onNew={openNew} />
      <InvoicesTable filter={{ search, status: filter.status }} onOpen={open} />
      <InvoiceDialog view={view} onView={setView} onClose={close} />
    </>
  )
}
