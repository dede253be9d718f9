import { Title } from '@mantine/core'
import { useId, useMemo } from 'react'
import type { BalanceLine, LINE_MONEY_FIGURES } from '../../../shared/contract/packages.ts'
import { isDollars } from '../../../shared/currency.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { Bar } from '../../ui/bar.tsx'
import { moneyText } from '../../../shared/money-text.ts'
import { quantityDisplay } from '../../../shared/quantity-text.ts'
import { Quantity } from '../../ui/quantity.tsx'
import { useSchool } from '../../ui/school.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import { FigureButton } from './explain.tsx'
import { figureLabel } from './figure-label.ts'
import classes from './balance.module.css'
import { say } from '../../../shared/words/say.ts'
import { Said } from '../../ui/said.tsx'

interface BalanceLinesProps {
  readonly title: string
  readonly nameHeader: string
  readonly lines: readonly BalanceLine[]
  readonly withPending: boolean
}

/** One section of the Package Balance: its lines, each with quantities and dollars. */
export function BalanceLines({ title, nameHeader, lines, withPending }: BalanceLinesProps) {
  const id = useId()
  const dollars = isDollars(useSchool().currency) ? 'yes' : 'no'
  const columns = useMemo(() => lineColumns(nameHeader, withPending, dollars), [nameHeader, withPending, dollars])
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Title order={4} size="h5" id={id} className={classes.sectionTitle}>
        {title}
      </Title>
      <PlainTable label={title} columns={columns} rows={lines} rowKey={(line) => line.line} />
    </section>
  )
}

const PENDING_COLUMN: Column<BalanceLine> = {
  id: 'pending',
  header: say('balance.pending'),
  width: '112px',
  least: 112,
  yields: 4,
  align: 'end',
  cell: (line) => <Pending line={line} />,
}

function lineColumns(nameHeader: string, withPending: boolean, dollars: 'yes' | 'no'): readonly Column<BalanceLine>[] {
  return [
    {
      id: 'name',
      header: nameHeader,
      width: 'minmax(0, 1.6fr)',
      least: 150,
      cell: (line) => (
        <div>
          <div className={classes.lineName}>{line.name}</div>
          <div className={classes.lineCode}>{line.code}</div>
        </div>
      ),
    },
    {
      id: 'remaining',
      header: say('balance.remaining'),
      width: 'minmax(140px, 1fr)',
      least: 140,
      cell: (line) => <Remaining line={line} />,
    },
    ...(withPending ? [PENDING_COLUMN] : []),
    {
      id: 'used',
      header: say('balance.used'),
      width: '64px',
      least: 64,
      yields: 2,
      align: 'end',
      cell: (line) => <LineQuantity line={line} figure="used" />,
    },
    {
      id: 'dollarsUsed',
      header: say('balance.dollarsUsed', { dollars }),
      width: '112px',
      least: 112,
      yields: 1,
      align: 'end',
      cell: (line) => <LineMoney line={line} figure="dollarsUsed" />,
    },
    {
      id: 'dollarsRemaining',
      header: say('balance.dollarsRemaining', { dollars }),
      width: '124px',
      least: 124,
      yields: 3,
      align: 'end',
      cell: (line) => <LineMoney line={line} figure="dollarsRemaining" />,
    },
  ]
}

function Remaining({ line }: { line: BalanceLine }) {
  return (
    <div>
      <div className={classes.ofIncluded}>
        <Said
          of="balance.remainingOf"
          parts={{
            remaining: <LineQuantity line={line} figure="remaining" />,
            included: <LineQuantity line={line} figure="included" small />,
          }}
        />
      </div>
      <Bar included={line.included} remaining={line.remaining} pending={line.pending ?? 0} />
    </div>
  )
}

function Pending({ line }: { line: BalanceLine }) {
  if (line.pending === null || line.pending === 0) return <span className={classes.of}>–</span>
  return (
    <div>
      <LineQuantity line={line} figure="pending" />
      <div className={classes.lineCode}>
        <Said
          of="balance.available"
          parts={{ quantity: <Quantity amount={hundredths(line.remaining - line.pending)} kind={line.kind} /> }}
        />
      </div>
    </div>
  )
}

function LineQuantity(props: {
  line: BalanceLine
  figure: 'included' | 'used' | 'remaining' | 'pending'
  small?: boolean
}) {
  const { line, figure } = props
  const { locale, currency } = useSchool()
  return (
    <FigureButton
      figure={{ of: 'line', line: line.line, figure }}
      label={figureLabel(line.name, figure, currency)}
      text={quantityDisplay(line[figure] ?? hundredths(0), line.kind, locale)}
      size={props.small ? 'small' : 'plain'}
    />
  )
}

function LineMoney({ line, figure }: { line: BalanceLine; figure: (typeof LINE_MONEY_FIGURES)[number] }) {
  const school = useSchool()
  return (
    <FigureButton
      figure={{ of: 'line', line: line.line, figure }}
      label={figureLabel(line.name, figure, school.currency)}
      text={moneyText(line[figure], school)}
    />
  )
}
