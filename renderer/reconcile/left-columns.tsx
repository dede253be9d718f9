import { Button, Checkbox } from '@mantine/core'
import type { OpenLine, RecordedPayment } from '../../shared/contract/reconcile.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { say } from '../../shared/words/say.ts'
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
    choiceColumn(choice, (line) => say('reconcile.line_row_row', { line: lineName(line), row: line.row })),
    { id: 'date', header: say('reconcile.date'), width: '104px', cell: ({ date }) => <BusinessDay date={date} /> },
    {
      id: 'name',
      header: say('reconcile.received_from'),
      width: 'minmax(0, 1.3fr)',
      cell: (line) => <TwoLines main={lineName(line)} sub={line.name === '' ? '' : line.text} />,
    },
    {
      id: 'reference',
      header: say('reconcile.reference'),
      width: 'minmax(0, 1fr)',
      cell: ({ reference, payout }) => (
        <TwoLines plain main={reference} sub={payout === '' ? '' : say('reconcile.payout_payout', { payout })} />
      ),
    },
    {
      id: 'file',
      header: say('reconcile.file_and_row'),
      width: 'minmax(0, 0.8fr)',
      cell: ({ file, row, part }) => <TwoLines plain main={file} sub={rowWords(row, part)} />,
    },
    { id: 'fee', header: say('reconcile.fee'), width: '70px', align: 'end', cell: ({ fee }) => <Fee fee={fee} /> },
    {
      id: 'amount',
      header: say('reconcile.amount'),
      width: '100px',
      align: 'end',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    {
      id: 'actions',
      header: say('reconcile.actions'),
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
    choiceColumn(choice, ({ customer, entry }) => say('reconcile.customer_entry_entry', { customer, entry })),
    { id: 'date', header: say('reconcile.date'), width: '104px', cell: ({ date }) => <BusinessDay date={date} /> },
    {
      id: 'customer',
      header: say('reconcile.customer'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ customer, customerNumber }) => <TwoLines main={customer} sub={customerNumber} />,
    },
    {
      id: 'what',
      header: say('reconcile.recorded_as'),
      width: 'minmax(0, 1.1fr)',
      cell: ({ action, ref }) => <TwoLines plain main={paymentWords(action)} sub={ref} />,
    },
    { id: 'tender', header: say('reconcile.tender'), width: '64px', cell: ({ tender }) => tenderWords(tender) },
    {
      id: 'note',
      header: say('reconcile.note'),
      width: 'minmax(0, 1fr)',
      cell: ({ note }) => <TwoLines plain main={note} sub="" />,
    },
    {
      id: 'amount',
      header: say('reconcile.amount'),
      width: '100px',
      align: 'end',
      cell: ({ amount }) => <Money amount={amount} />,
    },
    {
      id: 'actions',
      header: say('reconcile.actions'),
      headerHidden: true,
      width: '64px',
      align: 'end',
      cell: (payment) => (
        <Button
          size="compact-sm"
          variant="default"
          tabIndex={-1}
          aria-label={say('reconcile.show_customer_entry_entry', { customer: payment.customer, entry: payment.entry })}
          onClick={() => onShow(payment)}
        >
          {say('reconcile.show')}
        </Button>
      ),
    },
  ]
}

function LineSteps(props: { line: OpenLine; actions: WorkActions; mayRecord: boolean }) {
  const { line, mayRecord } = props
  const { ask } = props.actions
  const about = say('reconcile.line_row_row', { line: lineName(line), row: line.row })
  return (
    <span className={classes.actions}>
      {mayRecord && (
        <Button
          size="compact-sm"
          variant="default"
          tabIndex={-1}
          aria-label={say('reconcile.record_about', { about })}
          onClick={() => ask({ kind: 'record', line })}
        >
          {say('reconcile.record')}
        </Button>
      )}
      <RowMenu
        about={about}
        steps={[
          [say('reconcile.split'), () => ask({ kind: 'split', line })],
          [say('reconcile.not_ours'), () => ask({ kind: 'notOurs', line })],
        ]}
      />
    </span>
  )
}

function choiceColumn<Row>({ has, turn }: Choice<Row>, about: (row: Row) => string): Column<Row> {
  return {
    id: 'choice',
    header: say('reconcile.chosen'),
    headerHidden: true,
    width: '20px',
    cell: (row) => (
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={say('reconcile.choose_row', { row: about(row) })}
        checked={has(row)}
        onChange={() => turn(row)}
      />
    ),
  }
}

function rowWords(row: number, part: boolean): string {
  return part ? say('reconcile.part_of_row', { row }) : say('reconcile.row_of_file', { row })
}

function Fee({ fee }: { fee: OpenLine['fee'] }) {
  return fee === 0 ? <span className={classes.quiet}>{say('reconcile.none')}</span> : <Money amount={fee} />
}

function TwoLines({ main, sub, plain = false }: { main: string; sub: string; plain?: boolean }) {
  return (
    <div title={sub === '' ? main : `${main} · ${sub}`}>
      <div className={plain ? classes.cut : classes.main}>{main}</div>
      {sub !== '' && <div className={classes.sub}>{sub}</div>}
    </div>
  )
}
