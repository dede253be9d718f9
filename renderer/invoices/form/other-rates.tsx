import { Text } from '@mantine/core'
import { dateText } from '../../../shared/date-text.ts'
import { numberFormat } from '../../../shared/number-format.ts'
import { say } from '../../../shared/words/say.ts'
import { usePermission } from '../../sign-in/session.tsx'
import { useToday } from '../../ui/fields/today.ts'
import { useSchool } from '../../ui/school.tsx'
import type { Invoice } from '../invoices-queries.ts'
import type { InvoiceDraft } from './invoice-draft.ts'
import { otherRates } from './rates-taken.ts'

interface OtherRatesProps {
  readonly original: Invoice
  readonly draft: InvoiceDraft
}

/** Says before it is sent which rate a correction takes, where that is not the one of the invoice that it replaces. */
export function OtherRates({ original, draft }: OtherRatesProps) {
  const { locale, currency, minorDigits } = useSchool()
  const today = useToday()
  const mayAgree = usePermission('Adjust Packages')
  const others = otherRates(original, draft.lines, draft.preview?.rates ?? [])
  if (others.length === 0) return null
  const money = { minimumFractionDigits: minorDigits, maximumFractionDigits: Math.max(4, minorDigits) }
  const rate = numberFormat(locale, { style: 'currency', currency, ...money })
  const percent = numberFormat(locale, { maximumFractionDigits: 4 })
  return (
    <div role="note">
      {others.map(({ code, now, before }) => (
        <Text key={code} size="sm" fw={600}>
          {say('invoice_form.otherRate', {
            code,
            day: dateText(draft.date ?? today, locale),
            ref: original.ref,
            rate: rate(now.rate),
            tax: percent(now.taxPercent),
            before: rate(before.rate),
            taxBefore: percent(before.taxPercent),
          })}
        </Text>
      ))}
      {mayAgree && <Text size="sm">{say('invoice_form.otherRateKept')}</Text>}
    </div>
  )
}
