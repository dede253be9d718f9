import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Customer } from '../../shared/contract/customers.ts'
import type { InvoiceRow } from '../../shared/contract/invoices.ts'
import type { PackageRow } from '../../shared/contract/package-columns.ts'
import { matchesWords, searchWords } from '../../shared/search-words.ts'
import { call } from '../api/call.ts'
import { usePermission } from '../sign-in/session.tsx'

const SEARCH_PAUSE_MS = 80
const MOST = 5

export interface Found {
  readonly customers: readonly Customer[]
  readonly packages: readonly PackageRow[]
  readonly invoices: readonly InvoiceRow[]
}

const NOTHING: Found = { customers: [], packages: [], invoices: [] }

/**
 * What the school has under the words typed, of what the person may see. All of it arrives at once, so that nothing
 * moves under the eyes.
 * @param words who or what
 * @param customerWords of the words, those about a customer: "add amelia" is about Amelia
 */
export function useFound(words: string, customerWords: (words: string) => string) {
  const billing = usePermission('Access Billing Tab')
  const everybody = usePermission('View All Student Enrollments')
  const [asked] = useDebouncedValue(words, SEARCH_PAUSE_MS)
  const searches = words !== ''
  const query = useQuery({
    queryKey: ['palette', asked, billing, everybody],
    queryFn: () => find(asked, customerWords(asked), billing, everybody),
    enabled: searches && asked !== '',
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
  return {
    found: searches ? (query.data ?? NOTHING) : NOTHING,
    /** what is shown is not yet the answer to what is written */
    behind: searches && !query.isError && (asked !== words || query.isPlaceholderData || query.isPending),
    error: searches ? query.error : null,
  }
}

async function find(search: string, customer: string, billing: boolean, everybody: boolean): Promise<Found> {
  const [customers, packages, invoices] = await Promise.all([
    everybody
      ? call('customers.list', { search: customer, active: null, after: null, limit: MOST })
      : findMine(customer),
    billing
      ? call('packages.list', {
          search,
          status: null,
          sort: 'customer',
          direction: 'ascending',
          after: null,
          limit: MOST,
        })
      : { rows: [] },
    billing ? call('invoices.list', { search, status: null, after: null, limit: MOST }) : { rows: [] },
  ])
  return { customers: customers.rows, packages: packages.rows, invoices: invoices.rows }
}

/** Among the customers whose overviews were given to the person: they are few. */
async function findMine(search: string): Promise<{ rows: readonly Customer[] }> {
  const { rows } = await call('customers.mine', {})
  const wanted = searchWords(search)
  const found = rows.filter(({ name, number }) => matchesWords([name, number], wanted))
  return { rows: found.slice(0, MOST) }
}
