import { Select } from '@mantine/core'
import { moneyText } from '../../../shared/money-text.ts'
import type { Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { useCatalogue } from '../../invoices/invoices-queries.ts'
import { useSchool } from '../../ui/school.tsx'

interface KeptAsFieldProps {
  readonly kept: Cents
  /** code of an item; null: not chosen yet */
  readonly value: string | null
  readonly onChange: (code: string | null) => void
  readonly error: string | null
}

/** The item that is invoiced for what the school keeps. */
export function KeptAsField({ kept, value, onChange, error }: KeptAsFieldProps) {
  const school = useSchool()
  const catalogue = useCatalogue()
  const items = (catalogue.data?.entries ?? []).filter(({ kind, active }) => kind !== 'hour' && active)
  return (
    <Select
      label={say('withdrawal.keeps', { amount: moneyText(kept, school) })}
      placeholder={say('withdrawal.keptAsNeededRemedy')}
      data={items.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      searchable
      selectFirstOptionOnChange
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
