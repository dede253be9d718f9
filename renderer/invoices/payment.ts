import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput } from '../../shared/contract/index.ts'
import type { Tender } from '../../shared/contract/values.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { useHeldBasis } from '../packages/actions/held-basis.ts'
import { call } from '../api/call.ts'
import { useUser } from '../sign-in/session.tsx'
import { useSchool } from '../ui/school.tsx'
import { parseTypedAmount, typedAmountText } from '../../shared/typed-numbers.ts'
import { invoicePaid, packageLines } from './invoice-reversal.ts'
import { useRecorded, type Invoice } from './invoices-queries.ts'

const PREVIEW_PAUSE_MS = 150

/** A payment as it is being entered, with its preview: from the package first, the rest by another tender. */
export function usePayment(invoice: Invoice, onDone: () => void) {
  const school = useSchool()
  const { permissions } = useUser()
  const byPackage = packageTenderFits(invoice)
  const [method, setMethod] = useState<Tender>(byPackage ? 'package' : 'card')
  const [typed, setTyped] = useState(typedAmountText(invoice.due, school))
  const [failed, setFailed] = useState(false)
  const [note, setNote] = useState('')
  const [date, setDate] = useState<BusinessDate | null>(null)
  // The package tender pays all package lines and nothing else: the engine knows how much that is.
  const amount = method === 'package' ? null : parseTypedAmount(typed, school)
  const problem = typeof amount === 'object' && amount !== null ? amount.problem : null
  const input: CallInput<'invoices.pay'> | null =
    typeof amount === 'object' && amount !== null
      ? null
      : { date, note, basis: invoice.basis, ref: invoice.ref, amount, method, failed }
  const record = useRecorded(
    (given: CallInput<'invoices.pay'>) => call('invoices.pay', given),
    onDone,
    (_done, given) => invoicePaid(invoice, given, permissions),
  )
  const { held, changed, adopt } = useHeldBasis(invoice.basis, record.error)
  const [asked] = useDebouncedValue(input && JSON.stringify({ ...input, note: '' }), PREVIEW_PAUSE_MS)
  const preview = usePayPreview(asked)
  const thrown = record.error ?? preview.error
  return {
    byPackage,
    method,
    setMethod,
    typed,
    setTyped,
    failed,
    setFailed,
    note,
    setNote,
    date,
    setDate,
    held,
    changed,
    adopt,
    problem,
    input,
    record,
    thrown,
    packageAmount: typedAmountText(packageLines(invoice), school),
    changes: preview.data?.changes ?? [],
  }
}

function usePayPreview(asked: string | null) {
  return useQuery({
    queryKey: ['invoices', 'preview', 'pay', asked],
    queryFn: () => call('invoices.pay.preview', JSON.parse(asked ?? '') as CallInput<'invoices.pay'>),
    enabled: asked !== null,
  })
}

/** The package tender pays the package lines once, all of them. */
function packageTenderFits(invoice: Invoice): boolean {
  const used = invoice.payments.some((payment) => payment.tender === 'package' && !payment.failed)
  return !used && invoice.lines.some((line) => line.packageRef !== null) && packageLines(invoice) <= invoice.due
}
