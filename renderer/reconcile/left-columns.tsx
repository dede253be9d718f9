import { Button, Checkbox } from '@mantine/core'
import type { OpenLine, RecordedPayment } from '../../shared/contract/reconcile.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import type { Column } from '../ui/table/column.ts'
import { paymentWords } from './payment-words.ts'
import classes from './reconcile.module.css'
import { RowMenu } from './row-menu.tsx'
import { lineName } from './sides.tsx'
import type { WorkActions } from './work-actions.ts'

export interface Choice<Row> {
  readonly has: (row: Row) => boolean
  readonly turn: (row: Row) => void
}

/** The columns of Received, not recorded. */
export function lineColumns(
  choice: Choice<OpenLine>,
  actions: WorkActions,
  mayRecord: boolean,
): readonly Column<OpenLine>[] {
  return [
    choiceColumn(choice, (line) => `${lineName(line)}, row ${line.row}`),
    { id: 'date', header: 'Date', width: '92px', cell: ({ date }) => <BusinessDay date={date} /> },
    {
      id: 'name',
      header: 'Received from',
      width: 'minmax(0, 1.3fr)',
      cell: (line) => <TwoLines main={lineName(line)} sub={line.name === '' ? '' : line.text} />,
    },
    {
      id: 'reference',
      header: 'Reference',
      width: 'minmax(0, 1fr)',
      cell: ({ reference, payout }) => (
        <TwoLines plain main={reference} sub={payout === '' ? '' : `payout ${payout}`} />
      ),
    },
    {
      id: 'file',
      header: 'File and row',
      width: 'minmax(0, 0.8fr)',
      cell: ({ file, row, part }) => <TwoLines plain main={file} sub={`row ${row}${part ? ', a part' : ''}`} />,
    },
    { id: 'fee', header: 'Fee', width: '70px', align: 'end', cell: ({ fee }) => <Fee fee={fee} /> },
    { id: 'amount', header: 'Amount', width: '100px', align: 'end', cell: ({ amount }) => <Money amount={amount} /> },
    {
      id: 'actions',
      header: 'Actions',
      headerHidden: true,
      width: mayRecord ? '116px' : '32px',
      align: 'end',
      cell: (line) => <LineSteps line={line} actions={actions} mayRecord={mayRecord} />,
    },
  ]
}

/** The columns of Recorded, not received. */
export function paymentColumns(
  choice: Choice<RecordedPayment>,
  onShow: (payment: RecordedPayment) => void,
): readonly Column<RecordedPayment>[] {
  return [
    choiceColumn(choice, ({ customer, entry }) => `${customer}, entry ${entry}`),
    { id: 'date', header: 'Date', width: '92px', cell: ({ date }) => <BusinessDay date={date} /> },
    {
      id: 'customer',
      header: 'Customer',
      width: 'minmax(0, 1.2fr)',
      cell: ({ customer, customerNumber }) => <TwoLines main={customer} sub={customerNumber} />,
    },
    {
      id: 'what',
      header: 'Recorded as',
      width: 'minmax(0, 1.1fr)',
      cell: ({ action, ref }) => <TwoLines plain main={paymentWords(action)} sub={ref} />,
    },
    { id: 'tender', header: 'Tender', width: '64px', cell: ({ tender }) => tenderWords(tender) },
    { id: 'note', header: 'Note', width: 'minmax(0, 1fr)', cell: ({ note }) => <TwoLines plain main={note} sub="" /> },
    { id: 'amount', header: 'Amount', width: '100px', align: 'end', cell: ({ amount }) => <Money amount={amount} /> },
    {
      id: 'actions',
      header: 'Actions',
      headerHidden: true,
      width: '64px',
      align: 'end',
      cell: (payment) => (
        <Button
          size="compact-sm"
          variant="default"
          tabIndex={-1}
          aria-label={`Show ${payment.customer}, entry ${payment.entry}`}
          onClick={() => onShow(payment)}
        >
          Show
        </Button>
      ),
    },
  ]
}

function LineSteps(props: { line: OpenLine; actions: WorkActions; mayRecord: boolean }) {
  const { line, mayRecord } = props
  const { ask } = props.actions
  const about = `${lineName(line)}, row ${line.row}`
  return (
    <span className={classes.actions}>
      {mayRecord && (
        <Button
          size="compact-sm"
          variant="default"
          tabIndex={-1}
          aria-label={`Record ${about}…`}
          onClick={() => ask({ kind: 'record', line })}
        >
          Record…
        </Button>
      )}
      <RowMenu
        about={about}
        steps={[
          ['Split…', () => ask({ kind: 'split', line })],
          ['Not ours…', () => ask({ kind: 'notOurs', line })],
        ]}
      />
    </span>
  )
}

function choiceColumn<Row>({ has, turn }: Choice<Row>, about: (row: Row) => string): Column<Row> {
  return {
    id: 'choice',
    header: 'Chosen',
    headerHidden: true,
    width: '20px',
    cell: (row) => (
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={`Choose ${about(row)}`}
        checked={has(row)}
        onChange={() => turn(row)}
      />
    ),
  }
}

function Fee({ fee }: { fee: OpenLine['fee'] }) {
  return fee === 0 ? <span className={classes.quiet}>none</span> : <Money amount={fee} />
}

function TwoLines({ main, sub, plain = false }: { main: string; sub: string; plain?: boolean }) {
  return (
    <div title={sub === '' ? main : `${main} · ${sub}`}>
      <div className={plain ? classes.cut : classes.main}>{main}</div>
      {sub !== '' && <div className={classes.sub}>{sub}</div>}
    </div>
  )
}
