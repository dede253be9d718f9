import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
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

const COLUMNS: readonly Column<CatalogueEntry>[] = [
  { id: 'code', header: say('settings.code'), width: '140px', cell: (entry) => entry.code },
  { id: 'name', header: say('settings.name'), width: 'minmax(0, 1fr)', cell: (entry) => entry.name },
  { id: 'kind', header: say('settings.kind'), width: '100px', cell: (entry) => KINDS[entry.kind] },
  { id: 'rate', header: say('settings.standard_rate'), width: '120px', align: 'end', cell: (entry) => entry.rate },
  { id: 'tax', header: say('settings.tax'), width: '90px', align: 'end', cell: (entry) => `${entry.taxPercent} %` },
]

/** Settings > Hour types, and Settings > Products and services. */
export function CatalogueTab({ of }: { of: CataloguePart }) {
  const mayChange = usePermission('Manage Packages')
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<CatalogueEntry | null>(null)
  const catalogue = useCatalogue()
  const names = NAMES[of]
  const rows = (catalogue.data?.entries ?? []).filter(({ kind }) => (kind === 'hour') === (of === 'hours'))
  return (
    <section className={classes.section} aria-label={names.list}>
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
          columns={mayChange ? [...COLUMNS, historyColumn<CatalogueEntry>(setShown)] : COLUMNS}
          rows={rows}
          rowKey={(entry) => entry.code}
        />
      )}
      <RecordHistoryDialog
        name={shown?.name ?? ''}
        subject={shown && { of: 'catalogue', key: shown.code }}
        onClose={() => setShown(null)}
      />
      <AddEntryDialog of={of} title={names.add} opened={adding} onClose={() => setAdding(false)} />
    </section>
  )
}
