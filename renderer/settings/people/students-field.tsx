import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'

const SEARCH_PAUSE_MS = 120
const MOST = 30

interface StudentsFieldProps {
  /** numbers of customers */
  readonly value: readonly string[]
  readonly onChange: (numbers: string[]) => void
  readonly error: string | null
}

/** The customers whose dashboards a user sees without the permission to see all: an instructor's own students. */
export function StudentsField({ value, onChange, error }: StudentsFieldProps) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_PAUSE_MS)
  const found = useQuery({
    queryKey: ['customers', 'find', search],
    queryFn: () => call('customers.list', { search, active: true, after: null, limit: MOST }),
    placeholderData: keepPreviousData,
  })
  const choices = (found.data?.rows ?? []).map(({ number, name }) => ({ value: number, label: `${name} (${number})` }))
  // Those chosen before keep their place in the field, whatever is searched for now.
  const known = new Set(choices.map((choice) => choice.value))
  const chosen = value.filter((number) => !known.has(number)).map((number) => ({ value: number, label: number }))
  return (
    <MultiSelect
      label={say('settings.own_students')}
      description={say('settings.sees_their_overviews_even_without')}
      placeholder={say('settings.name_or_number')}
      searchable
      data={[...choices, ...chosen]}
      filter={({ options }) => options}
      value={[...value]}
      onChange={onChange}
      onSearchChange={setTyped}
      nothingFoundMessage={say('settings.no_customer_fits')}
      error={error}
    />
  )
}
