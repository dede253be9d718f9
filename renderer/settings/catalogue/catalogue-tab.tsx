import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { School } from '../../../shared/contract/start.ts'
import { dateText } from '../../../shared/date-text.ts'
import { say } from '../../../shared/words/say.ts'
import { historyColumn } from '../../records/history-column.tsx'
import { RecordHistoryDialog } from '../../records/record-history.tsx'
import { usePermission } from '../../sign-in/session.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import { useCatalogue } from '../catalogue-queries.ts'
import classes from '../settings.module.css'
import type { CataloguePart } from './catalogue-part.ts'
import { AddEntryDialog } from './add-entry-dialog.tsx'
import { categoryWords } from './category-field.tsx'
import { EditEntryDialog } from './edit-entry-dialog.tsx'
import { typedRateText } from '../typed-rate.ts'
import { useSchool } from '../../ui/school.tsx'

const NAMES: Readonly<Record<CataloguePart, { list: string; add: string; none: string }>> = {
  hours: {
    list: say('settings.hour_types'),
    add: say('settings.new_hour_type'),
    none: say('settings.there_is_no_hour_type_yet'),
  },
  items: {
    list: say('settings.products_and_services'),
    add: say('settings.new_product_or_service'),
    none: say('settings.there_is_no_product_or_service_yet'),
  },
}

const KINDS = {
  hour: say('settings.hours'),
  product: say('settings.product'),
  service: say('settings.service'),
} as const

function columnsOf(of: CataloguePart, school: School): readonly Column<CatalogueEntry>[] {
  const kind: Column<CatalogueEntry> =
    of === 'hours'
      ? {
          id: 'category',
          header: say('settings.category'),
          width: '100px',
          least: 100,
          yields: 2,
          cell: ({ category }) => (category === '' ? '' : categoryWords(category)),
        }
      : {
          id: 'kind',
          header: say('settings.kind'),
          width: '90px',
          least: 90,
          yields: 2,
          cell: (entry) => KINDS[entry.kind],
        }
  return [
    { id: 'code', header: say('settings.code'), width: 'minmax(80px, 120px)', least: 80, cell: (entry) => entry.code },
    {
      id: 'name',
      header: say('settings.name'),
      width: 'minmax(140px, 1fr)',
      least: 140,
      cell: ({ name, active }) => (
        <>
          <div>{name}</div>
          {!active && <div className={classes.quiet}>{say('settings.not_sold')}</div>}
        </>
      ),
    },
    kind,
    {
      id: 'rate',
      header: say('settings.standard_rate'),
      width: '140px',
      least: 140,
      align: 'end',
      cell: (entry) => <RateToday entry={entry} school={school} />,
    },
    {
      id: 'tax',
      header: say('settings.tax'),
      width: '70px',
      least: 70,
      yields: 1,
      align: 'end',
      cell: (entry) => `${typedRateText(entry.taxPercent, school.locale)} %`,
    },
  ]
}

/** The rate in force today, and the next one where it is known. */
function RateToday({ entry, school: { locale, today } }: { entry: CatalogueEntry; school: School }) {
  const next = entry.rates.find(({ from }) => from > today)
  const soon =
    next && say('settings.rate_from', { rate: typedRateText(next.rate, locale), day: dateText(next.from, locale) })
  return (
    <>
      <div>{typedRateText(entry.rate, locale)}</div>
      {soon && <div className={classes.quiet}>{soon}</div>}
    </>
  )
}

function editColumn(onEdit: (entry: CatalogueEntry) => void): Column<CatalogueEntry> {
  return {
    id: 'edit',
    header: say('settings.actions'),
    headerHidden: true,
    width: '64px',
    least: 64,
    align: 'end',
    cell: (entry) => (
      <Button
        variant="default"
        size="compact-sm"
        aria-label={say('settings.edit_name', { name: entry.name })}
        onClick={() => onEdit(entry)}
      >
        {say('settings.edit')}
      </Button>
    ),
  }
}

/** Settings > Hour types, and Settings > Products and services. */
export function CatalogueTab({ of }: { of: CataloguePart }) {
  const mayChange = usePermission('Manage Packages')
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<CatalogueEntry | null>(null)
  const [edited, setEdited] = useState<string | null>(null)
  const school = useSchool()
  const catalogue = useCatalogue()
  const names = NAMES[of]
  const columns = columnsOf(of, school)
  const rows = (catalogue.data?.entries ?? []).filter(({ kind }) => (kind === 'hour') === (of === 'hours'))
  return (
    <section className={`${classes.section} ${classes.wide}`} aria-label={names.list}>
      {mayChange && (
        <Group mb="md">
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {names.add}
          </Button>
        </Group>
      )}
      {catalogue.isError && <FailureNotice thrown={catalogue.error} onRetry={() => void catalogue.refetch()} />}
      {catalogue.isSuccess && rows.length === 0 && <Text c="dimmed">{names.none}</Text>}
      {rows.length > 0 && (
        <PlainTable
          label={names.list}
          columns={
            mayChange
              ? [...columns, historyColumn<CatalogueEntry>(setShown), editColumn(({ code }) => setEdited(code))]
              : columns
          }
          rows={rows}
          rowKey={(entry) => entry.code}
        />
      )}
      <RecordHistoryDialog
        name={shown?.name ?? ''}
        subject={shown && { of: 'catalogue', key: shown.code }}
        onClose={() => setShown(null)}
      />
      <EditEntryDialog
        of={of}
        entry={rows.find(({ code }) => code === edited) ?? null}
        onClose={() => setEdited(null)}
      />
      <AddEntryDialog of={of} title={names.add} opened={adding} onClose={() => setAdding(false)} />
    </section>
  )
}
