import { Checkbox, Text } from '@mantine/core'
import type { EndingRow } from '../../../shared/contract/change-ends.ts'
import { say } from '../../../shared/words/say.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import classes from './ends.module.css'
import { canChange, type ManyEnds } from './many-ends.ts'

/** Each package with the day that it has and the one that it would get; what cannot be changed says why. */
export function EndsTable({ ends }: { ends: ManyEnds }) {
  const { rows, chosen, tick, draft } = ends
  const possible = rows.filter((row) => canChange(row, draft.how))
  return (
    <div>
      <Checkbox
        label={say('package_life.endsAll')}
        mb="xs"
        checked={possible.length > 0 && chosen.length === possible.length}
        indeterminate={chosen.length > 0 && chosen.length < possible.length}
        onChange={(event) =>
          tick(
            possible.map(({ ref }) => ref),
            event.currentTarget.checked,
          )
        }
      />
      <div className={classes.rows}>
        <PlainTable
          label={say('package_life.title_manyEnds')}
          columns={columns(ends)}
          rows={rows}
          rowKey={({ ref }) => ref}
        />
      </div>
      <Text size="sm" fw={600} mt="xs" role="status">
        {say('package_life.endsCount', { count: chosen.length })}
      </Text>
    </div>
  )
}

function columns({ chosen, tick, becomes, draft }: ManyEnds): readonly Column<EndingRow>[] {
  const ticked = new Set(chosen.map(({ ref }) => ref))
  return [
    {
      id: 'customer',
      header: say('package_life.endsCustomer'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ ref, customerName, ...row }) => (
        <label className={classes.who}>
          {/* Two thousand of them: the plain one of the browser is quick. */}
          <input
            type="checkbox"
            aria-label={say('package_life.endsTick', { ref, customer: customerName })}
            checked={ticked.has(ref)}
            disabled={!canChange({ ref, customerName, ...row }, draft.how)}
            onChange={(event) => tick([ref], event.currentTarget.checked)}
          />
          {customerName}
        </label>
      ),
    },
    {
      id: 'package',
      header: say('package_life.endsPackage'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ packageName, ref }) => `${packageName} · ${ref}`,
    },
    {
      id: 'now',
      header: say('package_life.endsNow'),
      width: '120px',
      cell: ({ lastValid }) => <Day day={lastValid} />,
    },
    {
      id: 'then',
      header: say('package_life.endsThen'),
      width: 'minmax(120px, 1fr)',
      cell: ({ ref }) => (ticked.has(ref) ? <Then row={becomes.get(ref)} /> : null),
    },
  ]
}

function Then({ row }: { row: ReturnType<ManyEnds['becomes']['get']> }) {
  if (!row) return null
  if (row.problem !== null) return <span className={classes.problem}>{row.problem}</span>
  return (
    <strong>
      <Day day={row.end} />
    </strong>
  )
}

function Day({ day }: { day: EndingRow['lastValid'] }) {
  return day === null ? <>{say('package_life.endsNeverWord')}</> : <BusinessDay date={day} />
}
