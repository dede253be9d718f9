import type { LineKind } from '../../../shared/contract/values.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { lineKind } from '../../billing/catalogue-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { preparedValues } from '../../storage/prepared.ts'
import type { LineFigures } from './package-figures.ts'

export interface CodeFigures extends LineFigures {
  readonly code: string
  readonly kind: LineKind
}

export interface FiguresNow {
  /** the lines of a customer package by its id, in their order */
  readonly linesOf: (pack: number) => readonly CodeFigures[]
  /** of a customer's account by the customer's id; a credit is negative, none where nothing was ever on it */
  readonly accountOf: (customer: number) => number | undefined
}

/** What a balance is, as a number: a name would make a text of each row. */
const INCLUDED = 1
const USED = 2
const PENDING = 3
const ACCOUNT = 4

/** Where in a line's numbers each of them stands. */
const AT = { included: 0, dollarsIncluded: 1, used: 2, dollarsUsed: 3, pending: 4 } as const
const NUMBERS = 5

/** Rows that are read at once, by their ids. */
const PART = 20_000

/** Every line, in the order of the packages: a column each, because so many rows would be as many objects. */
interface Lines {
  readonly packs: readonly number[]
  readonly lines: readonly number[]
  readonly codes: readonly string[]
  /** where the lines of each customer package begin */
  readonly firsts: ReadonlyMap<number, number>
}

/**
 * The figures of every line and every customer's account now. A large school has millions: they are read in the order
 * in which they lie, a part after the other, into one array of numbers, which SQLite and Node do several times as fast
 * as package by package.
 */
export async function figuresNow(db: ReadDb): Promise<FiguresNow> {
  const kinds = new Map((await catalogueCodes(db, {})).map(([code, kind]) => [code, lineKind(kind)]))
  const lines = await everyLine(db, [...kinds.keys()])
  const numbers = new Float64Array(lines.packs.length * NUMBERS)
  const accounts = new Map<number, number>()
  const last = (await lastAccount(db, {}))[0]?.[0] ?? 0
  for (let after = 0; after < last; after += PART) {
    for (const [owner, line, place, quantity, amount] of await balancesBetween(db, { after, to: after + PART })) {
      if (place === ACCOUNT) accounts.set(owner, amount)
      else keep(numbers, placeOf(lines, owner, line), place, quantity, amount)
    }
  }
  return {
    accountOf: (customer) => accounts.get(customer),
    linesOf: (pack) => {
      const own: CodeFigures[] = []
      for (let at = lines.firsts.get(pack) ?? lines.packs.length; lines.packs[at] === pack; at++) {
        own.push(figuresAt(numbers, at, lines.codes[at] ?? '', kinds))
      }
      return own
    },
  }
}

/** @param codes of the catalogue, each of which is kept once however many lines have it */
async function everyLine(db: ReadDb, codes: readonly string[]): Promise<Lines> {
  const kept = new Map(codes.map((code) => [code, code]))
  const all = { packs: [] as number[], lines: [] as number[], codes: [] as string[], firsts: new Map<number, number>() }
  const last = (await lastPackage(db, {}))[0]?.[0] ?? 0
  for (let after = 0; after < last; after += PART) {
    for (const [pack, line, code] of await linesBetween(db, { after, to: after + PART })) {
      if (pack !== all.packs.at(-1)) all.firsts.set(pack, all.packs.length)
      all.packs.push(pack)
      all.lines.push(line)
      all.codes.push(kept.get(code) ?? code)
    }
  }
  return all
}

function placeOf({ packs, lines, firsts }: Lines, pack: number, line: number): number {
  for (let at = firsts.get(pack) ?? packs.length; packs[at] === pack; at++) if (lines[at] === line) return at
  throw new Error(`the accounts of customer package ${pack} have a line ${line} that it has not`)
}

function keep(numbers: Float64Array, place: number, kind: number, quantity: number, amount: number): void {
  const at = place * NUMBERS
  if (kind === INCLUDED) {
    // The other side of what was sold.
    numbers[at + AT.included] = -quantity
    numbers[at + AT.dollarsIncluded] = -amount
  } else if (kind === USED) {
    numbers[at + AT.used] = quantity
    numbers[at + AT.dollarsUsed] = amount
  } else numbers[at + AT.pending] = quantity
}

function figuresAt(
  numbers: Float64Array,
  place: number,
  code: string,
  kinds: ReadonlyMap<string, LineKind>,
): CodeFigures {
  const at = place * NUMBERS
  const included = numbers[at + AT.included] ?? 0
  const used = numbers[at + AT.used] ?? 0
  const dollarsIncluded = numbers[at + AT.dollarsIncluded] ?? 0
  const dollarsUsed = numbers[at + AT.dollarsUsed] ?? 0
  return {
    code,
    kind: kinds.get(code) ?? lineKind(''),
    included: hundredths(included),
    used: hundredths(used),
    remaining: hundredths(included - used),
    pending: hundredths(numbers[at + AT.pending] ?? 0),
    dollarsIncluded: cents(dollarsIncluded),
    dollarsUsed: cents(dollarsUsed),
    dollarsRemaining: cents(dollarsIncluded - dollarsUsed),
  }
}

type LineRow = readonly [pack: number, line: number, code: string]
const linesBetween = preparedValues<LineRow, 'after' | 'to'>(['after', 'to'], (db, { after, to }) =>
  db
    .selectFrom('customer_package_lines')
    .select(['customer_package_id', 'line', 'code'])
    .where('customer_package_id', '>', after)
    .where('customer_package_id', '<=', to)
    .orderBy('customer_package_id')
    .orderBy('line'),
)

const lastPackage = preparedValues<readonly [id: number | null], never>([], (db) =>
  db.selectFrom('customer_packages').select(({ fn }) => fn.max('id').as('last')),
)

const catalogueCodes = preparedValues<readonly [code: string, kind: string], never>([], (db) =>
  db.selectFrom('catalogue').select(['code', 'kind']),
)

const lastAccount = preparedValues<readonly [id: number | null], never>([], (db) =>
  db.selectFrom('account_balances').select(({ fn }) => fn.max('account_id').as('last')),
)

type BalanceRow = readonly [owner: number, line: number, place: number, quantity: number, amount: number]
const balancesBetween = preparedValues<BalanceRow, 'after' | 'to'>(['after', 'to'], (db, { after, to }) =>
  db
    .selectFrom('account_balances as b')
    // Both lie in the order of their ids; by their owners every row would be looked for.
    .crossJoin('accounts as a')
    .select(['a.owner', 'a.line'])
    .select(({ eb, val }) =>
      eb
        .case('a.kind')
        .when('line_included')
        .then(val(INCLUDED))
        .when('line_used')
        .then(val(USED))
        .when('line_pending')
        .then(val(PENDING))
        .else(val(ACCOUNT))
        .end()
        .as('place'),
    )
    .select(['b.quantity', 'b.amount'])
    .whereRef('a.id', '=', 'b.account_id')
    .where('b.account_id', '>', after)
    .where('b.account_id', '<=', to)
    .where('a.kind', 'in', ['line_included', 'line_used', 'line_pending', 'customer_account'])
    // Most lines have nothing pending, many nothing used; an account is said as soon as it is there.
    .where(({ eb, or }) =>
      or([eb('b.quantity', '<>', 0), eb('b.amount', '<>', 0), eb('a.kind', '=', 'customer_account')]),
    ),
)
