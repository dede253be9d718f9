import type { Mapping } from '../../../shared/contract/reconcile-file.ts'
import { say } from '../../../shared/words/say.ts'
import type { Columns } from './columns/no-columns.ts'
import type { DateOrder } from './cells/date-forms.ts'
import type { FileLine } from './lines/cells-of-line.ts'
import { unknownStatuses } from './lines/left-out.ts'
import type { Reading } from './lines/reading.ts'
import type { OpenQuestion } from './open-question.ts'
import { askDirection } from './word-asks.ts'
import { withWords } from './with-words.ts'

const ORDER_WORDS = {
  dmy: 'payment_files.order_dmy',
  mdy: 'payment_files.order_mdy',
  ymd: 'payment_files.order_ymd',
} as const satisfies Readonly<Record<DateOrder, string>>

/** What the columns leave open: each reading is shown with its own columns. */
export function askColumns(mapping: Mapping, open: readonly Partial<Columns>[]): OpenQuestion {
  const choices = open.map((columns) => ({
    answer: Object.entries(columns)
      .flatMap(([field, name]) =>
        name === null || name === undefined ? [] : [`${say(`payment_files.field_${field as keyof Columns}`)}: ${name}`],
      )
      .join(', '),
    mapping: { ...mapping, columns: { ...mapping.columns, ...columns } },
  }))
  return { about: 'columns', question: say('payment_files.ask_columns'), choices }
}

/** What nobody can know from the file alone. */
export function asksOf(lines: readonly FileLine[], reading: Reading, mapping: Mapping): OpenQuestion[] {
  return [
    ...askOrder(reading, mapping),
    ...askDecimal(reading, mapping),
    ...askMarks(reading, mapping),
    ...askDirection(lines, reading, mapping),
    ...askStatuses(lines, reading, mapping),
  ]
}

function askOrder({ undecided: { order } }: Reading, mapping: Mapping): OpenQuestion[] {
  if (order === null || !('possible' in order)) return []
  const choices = order.possible.map((dateOrder) => ({
    answer: say(ORDER_WORDS[dateOrder]),
    mapping: { ...mapping, dateOrder },
  }))
  return [{ about: 'dateOrder', question: say('payment_files.ask_order'), choices }]
}

function askDecimal({ undecided, decimal }: Reading, mapping: Mapping): OpenQuestion[] {
  if (!undecided.decimal) return []
  const signs = decimal === '.' ? (['.', ','] as const) : ([',', '.'] as const)
  const choices = signs.map((decimalSign) => ({
    answer: say(decimalSign === '.' ? 'payment_files.decimal_point' : 'payment_files.decimal_comma'),
    mapping: { ...mapping, decimalSign },
  }))
  return [{ about: 'decimalSign', question: say('payment_files.ask_decimal'), choices }]
}

/** Answered by what an amount without a mark means. */
function askMarks({ undecided, names, places }: Reading, mapping: Mapping): OpenQuestion[] {
  if (!undecided.marks) return []
  const column = names[places.amount] ?? ''
  const choices = (['out', 'in'] as const).map((means) => ({
    answer: say(means === 'out' ? 'payment_files.unmarked_out' : 'payment_files.unmarked_in'),
    mapping: withWords(mapping, [{ column, value: '', means }]),
  }))
  return [{ about: 'sign', question: say('payment_files.ask_marks'), choices }]
}

function askStatuses(lines: readonly FileLine[], reading: Reading, mapping: Mapping): OpenQuestion[] {
  const [first] = unknownStatuses(lines, reading)
  if (!first) return []
  const column = reading.names[first.place] ?? ''
  const { word: value, count } = first
  const choices = (['payment', 'no_payment'] as const).map((means) => ({
    answer: say(means === 'payment' ? 'payment_files.status_payment' : 'payment_files.status_none', { value }),
    mapping: withWords(mapping, [{ column, value, means }]),
  }))
  return [{ about: 'status', question: say('payment_files.ask_status', { column, value, count }), choices }]
}

/** What was said of the balance is kept with the words of columns, under none of them. */
const OF_BALANCE = { column: '', value: 'balance', means: 'payment' } as const

/** Whether somebody answered what the balance speaks against. */
export function isBalanceSaid({ words }: Mapping): boolean {
  return words.some(({ column, value }) => column === OF_BALANCE.column && value === OF_BALANCE.value)
}

/** The balance moves the other way than the amounts: they are turned, or the two columns change places; or all is right. */
export function askSign(mapping: Mapping): OpenQuestion {
  const said = withWords(mapping, [OF_BALANCE])
  const { amount, received, paidOut } = mapping.columns
  if (amount === null) {
    const swapped = { ...said, columns: { ...said.columns, received: paidOut, paidOut: received } }
    const answer = (one: string | null) => say('payment_files.received_in', { column: one ?? '' })
    const choices = [
      { answer: answer(paidOut), mapping: swapped },
      { answer: answer(received), mapping: said },
    ]
    return { about: 'balance', question: say('payment_files.ask_balance_columns'), choices }
  }
  const other = mapping.receivedIs === 'negative' ? 'positive' : 'negative'
  const choices = ([other, mapping.receivedIs] as const).map((receivedIs) => ({
    answer: say(receivedIs === 'negative' ? 'payment_files.received_negative' : 'payment_files.received_positive'),
    mapping: { ...said, receivedIs },
  }))
  return { about: 'balance', question: say('payment_files.ask_balance'), choices }
}

/** The balance goes down by amounts without a sign: a column says which way, or they all came in nevertheless. */
export function askHidden(mapping: Mapping): OpenQuestion {
  const choices = [{ answer: say('payment_files.all_came_in'), mapping: withWords(mapping, [OF_BALANCE]) }]
  return { about: 'balance', question: say('payment_files.ask_hidden_direction'), choices }
}
