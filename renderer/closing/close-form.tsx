import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Expected } from '../../shared/contract/closings.ts'
import type { CallInput } from '../../shared/contract/index.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { dateText } from '../../shared/date-text.ts'
import { cents } from '../../shared/money.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Money } from '../ui/money.tsx'
import { useDone } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import { CashCountFields } from './cash-count-fields.tsx'
import classes from './closing.module.css'
import { closeInput, countedOf, countProblem, emptyCount, uncounted, type Count, type Counted } from './counted.ts'

/** The count of the days, tender by tender; signing it off closes them. */
export function CloseForm({ expected }: { expected: Expected }) {
  const school = useSchool()
  const [count, setCount] = useState(() => emptyCount(expected, school))
  const close = useClose()
  const input = closeInput(count, expected, school)
  const missing = uncounted(count, expected, school)
  if (expected.closed.length > 0) {
    return <Text size="sm">{say('closing.days_are_closed_already')}</Text>
  }
  const change = (to: Partial<Count>) => {
    close.reset()
    setCount({ ...count, ...to })
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (input) close.mutate(input)
      }}
    >
      <CashCountFields denominations={expected.denominations} count={count} onCount={change} />
      <div className={classes.tenders} role="group" aria-label={say('closing.tenders')}>
        {expected.tenders.map((row) => (
          <TenderRow key={row.tender} row={row} count={count} onCount={change} />
        ))}
      </div>
      <TextInput
        label={say('closing.note')}
        maxLength={2000}
        value={count.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {expected.otherDesks && (
        <Text size="sm" component="p">
          {say('closing.other_desks')}
        </Text>
      )}
      {close.isError && <FailureNotice thrown={close.error} />}
      <Group justify="flex-end">
        {missing.length > 0 && (
          <Text size="sm" c="dimmed">
            {say('closing.still_to_count', { tenders: missing.map(tenderWords).join(', ') })}
          </Text>
        )}
        <Button type="submit" loading={close.isPending} disabled={input === null}>
          {say('closing.sign_off_and_close')}
        </Button>
      </Group>
    </form>
  )
}

function useClose() {
  const queryClient = useQueryClient()
  const { locale } = useSchool()
  const tell = useDone()
  return useMutation({
    mutationFn: (input: CallInput<'closings.close'>) => call('closings.close', input),
    onSuccess: ({ from, to }) => {
      const days = { from: dateText(from, locale), to: dateText(to, locale) }
      const sentence = from === to ? say('closing.day_closed', { day: days.from }) : say('closing.days_closed', days)
      tell({ sentence, show: null, undo: null })
    },
    // Where somebody recorded something meanwhile, the new numbers are shown; what was counted stays.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['closings'] }),
  })
}

interface TenderRowProps {
  readonly row: Expected['tenders'][number]
  readonly count: Count
  readonly onCount: (to: Partial<Count>) => void
}

function TenderRow({ row, count, onCount }: TenderRowProps) {
  const { tender, expected } = row
  const school = useSchool()
  const counted = countedOf(count, row, school)
  const difference = typeof counted === 'string' ? null : cents(counted - expected)
  const name = tenderWords(tender)
  return (
    <>
      <strong>{name}</strong>
      <span className={classes.number}>
        <Money amount={expected} /> {say('closing.expected')}
      </span>
      {tender === 'cash' ? (
        <CashCounted counted={counted} />
      ) : (
        <TextInput
          aria-label={say('closing.name_counted', { name })}
          inputMode="decimal"
          value={count.others[tender] ?? ''}
          onChange={(event) => onCount({ others: { ...count.others, [tender]: event.currentTarget.value } })}
          error={countProblem(count.others[tender] ?? '', school)}
        />
      )}
      <span className={classes.number}>{difference !== null && <Money amount={difference} signed />}</span>
      <TextInput
        aria-label={say('closing.name_why_it_differs', { name })}
        placeholder={difference === null || difference === 0 ? '' : say('closing.why_it_differs')}
        maxLength={2000}
        value={count.explanations[tender] ?? ''}
        onChange={(event) => onCount({ explanations: { ...count.explanations, [tender]: event.currentTarget.value } })}
      />
    </>
  )
}

function CashCounted({ counted }: { counted: Counted }) {
  if (typeof counted === 'string') return <span className={classes.number}>{say('closing.not_counted')}</span>
  return (
    <span className={classes.number}>
      <Money amount={counted} /> {say('closing.counted')}
    </span>
  )
}
