import { Button, Group, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import { dateText } from '../../../shared/date-text.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { DayField } from '../../ui/fields/day-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useSchool } from '../../ui/school.tsx'
import { problemAt, useChange } from '../catalogue-queries.ts'
import { parseTypedPercent, parseTypedRate, typedProblem, typedRateText } from '../typed-rate.ts'
import type { CataloguePart } from './catalogue-part.ts'

const PREVIEW_PAUSE_MS = 150
const FIELDS: readonly string[] = ['from', 'rate', 'taxPercent']

type Rate = CallInput<'catalogue.setRate'>

interface RateFormProps {
  readonly entry: CatalogueEntry
  readonly of: CataloguePart
  /** whether something is written in it, and not set yet */
  readonly onWritten: (written: boolean) => void
}

/** Another rate and tax from a day on, with what that means. */
export function RateForm({ entry, of, onWritten }: RateFormProps) {
  const { from, setFrom, rate, setRate, tax, setTax, problems, input, meaning, set } = useRateChange(entry, of)
  const written = from !== null || rate.trim() !== ''
  useEffect(() => {
    onWritten(written)
    return () => onWritten(false)
  }, [written, onWritten])
  const thrown = set.error ?? meaning.error
  const field = thrown ? (failureOf(thrown).field ?? '') : ''
  return (
    <form
      noValidate
      aria-label={say('settings.another_rate')}
      onSubmit={(event) => {
        event.preventDefault()
        if (input) set.mutate(input)
      }}
      onChange={() => set.reset()}
    >
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <DayField
          label={say('settings.rates_from')}
          value={from}
          onChange={setFrom}
          error={problemAt(thrown, 'from')}
        />
        <TextInput
          label={say('settings.standard_rate')}
          inputMode="decimal"
          value={rate}
          onChange={(event) => setRate(event.currentTarget.value)}
          error={problems.rate ?? problemAt(thrown, 'rate')}
        />
        <TextInput
          label={say('settings.tax_in_percent')}
          inputMode="decimal"
          value={tax}
          onChange={(event) => setTax(event.currentTarget.value)}
          error={problems.tax ?? problemAt(thrown, 'taxPercent')}
        />
        <Button type="submit" variant="default" mt={24} miw={96} disabled={input === null} loading={set.isPending}>
          {say('settings.set_rate')}
        </Button>
      </Group>
      {meaning.data && !thrown && (
        <Text size="sm" mt="xs" role="status">
          {meaning.data.sentence}
        </Text>
      )}
      {thrown !== null && !FIELDS.includes(field) && <FailureNotice thrown={thrown} />}
    </form>
  )
}

function useRateChange(entry: CatalogueEntry, of: CataloguePart) {
  const { locale } = useSchool()
  const [from, setFrom] = useState<BusinessDate | null>(null)
  const [rate, setRate] = useState('')
  const [tax, setTax] = useState(() => typedRateText(entry.taxPercent, locale))
  const [read, taxPercent] = [parseTypedRate(rate, locale), parseTypedPercent(tax, locale)]
  const problems = { rate: typedProblem(rate, read), tax: typedProblem(tax, taxPercent) }
  const input =
    from === null || typeof read === 'object' || typeof taxPercent === 'object'
      ? null
      : { code: entry.code, from, rate: read, taxPercent }
  const set = useChange(
    (asked: Rate) => call('catalogue.setRate', asked),
    ({ name }) => say('settings.rate_is_set', { name, day: from === null ? '' : dateText(from, locale) }),
    of,
    () => {
      setFrom(null)
      setRate('')
    },
  )
  return { from, setFrom, rate, setRate, tax, setTax, problems, input, meaning: useMeaning(input), set }
}

function useMeaning(input: Rate | null) {
  const [text] = useDebouncedValue(input && JSON.stringify(input), PREVIEW_PAUSE_MS)
  return useQuery({
    queryKey: ['catalogue', 'rate', text],
    queryFn: () => call('catalogue.rateSentence', JSON.parse(text ?? '') as Rate),
    enabled: text !== null && input !== null,
  })
}
