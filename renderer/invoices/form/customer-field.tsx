import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { say } from '../../../shared/words/say.ts'

const SEARCH_PAUSE_MS = 120
const MOST = 30

interface CustomerFieldProps {
  readonly value: string | null
  readonly onChange: (number: string | null) => void
  readonly error: string | null
}

/** Finds an active customer by name or number. */
export function CustomerField({ value, onChange, error }: CustomerFieldProps) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.replace(/ \([^)]*\)$/, '').trim(), SEARCH_PAUSE_MS)
  const found = useQuery({
    queryKey: ['customers', 'find', search],
    queryFn: () => call('customers.list', { search, active: true, after: null, limit: MOST }),
    placeholderData: keepPreviousData,
  })
  const choices = (found.data?.rows ?? []).map(({ number, name }) => ({
    value: number,
    label: say('invoice_form.customer', { name, number }),
  }))
  return (
    <Select
      label={say('ui.customer')}
      placeholder={say('ui.nameOrNumber')}
      data-autofocus
      searchable
      data={choices}
      // The engine has searched already, without accents and by number.
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      nothingFoundMessage={say('ui.noCustomerFits')}
      error={error}
    />
  )
}
