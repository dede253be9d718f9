import type { Ask, Mapping } from '../../../shared/contract/reconcile-file.ts'
import { cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import type { OpenQuestion } from './open-question.ts'
import { readAmount } from './cells/amount.ts'
import { cellAt, type FileLine } from './lines/cells-of-line.ts'
import { mayGoOut, type Way } from './lines/direction-words.ts'
import { hintValue } from './lines/hinted-direction.ts'
import type { Reading } from './lines/reading.ts'
import { isGoneBack, typeIsNoPayment } from './lines/type-words.ts'
import { withWords } from './with-words.ts'

type Means = NonNullable<Ask['words']>['words'][number]['means']

/** A word with what it may mean, under the column where it is kept. */
interface Word {
  readonly value: string
  readonly label: string
  readonly means: Means
  readonly lines: readonly FileLine[]
}

/** What the words beside amounts without a sign leave open. */
export function askDirection(lines: readonly FileLine[], reading: Reading, mapping: Mapping): OpenQuestion[] {
  const { direction, names } = reading
  if (direction.by === 'conflict') return [askConflict(names[direction.place] ?? '', direction.ways, mapping)]
  if (direction.by !== 'unknown') return []
  const { place, ways } = direction
  const column = names[place] ?? ''
  const base = withWords(
    { ...mapping, columns: { ...mapping.columns, direction: column } },
    [...ways].map(([value, means]) => ({ column, value, means })),
  )
  const words = direction.words.map((value) => ({
    value,
    label: value,
    means: likelyMeaning(value),
    lines: lines.filter(({ fields }) => cellAt(fields, place) === value),
  }))
  const question = say('payment_files.ask_direction', { column, words: listed(direction.words) })
  return [wordQuestion({ question, column, base, words, known: ways, reading })]
}

/** Words in the texts hint at money that went out, and the amounts have no sign. */
export function askHints(reading: Reading, mapping: Mapping): OpenQuestion[] {
  const { direction, names, places } = reading
  if (direction.by !== 'hinted' || direction.open.length === 0) return []
  const words = direction.open.map(({ word, lines }) => ({
    value: hintValue(word),
    label: word,
    means: 'out' as const,
    lines,
  }))
  const question = say('payment_files.ask_hints', { words: listed(words.map(({ label }) => label)) })
  const column = names[places.amount] ?? ''
  return [wordQuestion({ question, column, base: mapping, words, known: new Map(), reading })]
}

interface WordQuestion {
  readonly question: string
  /** the words are kept under it */
  readonly column: string
  readonly base: Mapping
  readonly words: readonly Word[]
  /** words of which it is known which way they mean: said with the answers, so that each is whole */
  readonly known: ReadonlyMap<string, Way>
  readonly reading: Reading
}

function wordQuestion({ question, column, base, words, known, reading }: WordQuestion): OpenQuestion {
  const choices = meanings(words).map((means) => ({
    answer: answerOf([
      ...[...known].map(([label, way]) => [label, way] as const),
      ...words.map(({ label }, place) => [label, means[place] ?? 'in'] as const),
    ]),
    mapping: withWords(
      base,
      words.map(({ value }, place) => ({ column, value, means: means[place] ?? 'in' })),
    ),
  }))
  const oneByOne = words.map(({ value, label, means, lines }) => ({
    value,
    label: label === '' ? say('payment_files.no_word') : label,
    means,
    count: lines.length,
    sum: cents(lines.reduce((sum, line) => sum + sizeOf(line, reading), 0)),
    row: lines[0]?.row ?? 0,
  }))
  return { about: 'direction', question, choices, words: { column, mapping: base, words: oneByOne } }
}

function sizeOf({ fields }: FileLine, { places, decimal, terms }: Reading): number {
  return Math.abs(readAmount(cellAt(fields, places.amount), decimal, terms) ?? 0)
}

/** What a word most likely means, for a proposal: nothing is read so before somebody said it. */
function likelyMeaning(word: string): Means {
  if (isGoneBack(word)) return 'out'
  if (typeIsNoPayment(word, true) !== undefined) return 'no_payment'
  return mayGoOut(word) && !SALE.test(word) ? 'out' : 'in'
}

const SALE = /^\W*(sales?|charges?|payments?|pago|pagamento|betaling|paiement|zahlung|recibo)\W*$/i

/** Whole answers, the likeliest first: each combination of two words, of more the usual ones; the rest word by word. */
function meanings(words: readonly Word[]): readonly (readonly Means[])[] {
  const likely = words.map(({ means }) => means)
  const all = (means: Means) => words.map(() => means)
  const mixed: readonly (readonly Means[])[] =
    words.length === 2
      ? [
          ['in', 'out'],
          ['out', 'in'],
        ]
      : []
  const answers = [likely, all('in'), ...mixed, all('out')]
  return [...new Map(answers.map((answer) => [answer.join(), answer])).values()]
}

/** "Came in: Sale. Went out: Refund, Fee. No payment: Payout." */
function answerOf(words: readonly (readonly [label: string, means: Means])[]): string {
  const parts = (['in', 'out', 'no_payment'] as const).flatMap((means) => {
    const those = words.filter(([, one]) => one === means).map(([label]) => label)
    return those.length === 0 ? [] : [say(`payment_files.words_${means}`, { words: listed(those) })]
  })
  return parts.join(' ')
}

function listed(words: readonly string[]): string {
  return words.map((word) => (word === '' ? say('payment_files.no_word') : word)).join(', ')
}

function askConflict(column: string, ways: ReadonlyMap<string, Way>, mapping: Mapping): OpenQuestion {
  const bySign = withWords(
    mapping,
    [...ways.keys()].map((value) => ({ column, value, means: 'payment' as const })),
  )
  const byWord = { ...mapping, columns: { ...mapping.columns, direction: column } }
  return {
    about: 'direction',
    question: say('payment_files.ask_conflict', { column }),
    choices: [
      { answer: say('payment_files.by_sign'), mapping: bySign },
      {
        answer: say('payment_files.by_word'),
        mapping: withWords(
          byWord,
          [...ways].map(([value, means]) => ({ column, value, means })),
        ),
      },
    ],
  }
}
