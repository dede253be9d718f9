import { Select, type SelectProps } from '@mantine/core'
import { useMemo, type FocusEvent } from 'react'
import { isLocale } from '../../../shared/locale.ts'
import { businessDate } from '../../../shared/dates.ts'
import { dateText } from '../../../shared/date-text.ts'
import { numberFormat } from '../../../shared/number-format.ts'
import { say } from '../../../shared/words/say.ts'
import { localeChoices, timeZoneChoices } from './locale-choices.ts'
import { takeMarked } from './take-marked.ts'

interface SearchedFieldProps extends Pick<SelectProps, 'label' | 'error' | 'onBlur' | 'onFocus'> {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of many, found by typing any part of its name. What is typed takes the place of what was chosen. */
export function SearchedField({
  data,
  onChange,
  onFocus,
  ...rest
}: SearchedFieldProps & Pick<SelectProps, 'data' | 'description'>) {
  return (
    <Select
      {...rest}
      data={data ?? []}
      searchable
      // Enter takes what is marked in the list, and does not send the form with what was there before.
      selectFirstOptionOnChange
      onKeyDown={takeMarked}
      allowDeselect={false}
      nothingFoundMessage={say('ui.nothingFound')}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      onFocus={(event: FocusEvent<HTMLInputElement>) => {
        event.currentTarget.select()
        onFocus?.(event)
      }}
    />
  )
}

export function TimeZoneField({ value, ...rest }: SearchedFieldProps) {
  const data = useMemo(() => timeZoneChoices(value), [value])
  return <SearchedField {...rest} value={value} data={data} />
}

/** Language and region, with how numbers and dates then read. */
export function LocaleField({ value, ...rest }: SearchedFieldProps) {
  const data = useMemo(() => localeChoices(value), [value])
  return <SearchedField {...rest} value={value} data={data} description={exampleOf(value)} />
}

const A_DAY = businessDate('2026-12-31')

function exampleOf(locale: string): string {
  if (!isLocale(locale)) return ''
  const number = numberFormat(locale, { minimumFractionDigits: 2 })('1234.5')
  return say('ui.localeExample', { day: dateText(A_DAY, locale), number })
}
