import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OpenLine } from '../../shared/contract/reconcile.ts'
import { cents, sumCents, type Cents } from '../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../shared/money-text.ts'
import { typedAmountText } from '../../shared/typed-numbers.ts'
import { say } from '../../shared/words/say.ts'
import { readAmount, TypedField } from '../packages/actions/amount-field.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useSchool } from '../ui/school.tsx'
import classes from './reconcile.module.css'
import { lineName } from './sides.tsx'

interface SplitFormProps {
  readonly line: OpenLine
  readonly run: (amounts: Cents[]) => Promise<unknown>
  readonly onDone: () => void
  readonly onCancel: () => void
}

const MOST_PARTS = 50

/** Splits a line into parts that add up to it; what is left is shown while one types. */
export function SplitForm({ line, run, onDone, onCancel }: SplitFormProps) {
  const school = useSchool()
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const send = useMutation({ mutationFn: run, onSuccess: onDone })
  const { left, amounts, problems } = readParts(typed, line.amount, school)
  const ready = left === 0 && amounts.length === typed.length
  const change = (to: readonly string[]) => {
    send.reset()
    setTyped(to)
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send.mutate(amounts)
      }}
    >
      <Text size="sm">
        <strong>{lineName(line)}</strong> · {moneyText(line.amount, school)}. {say('reconcile.split_explained')}
      </Text>
      <Parts typed={typed} problems={problems} onChange={change} />
      <Group gap="sm">
        <Button
          variant="default"
          size="xs"
          disabled={typed.length >= MOST_PARTS}
          onClick={() => change([...typed, ''])}
        >
          {say('reconcile.another_part')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={left <= 0}
          onClick={() => change(withRest(typed, typedAmountText(left, school)))}
        >
          {say('reconcile.fill_in_the_rest')}
        </Button>
        <Text size="sm" ms="auto" role="status">
          {leftWords(left, (amount) => moneyText(amount, school))}
        </Text>
      </Group>
      {send.isError && <FailureNotice thrown={send.error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {say('reconcile.cancel')}
        </Button>
        <Button type="submit" loading={send.isPending} disabled={!ready}>
          {say('reconcile.split_now')}
        </Button>
      </Group>
    </form>
  )
}

interface PartsProps {
  readonly typed: readonly string[]
  readonly problems: readonly (string | null)[]
  readonly onChange: (typed: readonly string[]) => void
}

function Parts({ typed, problems, onChange }: PartsProps) {
  return (
    <div className={classes.parts}>
      {typed.map((text, at) => (
        <TypedField
          // The parts have nothing but their place.
          key={at}
          label={say('reconcile.part', { number: at + 1 })}
          value={text}
          autoFocus={at === 0}
          onChange={(to) => onChange(typed.map((before, place) => (place === at ? to : before)))}
          error={problems[at] ?? null}
        />
      ))}
    </div>
  )
}

/** The parts as amounts. What went back to a customer is typed without its sign, and split with it. */
function readParts(typed: readonly string[], whole: Cents, style: MoneyStyle) {
  const sign = whole < 0 ? -1 : 1
  const parts = typed.map((text) => readAmount(text, style))
  return {
    left: cents(whole * sign - sumCents(parts.map(({ amount }) => amount ?? cents(0)))),
    amounts: parts.flatMap(({ amount }) => (amount === null || amount === 0 ? [] : [cents(amount * sign)])),
    problems: parts.map(({ problem }) => problem),
  }
}

/** What is left goes to the first empty part, or to a new one. */
function withRest(typed: readonly string[], rest: string): readonly string[] {
  const empty = typed.findIndex((text) => text.trim() === '')
  return empty === -1 ? [...typed, rest] : typed.map((text, at) => (at === empty ? rest : text))
}

function leftWords(left: Cents, written: (amount: Cents) => string): string {
  if (left === 0) return say('reconcile.the_parts_add_up_to_the_line')
  return left > 0
    ? say('reconcile.left_is_left', { left: written(left) })
    : say('reconcile.value_too_much', { value: written(cents(-left)) })
}
