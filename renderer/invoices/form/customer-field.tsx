import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useOnlyMatch } from '../../ui/table/only-match.ts'
import { say } from '../../../shared/words/say.ts'

const SEARCH_PAUSE_MS = 120
const MOST = 30

interface Named {
  readonly number: string
  readonly name: string
}

interface CustomerFieldProps {
  readonly value: string | null
  readonly onChange: (number: string | null) => void
  readonly error: string | null
  /** Customer, where nothing is said */
  readonly label?: string
  /** it may be left empty, and does not have the focus first */
  readonly optional?: boolean
  /** whom it is about is known from the beginning: the focus is elsewhere first */
  readonly given?: boolean
  /** whom the value names, where nobody chose it here: somebody proposed */
  readonly known?: Named | null | undefined
}

/** Finds an active customer by name or number. */
export function CustomerField({
  value,
  onChange,
  error,
  label = say('ui.customer'),
  optional = false,
  given = false,
  known = null,
}: CustomerFieldProps) {
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState(false)
  const [search] = useDebouncedValue(typed.replace(/ \([^)]*\)$/, '').trim(), SEARCH_PAUSE_MS)
  const found = useQuery({
    queryKey: ['customers', 'find', search],
    queryFn: () => call('customers.list', { search, active: true, after: null, limit: MOST }),
    placeholderData: keepPreviousData,
  })
  const written = typed.replace(/ \([^)]*\)$/, '').trim()
  const rows = found.data?.rows ?? []
  const [only] = rows
  const take = (number: string | null) => {
    onChange(number)
    setOpened(false)
  }
  const onEnter = useOnlyMatch({
    settled: written === search && !found.isPlaceholderData && !found.isPending,
    open: only && rows.length === 1 && written !== '' ? () => take(only.number) : null,
  })
  const choices = choicesOf(rows, value, useNamed(known?.number === value ? null : value) ?? known)
  return (
    <Select
      label={label}
      placeholder={say('ui.nameOrNumber')}
      clearable={optional}
      {...(optional || given ? {} : { 'data-autofocus': true })}
      searchable
      data={choices}
      // The engine has searched already, without accents and by number.
      filter={({ options }) => options}
      value={value}
      onChange={take}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !opened) return
        // What the arrows have chosen is taken by the field itself; not where the list has shrunk to one since, for
        // the field still counts the places of the longer list.
        const shrunk = rows.length === 1 && written !== ''
        if (!shrunk && choosesOption()) return
        event.preventDefault()
        onEnter()
      }}
      onSearchChange={setTyped}
      nothingFoundMessage={say('ui.noCustomerFits')}
      error={error}
    />
  )
}

/** Whom a form names from its beginning: known by the number alone. */
function useNamed(number: string | null): Named | null {
  const { data } = useQuery({
    queryKey: ['customers', 'find', number],
    queryFn: () => call('customers.list', { search: number ?? '', active: true, after: null, limit: MOST }),
    enabled: number !== null,
  })
  return data?.rows.find((row) => row.number === number) ?? null
}

/** What the list offers; whom the value names is among it, also where the search finds others. */
function choicesOf(rows: readonly Named[], value: string | null, known: Named | null) {
  const isThere = rows.some(({ number }) => number === value)
  return [...(known && known.number === value && !isThere ? [known] : []), ...rows].map(({ number, name }) => ({
    value: number,
    label: say('invoice_form.customer', { name, number }),
  }))
}

function choosesOption(): boolean {
  return document.querySelector('[role="option"][data-combobox-selected]') !== null
}
