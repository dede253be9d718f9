import { Button, Group, Select, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { OpenLine } from '../../shared/contract/reconcile.ts'
import type { Source } from '../../shared/contract/reconcile-file.ts'
import { dateText } from '../../shared/date-text.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { CustomerField } from '../invoices/form/customer-field.tsx'
import { useOverview } from '../invoices/invoices-queries.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { usePlaces } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import classes from './reconcile.module.css'
import { recordChoices, type ReversiblePayment } from './record-choices.ts'
import { LinesSide } from './sides.tsx'
import { workPlace } from './work-table.tsx'

interface RecordFormProps {
  readonly source: Source
  readonly line: OpenLine
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Leads from a line that nobody recorded to the form of the desk that records it, filled in. */
export function RecordForm({ source, line, onDone, onCancel }: RecordFormProps) {
  const [other, setOther] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const guess = useGuess(line.name)
  const reversible = useReversible(line)
  const [first] = reversible.data ?? []
  // Of a line without a name, the payment that it takes back says whose it is.
  const found = guess.data ?? (first ? { number: first.customerNumber, name: first.customer } : null)
  const customer = other ? picked : (found?.number ?? picked)
  if (guess.isLoading || reversible.isLoading) return <Skeleton height={160} m={24} animate={false} />
  return (
    <div className={classes.form}>
      <LinesSide lines={[line]} />
      {found && !other ? (
        <Group gap="sm">
          <Text size="sm">
            {say('reconcile.customer_found')} <strong>{found.name}</strong> ({found.number})
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => setOther(true)}>
            {say('reconcile.another_customer')}
          </Button>
        </Group>
      ) : (
        <CustomerField value={picked} onChange={setPicked} error={null} />
      )}
      {/* Another customer has other packages. */}
      <RecordAs
        key={customer}
        customer={customer}
        reversible={reversible.data ?? []}
        source={source}
        line={line}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  )
}

interface RecordAsProps extends RecordFormProps {
  readonly customer: string | null
  readonly reversible: readonly ReversiblePayment[]
}

function RecordAs({ customer, reversible, source, line, onDone, onCancel }: RecordAsProps) {
  const school = useSchool()
  const { open, mayOpen } = usePlaces()
  const overview = useOverview(customer)
  const [chosen, setChosen] = useState<string | null>(null)
  const choices = overview.data
    ? recordChoices(line, source, overview.data, (amount) => moneyText(amount, school), reversible).filter(
        ({ place }) => mayOpen(place),
      )
    : []
  const choice = choices.find(({ value }) => value === chosen) ?? choices[0]
  const next = useRef<HTMLButtonElement>(null)
  const ready = choice !== undefined
  // With a customer known, nothing is left but to go on.
  useEffect(() => {
    if (ready) next.current?.focus()
  }, [ready])
  return (
    <>
      <Select
        label={say('reconcile.record_as')}
        disabled={customer === null}
        allowDeselect={false}
        data={choices.map(({ value, label }) => ({ value, label }))}
        value={choice?.value ?? null}
        onChange={setChosen}
      />
      {overview.isError && <FailureNotice thrown={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data && choices.length === 0 && <Text size="sm">{say('reconcile.recording_takes_permission')}</Text>}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {say('reconcile.cancel')}
        </Button>
        <Button
          ref={next}
          disabled={!ready}
          onClick={() => {
            if (!choice) return
            onDone()
            open(choice.place, workPlace())
          }}
        >
          {say('reconcile.open_the_form')}
        </Button>
      </Group>
    </>
  )
}

/** The payments that a line which went out may take back. */
function useReversible({ id, amount }: OpenLine) {
  const { locale } = useSchool()
  return useQuery({
    queryKey: ['reconcile', 'reversible', id],
    queryFn: async (): Promise<ReversiblePayment[]> => {
      const { payments } = await call('reconcile.reversible', { line: id })
      return payments.map((payment) => ({ ...payment, day: dateText(payment.date, locale) }))
    },
    enabled: amount < 0,
  })
}

/** The one customer whom the name fits; null where none or several do. */
function useGuess(name: string) {
  return useQuery({
    queryKey: ['customers', 'guess', name],
    queryFn: async () => {
      const { rows } = await call('customers.list', { search: name, active: true, after: null, limit: 2 })
      return rows.length === 1 ? (rows[0] ?? null) : null
    },
    enabled: name.trim() !== '',
  })
}
