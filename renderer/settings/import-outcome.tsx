import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ImportCounts, ImportError, ImportResult } from '../../shared/contract/school.ts'
import { addressOf } from '../ui/route.ts'
import { numberFormat } from '../../shared/number-format.ts'
import { say } from '../../shared/words/say.ts'
import { useLocale } from '../ui/school.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import { VirtualTable } from '../ui/table/virtual-table.tsx'
import classes from './settings.module.css'

/** What an import came to: its counts, or what is wrong and where. */
export function ImportOutcome({ result }: { result: ImportResult }) {
  switch (result.outcome) {
    case 'imported':
      return <Imported changed={result.changed} imported={result.imported} alreadyThere={result.alreadyThere} />
    case 'refused':
      return <Refused errors={result.errors} />
  }
}

const KINDS: readonly (readonly [keyof ImportCounts, string])[] = [
  ['school', say('settings.school')],
  ['hourTypes', say('settings.hour_types')],
  ['items', say('settings.products_and_services')],
  ['rates', say('settings.rates')],
  ['packages', say('settings.packages')],
  ['packageLines', say('settings.package_lines')],
  ['customers', say('settings.customers')],
  ['users', say('settings.users')],
  ['activity', say('settings.actions')],
]

function Imported(props: { changed: boolean; imported: ImportCounts; alreadyThere: ImportCounts }) {
  const locale = useLocale()
  const number = (value: number) => numberFormat(locale, {})(String(value))
  const rows = KINDS.map(([id, name]) => ({ id, name, imported: props.imported[id], there: props.alreadyThere[id] }))
  type Row = (typeof rows)[number]
  const columns: readonly Column<Row>[] = [
    { id: 'kind', header: say('settings.what'), width: 'minmax(0, 1fr)', cell: (row) => row.name },
    {
      id: 'imported',
      header: say('settings.imported'),
      width: '96px',
      align: 'end',
      cell: (row) => number(row.imported),
    },
    {
      id: 'there',
      header: say('settings.already_there'),
      width: '112px',
      align: 'end',
      cell: (row) => number(row.there),
    },
  ]
  return (
    <div className={classes.outcome}>
      <Alert
        role="status"
        variant="default"
        bg="var(--bt-good-quiet)"
        icon={<IconCheck size={18} color="var(--bt-good)" aria-hidden="true" />}
        title={props.changed ? say('settings.the_school_was_imported') : say('settings.everything_was_here')}
      >
        <Text size="sm">
          {props.changed ? say('settings.every_row_was_checked_and_recorded') : say('settings.nothing_was_changed')}
        </Text>
      </Alert>
      <div className={classes.counts}>
        <PlainTable label={say('settings.what_was_imported')} columns={columns} rows={rows} rowKey={(row) => row.id} />
      </div>
      <Group gap="sm">
        <Button component="a" href={addressOf('billing')} variant="default">
          {say('settings.go_to_billing')}
        </Button>
        <Button component="a" href={addressOf('settings', 'setup')} variant="default">
          {say('set_up.openSetUp')}
        </Button>
      </Group>
    </div>
  )
}

type NumberedError = ImportError & { readonly place: number }

const ERROR_COLUMNS: readonly Column<NumberedError>[] = [
  { id: 'file', header: say('settings.file'), width: '180px', cell: (error) => error.file },
  { id: 'row', header: say('settings.row'), width: '72px', align: 'end', cell: (error) => error.row ?? '–' },
  { id: 'message', header: say('settings.what_is_wrong'), width: 'minmax(0, 1fr)', cell: (error) => error.message },
]

/** More than these scroll in a frame of their own: a broken file can have an error in each of its rows. */
const FEW_ERRORS = 100

const nothingMore = () => undefined
const noDetails = () => null

function Refused({ errors }: { errors: readonly ImportError[] }) {
  const locale = useLocale()
  const count = numberFormat(locale, {})(String(errors.length))
  const numbered = errors.map((error, place) => ({ ...error, place }))
  return (
    <div className={classes.outcome}>
      <Alert
        role="alert"
        variant="default"
        bg="var(--bt-bad-quiet)"
        icon={<IconAlertTriangle size={18} color="var(--bt-bad)" aria-hidden="true" />}
        title={say('settings.refused_title')}
      >
        <Text size="sm">{say('settings.things_wrong_with_files', { count: errors.length, written: count })}</Text>
      </Alert>
      {errors.length <= FEW_ERRORS ? (
        <PlainTable
          label={say('settings.what_is_wrong')}
          columns={ERROR_COLUMNS}
          rows={numbered}
          rowKey={(error) => error.place}
        />
      ) : (
        <div className={classes.errors}>
          <VirtualTable
            label={say('settings.what_is_wrong')}
            columns={ERROR_COLUMNS}
            count={numbered.length}
            rowAt={(index) => numbered[index]}
            onReach={nothingMore}
            rowHeight={49}
            details={noDetails}
          />
        </div>
      )}
    </div>
  )
}
