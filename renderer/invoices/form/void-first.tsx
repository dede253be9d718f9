import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { BalanceChanges } from '../balance-changes.tsx'
import type { Invoice } from '../invoices-queries.ts'

/** What voiding the invoice to be corrected gives back, before the new lines are drawn from it. */
export function VoidFirst({ original }: { original: Invoice }) {
  const input = { date: null, basis: [], ref: original.ref, note: 'preview' }
  const preview = useQuery({
    queryKey: ['invoices', 'preview', 'void', original.ref],
    queryFn: () => call('invoices.void.preview', input),
  })
  if (preview.isError) return <FailureNotice thrown={preview.error} />
  if (!preview.data || preview.data.changes.length === 0) return null
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        Voiding {original.ref} first gives back:
      </Text>
      <BalanceChanges changes={preview.data.changes} />
    </div>
  )
}
