import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ImportCounts, ImportError, ImportResult } from '../../shared/contract/school.ts'
import { addressOf } from '../ui/route.ts'
import { numberFormat } from '../../shared/number-format.ts'
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
  ['school', 'School'],
  ['hourTypes', 'Hour types'],
  ['items', 'Products and services'],
  ['packages', 'Packages'],
  ['packageLines', 'Package lines'],
  ['customers', 'Customers'],
  ['users', 'Users'],
  ['activity', 'Actions'],
]

function Imported(props: { changed: boolean; imported: ImportCounts; alreadyThere: ImportCounts }) {
  const locale = useLocale()
  const number = (value: number) => numberFormat(locale, {})(String(value))
  const rows = KINDS.map(([id, name]) => ({ id, name, imported: props.imported[id], there: props.alreadyThere[id] }))
  type Row = (typeof rows)[number]
  const columns: readonly Column<Row>[] = [
    { id: 'kind', header: 'What', width: 'minmax(0, 1fr)', cell: (row) => row.name },
    { id: 'imported', header: 'Imported', width: '96px', align: 'end', cell: (row) => number(row.imported) },
    { id: 'there', header: 'Already there', width: '112px', align: 'end', cell: (row) => number(row.there) },
  ]
  return (
    <div className={classes.outcome}>
      <Alert
        role="status"
        variant="default"
        bg="var(--bt-good-quiet)"
        icon={<IconCheck size={18} color="var(--bt-good)" aria-hidden="true" />}
        title={props.changed ? 'The school was imported' : 'Everything in these files was here already'}
      >
        <Text size="sm">
          {props.changed
            ? 'Every row was checked and recorded. Users who came in have no password until an administrator sets one.'
            : 'Nothing was changed.'}
        </Text>
      </Alert>
      <div className={classes.counts}>
        <PlainTable label="What was imported" columns={columns} rows={rows} rowKey={(row) => row.id} />
      </div>
      <div>
        <Button component="a" href={addressOf('billing')} variant="default">
          Go to Billing
        </Button>
      </div>
    </div>
  )
}

type NumberedError = ImportError & { readonly place: number }

const ERROR_COLUMNS: readonly Column<NumberedError>[] = [
  { id: 'file', header: 'File', width: '180px', cell: (error) => error.file },
  { id: 'row', header: 'Row', width: '72px', align: 'end', cell: (error) => error.row ?? '–' },
  { id: 'message', header: 'What is wrong', width: 'minmax(0, 1fr)', cell: (error) => error.message },
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
        title="Nothing was changed"
      >
        <Text size="sm">
          {errors.length === 1 ? 'One thing is' : `${count} things are`} wrong with these files. Mend the rows below,
          then choose the folder again. The header is row 1.
        </Text>
      </Alert>
      {errors.length <= FEW_ERRORS ? (
        <PlainTable label="What is wrong" columns={ERROR_COLUMNS} rows={numbered} rowKey={(error) => error.place} />
      ) : (
        <div className={classes.errors}>
          <VirtualTable
            label="What is wrong"
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
