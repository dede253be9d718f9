import { ActionIcon, Stack, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import { dateText } from '../../../shared/date-text.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useSchool } from '../../ui/school.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import { useChange } from '../catalogue-queries.ts'
import { typedRateText } from '../typed-rate.ts'
import type { CataloguePart } from './catalogue-part.ts'
import { RateForm } from './rate-form.tsx'

interface Row {
  /** null: what held before the first */
  readonly from: BusinessDate | null
  readonly rate: string
  readonly taxPercent: string
}

interface RatesPartProps {
  readonly entry: CatalogueEntry
  readonly of: CataloguePart
  /** whether another rate is written, and not set yet */
  readonly onWritten: (written: boolean) => void
}

/** The standard rates of an hour type or item, one after the other, and the form for another. */
export function RatesPart({ entry, of, onWritten }: RatesPartProps) {
  const { locale } = useSchool()
  const remove = useChange(
    (input: CallInput<'catalogue.removeRate'>) => call('catalogue.removeRate', input),
    ({ name }) => say('settings.rate_is_removed', { name }),
    of,
    () => undefined,
  )
  const rows: readonly Row[] = [{ from: null, ...entry.first }, ...entry.rates]
  const columns = columnsOf(locale, (from) => remove.mutate({ code: entry.code, from }))
  return (
    <Stack gap="sm">
      <Title order={3} size="h6">
        {say('settings.rates_in_time')}
      </Title>
      <PlainTable
        label={say('settings.rates_in_time')}
        columns={columns}
        rows={rows}
        rowKey={({ from }) => from ?? ''}
      />
      {remove.isError && <FailureNotice thrown={remove.error} />}
      <RateForm key={entry.rates.length} entry={entry} of={of} onWritten={onWritten} />
    </Stack>
  )
}

function columnsOf(locale: string, onRemove: (from: BusinessDate) => void): readonly Column<Row>[] {
  return [
    {
      id: 'from',
      header: say('settings.rates_from'),
      width: 'minmax(0, 1fr)',
      cell: ({ from }) => (from === null ? say('settings.rates_at_first') : dateText(from, locale)),
    },
    {
      id: 'rate',
      header: say('settings.standard_rate'),
      width: '130px',
      align: 'end',
      cell: ({ rate }) => typedRateText(rate, locale),
    },
    {
      id: 'tax',
      header: say('settings.tax'),
      width: '90px',
      align: 'end',
      cell: ({ taxPercent }) => `${typedRateText(taxPercent, locale)} %`,
    },
    {
      id: 'remove',
      header: say('settings.actions'),
      headerHidden: true,
      width: '48px',
      align: 'end',
      cell: ({ from }) =>
        from !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say('settings.remove_rate', { day: dateText(from, locale) })}
            onClick={() => onRemove(from)}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        ),
    },
  ]
}
