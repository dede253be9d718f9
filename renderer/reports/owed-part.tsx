import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Owed, OwedCustomer, OwedRow } from '../../shared/contract/owed.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { toPayReason } from '../../shared/to-pay-words.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { usePlaces, type Place } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import type { Column } from '../ui/table/column.ts'
import { PlainTable } from '../ui/table/plain-table.tsx'
import { countColumn, moneyColumn, textColumn } from './columns.tsx'
import { ReportFrame, ReportSection } from './report-frame.tsx'
import classes from './reports.module.css'

/** What customers owe on invoices and packages, by age, by customer and each, with the ways to work it off. */
export function OwedPart({ asOf }: { asOf: BusinessDate }) {
  const query = useQuery({ queryKey: ['reports', 'owed', asOf], queryFn: () => call('reports.owed', { asOf }) })
  const exported = (table: 'ages' | 'customers' | 'rows') => ({ report: 'owed', asOf, table }) as const
  return (
    <ReportFrame query={query} printed={exported('rows')}>
      {(report) => (
        <>
          <Sentence report={report} />
          {report.customers.length > 0 && (
            <>
              <ReportSection title={say('owed.byAge')} exported={exported('ages')}>
                <PlainTable label={say('owed.byAge')} columns={AGES} rows={report.ages} rowKey={({ age }) => age} />
              </ReportSection>
              <ReportSection title={say('owed.byCustomer')} exported={exported('customers')}>
                <PlainTable
                  label={say('owed.byCustomer')}
                  columns={CUSTOMERS}
                  rows={report.customers}
                  rowKey={({ number }) => number}
                />
                {report.leftCustomers > 0 && <p>{say('owed.more', { count: report.leftCustomers })}</p>}
              </ReportSection>
              <ReportSection title={say('owed.each')} exported={exported('rows')}>
                <PlainTable
                  label={say('owed.each')}
                  columns={ROWS}
                  rows={report.rows}
                  rowKey={({ of, ref }) => `${of} ${ref}`}
                />
                {report.left > 0 && <p>{say('owed.more', { count: report.left })}</p>}
              </ReportSection>
            </>
          )}
        </>
      )}
    </ReportFrame>
  )
}

function Sentence({ report: { total, rows } }: { report: Owed }) {
  const school = useSchool()
  if (rows.length === 0 && total.belowZero === 0) return <Text>{say('owed.nothing')}</Text>
  const text = (amount: typeof total.total) => moneyText(amount, school)
  return (
    <Text>
      {say('owed.sentence', {
        total: text(total.total),
        invoices: text(total.invoices),
        packages: text(total.packages),
        credit: text(total.credit),
      })}{' '}
      {total.toPay !== total.packages && say('owed.toPaySentence', { amount: text(total.toPay) })}{' '}
      {total.belowZero !== 0 && say('owed.belowZeroSentence', { amount: text(total.belowZero) })}
    </Text>
  )
}

const AGES: readonly Column<Owed['ages'][number]>[] = [
  textColumn('age', say('owed.days'), ({ age }) => age),
  moneyColumn('invoices', say('ui.invoices'), ({ invoices }) => invoices),
  moneyColumn('packages', say('ui.packages'), ({ packages }) => packages),
  moneyColumn('total', say('ui.total'), ({ total }) => total),
]

const CUSTOMERS: readonly Column<OwedCustomer>[] = [
  {
    id: 'customer',
    header: say('ui.customer'),
    width: 'minmax(160px, 1fr)',
    cell: ({ name, number }) => <Way to={{ of: 'customer', number }} words={`${name} (${number})`} />,
  },
  textColumn('phone', say('ui.phoneAndEmail'), ({ phone, email }) =>
    [phone, email].filter((part) => part !== '').join(' · '),
  ),
  moneyColumn('invoices', say('ui.invoices'), ({ invoices }) => invoices),
  moneyColumn('packages', say('ui.packages'), ({ packages }) => packages),
  moneyColumn('total', say('ui.total'), ({ total }) => total),
  moneyColumn('credit', say('owed.credit'), ({ credit }) => credit),
  countColumn('oldest', say('owed.oldest'), ({ oldestDays }) => oldestDays),
  {
    id: 'statement',
    header: say('ui.statement'),
    width: '110px',
    cell: ({ name, number }) => (
      <Act
        place={{ of: 'statement', about: { of: 'customer', number } }}
        words={say('ui.statement')}
        label={say('owed.statementOf', { name })}
      />
    ),
  },
]

const ROWS: readonly Column<OwedRow>[] = [
  {
    id: 'ref',
    header: say('ui.reference'),
    width: 'minmax(160px, 1fr)',
    cell: (row) => (
      <Way
        to={
          row.of === 'invoice'
            ? { of: 'invoice', view: { kind: 'invoice', ref: row.ref } }
            : { of: 'package', ref: row.ref }
        }
        words={row.of === 'invoice' ? say('papers.invoice', { ref: row.ref }) : `${row.packageName} (${row.ref})`}
      />
    ),
  },
  textColumn('customer', say('ui.customer'), (row) => `${row.customerName} (${row.customerNumber})`),
  {
    id: 'date',
    header: say('ui.date'),
    width: 'minmax(120px, max-content)',
    cell: ({ date }) => <BusinessDay date={date} />,
  },
  countColumn('days', say('owed.days'), ({ days }) => days),
  moneyColumn('amount', say('ui.amount'), ({ amount }) => amount),
  moneyColumn('owed', say('owed.owed'), ({ owed }) => owed),
  { id: 'toPay', header: say('owed.toPay'), width: '150px', align: 'end', cell: (row) => <ToPay row={row} /> },
  {
    id: 'pay',
    header: say('owed.takePayment'),
    width: '130px',
    cell: (row) => (
      <Act
        place={
          row.of === 'invoice'
            ? { of: 'invoice', view: { kind: 'pay', ref: row.ref } }
            : { of: 'action', view: { kind: 'pay', customer: row.customerNumber, ref: row.ref } }
        }
        words={say('owed.takePayment')}
        label={say('owed.takePaymentOf', { ref: row.ref })}
      />
    ),
  },
]

/** Beside what is owed on a package, wherever the two differ. */
function ToPay({ row: { owed, toPay } }: { row: OwedRow }) {
  const school = useSchool()
  const reason = toPay === null ? null : toPayReason(owed, toPay, school)
  if (reason === null || toPay === null) return null
  return (
    <>
      <Money amount={toPay} />
      <Text size="xs" c="dimmed">
        {reason}
      </Text>
    </>
  )
}

/** A link to something, for those who may see it. */
function Way({ to, words }: { to: Place; words: string }) {
  const { open, mayOpen } = usePlaces()
  if (!mayOpen(to)) return words
  return (
    <button type="button" className={classes.way} onClick={(event) => open(to, event.currentTarget)}>
      {words}
    </button>
  )
}

function Act({ place, words, label }: { place: Place; words: string; label: string }) {
  const { open, mayOpen } = usePlaces()
  if (!mayOpen(place)) return null
  return (
    <Group gap={0}>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={label}
        onClick={(event) => open(place, event.currentTarget)}
      >
        {words}
      </Button>
    </Group>
  )
}
