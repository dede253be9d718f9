import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CountedTender, Expected } from '../../shared/contract/closings.ts'
import type { CallInput } from '../../shared/contract/index.ts'
import { tenderWords } from '../../shared/action-words.ts'
import { cents } from '../../shared/money.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Money } from '../ui/money.tsx'
import { useDone } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import { CashCountFields } from './cash-count-fields.tsx'
import classes from './closing.module.css'
import { closeInput, countedOf, emptyCount, type Count } from './counted.ts'

/** The count of the days, tender by tender; signing it off closes them. */
export function CloseForm({ expected }: { expected: Expected }) {
  const school = useSchool()
  const [count, setCount] = useState(() => emptyCount(expected, school))
  const close = useClose()
  const input = closeInput(count, expected, school)
  if (expected.closed.length > 0) {
    return <Text size="sm">These days are closed already. Reopen them below, or choose others.</Text>
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
      <div className={classes.tenders} role="group" aria-label="Tenders">
        {expected.tenders.map(({ tender, expected: amount }) => (
          <TenderRow key={tender} tender={tender} expected={amount} count={count} onCount={change} />
        ))}
      </div>
      <TextInput
        label="Note"
        maxLength={2000}
        value={count.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {close.isError && <FailureNotice thrown={close.error} />}
      <Group justify="flex-end">
        <Button type="submit" loading={close.isPending} disabled={input === null}>
          Sign off and close
        </Button>
      </Group>
    </form>
  )
}

function useClose() {
  const queryClient = useQueryClient()
  const say = useDone()
  return useMutation({
    mutationFn: (input: CallInput<'closings.close'>) => call('closings.close', input),
    onSuccess: ({ from, to }) => {
      const days = from === to ? from : `${from} to ${to}`
      say({ sentence: `${days} is closed: nothing can be dated into it any more.`, show: null, undo: null })
    },
    // Where somebody recorded something meanwhile, the new numbers are shown; what was counted stays.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ['closings'] }),
  })
}

interface TenderRowProps {
  readonly tender: CountedTender
  readonly expected: Expected['tenders'][number]['expected']
  readonly count: Count
  readonly onCount: (to: Partial<Count>) => void
}

function TenderRow({ tender, expected, count, onCount }: TenderRowProps) {
  const school = useSchool()
  const counted = countedOf(count, tender, school)
  const difference = counted === null ? null : cents(counted - expected)
  const name = tenderWords(tender)
  return (
    <>
      <strong>{name}</strong>
      <span className={classes.number}>
        <Money amount={expected} /> expected
      </span>
      {tender === 'cash' ? (
        <span className={classes.number}>{counted !== null && <Money amount={counted} />} counted</span>
      ) : (
        <TextInput
          aria-label={`${name} counted`}
          inputMode="decimal"
          value={count.others[tender] ?? ''}
          onChange={(event) => onCount({ others: { ...count.others, [tender]: event.currentTarget.value } })}
          error={counted === null}
        />
      )}
      <span className={classes.number}>{difference !== null && <Money amount={difference} signed />}</span>
      <TextInput
        aria-label={`${name}: why it differs`}
        placeholder={difference === 0 ? '' : 'Why it differs'}
        maxLength={2000}
        value={count.explanations[tender] ?? ''}
        onChange={(event) => onCount({ explanations: { ...count.explanations, [tender]: event.currentTarget.value } })}
      />
    </>
  )
}
