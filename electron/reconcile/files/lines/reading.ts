import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import { writtenAmount, type DecimalSign } from '../cells/amount.ts'
import { dateOrderOf, type FoundOrder } from '../cells/date-order.ts'
import { writtenDate, type DateOrder } from '../cells/date-forms.ts'
import { decimalSignOf, type FoundSign } from '../cells/decimal-sign.ts'
import type { Contents } from '../columns/column-contents.ts'
import { languageOf } from '../columns/language.ts'
import type { Roles } from '../columns/roles.ts'
import { usualWays, type FileTerms } from '../file-terms.ts'
import { cellAt, placesOf, type FileLine, type Places } from './cells-of-line.ts'
import { directionOf, type Direction } from './direction.ts'
import { sumIn } from './sum-in.ts'
import { extraColumns, type ExtraColumns } from './extra-columns.ts'

/** How the lines of a file are read: everything that was found out from the whole of it. */
export interface Reading {
  readonly names: readonly string[]
  /** whether the names stand in the file */
  readonly named: boolean
  readonly places: Places
  readonly extra: ExtraColumns
  readonly order: DateOrder
  readonly decimal: DecimalSign
  readonly direction: Direction
  /** -1 where money that came in is written as negative */
  readonly receivedSign: 1 | -1
  /** columns of numbers: what stands there is no rest of a cell beside it */
  readonly numeric: ReadonlySet<number>
  readonly terms: FileTerms
  readonly ofProcessor: boolean
  readonly words: Mapping['words']
  /** which way an amount went that is not marked, where others are: as somebody said */
  readonly unmarked: 'in' | 'out'
  /** whether something in the file, or somebody, said how days and amounts are written */
  readonly told: { readonly order: boolean; readonly decimal: boolean }
  /** what is not decided, and read in the likeliest way so far */
  readonly undecided: {
    readonly order: FoundOrder | null
    readonly decimal: boolean
    /** some amounts say CR and the others nothing */
    readonly marks: boolean
  }
}

/** What a reading is made from. */
export interface ReadingFacts {
  readonly names: readonly string[]
  readonly contents: readonly Contents[]
  readonly roles: Roles
  readonly lines: readonly FileLine[]
  readonly mapping: Mapping
  readonly terms: FileTerms
  readonly ofProcessor: boolean
}

/** Finds out from the whole file what the mapping leaves open. */
export function readingOf(facts: ReadingFacts): Reading {
  const { names, contents, roles, lines, mapping, terms, ofProcessor } = facts
  const places = placesOf(mapping.columns, names)
  const extra = extraColumns(names, roles, mapping.columns.date ?? '')
  const usual = usualWays(languageOf(mapping.named ? names : []), terms)
  const order =
    mapping.dateOrder === 'auto' ? dateOrderOf(datesIn(facts, places), usual.order) : { order: mapping.dateOrder }
  const sign: FoundSign =
    mapping.decimalSign === 'auto'
      ? decimalSignOf(amountsIn(facts, places, extra), usual.decimal, terms)
      : { sign: mapping.decimalSign }
  const decimal = sign === 'either' ? (usual.decimal ?? '.') : sign.sign
  const mapped = places.direction
  const texts = [places.text, places.reference, places.name].filter((place) => place !== -1)
  const shared = { lines, names, roles, contents, decimal, terms, ofProcessor, words: mapping.words, mapped, texts }
  const direction: Direction = places.amount === -1 ? { by: 'sign' } : directionOf({ ...shared, amount: places.amount })
  return {
    names,
    named: mapping.named,
    places,
    extra,
    order: 'order' in order ? order.order : (order.possible[0] ?? 'ymd'),
    decimal,
    direction,
    numeric: new Set(contents.flatMap(({ amounts, filled }, place) => (filled > 0 && amounts > 0.6 ? [place] : []))),
    receivedSign: mapping.receivedIs === 'positive' ? 1 : -1,
    terms,
    ofProcessor,
    words: mapping.words,
    unmarked: mapping.words.some((word) => isUnmarkedWord(word, mapping) && word.means === 'out') ? 'out' : 'in',
    told: {
      order: mapping.dateOrder !== 'auto' || datesIn(facts, places).some(isInNumbers),
      decimal: mapping.decimalSign !== 'auto' || amountsIn(facts, places, extra).some((text) => /\d[.,]\d/.test(text)),
    },
    undecided: {
      order: 'order' in order ? null : order,
      decimal: sign === 'either',
      marks: direction.by === 'sign' && someAreMarked(facts, places),
    },
  }
}

function isInNumbers(date: string): boolean {
  return writtenDate(date)?.kind === 'numbers'
}

/** Every date of the file says how its dates are written. */
function datesIn({ lines, roles }: ReadingFacts, places: Places): string[] {
  const own = lines.map(({ fields }) => cellAt(fields, places.date))
  const others = (['date', 'valueDate', 'otherDate', 'refundedOn'] as const).flatMap((role) => roles.get(role) ?? [])
  const more = others
    .filter(({ place }) => place !== places.date)
    .flatMap(({ place }) => lines.map(({ fields }) => cellAt(fields, place)))
  // Another column may be written in another way: then the days of the payments speak for themselves.
  const together = dateOrderOf([...own, ...more], undefined)
  return 'order' in together ? [...own, ...more] : own
}

/** The amounts of the payments first, then every other amount of the file. */
function amountsIn({ lines }: ReadingFacts, places: Places, extra: ExtraColumns): string[] {
  const all = [places.amount, places.received, places.paidOut, places.fee, extra.balance, extra.net, extra.refunded]
  return all.filter((place) => place !== -1).flatMap((place) => lines.map(({ fields }) => cellAt(fields, place)))
}

/** On some statements only what came in is marked, and an amount without a mark went out. */
function someAreMarked({ lines, terms, mapping }: ReadingFacts, { amount, date }: Places): boolean {
  if (amount === -1 || mapping.words.some((word) => isUnmarkedWord(word, mapping))) return false
  const payments = lines.filter(
    (line) => writtenDate(cellAt(line.fields, date)) !== undefined && sumIn(line) === undefined,
  )
  const written = payments.flatMap(({ fields }) => writtenAmount(cellAt(fields, amount), terms) ?? [])
  const marked = written.filter(({ mark }) => mark === '+').length
  return marked > 0 && marked < written.length && written.every(({ negative, mark }) => !negative && mark !== '-')
}

/** What was said of amounts without a mark stands under the column of the amount. */
function isUnmarkedWord({ column, value }: Mapping['words'][number], { columns }: Mapping): boolean {
  return value === '' && column === columns.amount
}
