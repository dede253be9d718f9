import { fieldsOf } from '../../electron/billing/actions/action.ts'
import { actions } from '../../electron/billing/actions/index.ts'
import type { ActionName } from '../../electron/billing/books/command.ts'
import type { engineBalances } from './engine.ts'
import { activityRow } from './random-actions.ts'
import type { RandomNumbers } from './random-numbers.ts'
import type { Row } from './school-files.ts'

type Balances = Awaited<ReturnType<typeof engineBalances>>
type Pack = Balances['packages'][number]

/** Something that an action made, and that another can take back. */
interface Made {
  readonly action: ActionName
  readonly row: Row
}

/** What random actions are made from: the balances as they are now, and what was accepted before. */
export interface Counter {
  readonly random: RandomNumbers
  readonly balances: Balances
  readonly customers: readonly string[]
  readonly made: readonly Made[]
  readonly date: string
  nextRef(prefix: string): string
}

const OUTSIDE = ['cash', 'card', 'check', 'ach']
const CODES = ['PA28', 'DUAL', 'SIM', 'KIT', 'EXAM', 'LANDING']
const OFFERS = ['PPL', 'BLOCK10', 'SOLO']

/** A day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A part of a plain decimal with two places, or now and then all of it; a little more than nothing where there is none. */
function part({ random }: Counter, whole: string | undefined): string {
  const most = Math.round(Number(whole ?? '0') * 100)
  if (most <= 0) return '0.05'
  return ((random.chance(0.3) ? most : random.whole(1, most)) / 100).toFixed(2)
}

/** One for which something holds, where there is one; now and then any, to be refused. */
function likely<T>(random: RandomNumbers, all: readonly T[], fits: (one: T) => boolean): T | undefined {
  const fitting = all.filter(fits)
  const from = fitting.length > 0 && !random.chance(0.1) ? fitting : all
  return from.length === 0 ? undefined : random.pick(from)
}

function pack(counter: Counter, fits: (one: Pack) => boolean = () => true): Pack | undefined {
  const { random, balances } = counter
  return likely(random, balances.packages, (one) => one.status !== 'removed' && fits(one))
}

function invoiceIn(counter: Counter, statuses: readonly string[]): string {
  const found = likely(counter.random, counter.balances.invoices ?? [], ({ status }) => statuses.includes(status))
  return found?.ref ?? 'none'
}

/** A payment or the like that was accepted; now and then one that was taken back already. */
function madeBy(counter: Counter, names: readonly ActionName[]): Row {
  const all = counter.made.filter(({ action }) => names.includes(action))
  return likely(counter.random, all, () => true)?.row ?? activityRow({ ref: 'none' })
}

function somebodyElse({ random, customers }: Counter, share: number): string {
  return random.chance(share) ? random.pick(customers) : ''
}

const more = (text: string | undefined): boolean => Number(text ?? '0') > 0

function invoiceRows(counter: Counter): Row[] {
  const { random, balances, customers } = counter
  const ref = counter.nextRef('INV')
  const from = pack(counter, (one) => one.status === 'active')
  const flies = from && random.chance(0.25) ? random.pick(customers) : from?.customer
  const customer = flies ?? random.pick(customers)
  const left = from?.lines.filter((line) => more(line.remaining)) ?? []
  const drawn = left.length > 0 ? random.shuffled(left).slice(0, random.whole(1, 2)) : []
  const lines = drawn.map((line) => {
    const whole = random.chance(0.1) ? line.remaining : part(counter, String(Math.min(3, Number(line.remaining))))
    return activityRow({ package: from?.ref ?? '', code: line.code, quantity: whole })
  })
  if (lines.length === 0 || random.chance(0.3)) {
    const amount = random.chance(0.3) ? String(random.whole(0, 90)) : ''
    lines.push(activityRow({ code: random.pick(CODES), quantity: '1', amount }))
  }
  if (balances.packages.length === 0) lines.splice(1)
  return lines.map((line) => ({ ...line, action: 'invoice', ref, customer }))
}

type Maker = (counter: Counter) => Row[]

/** Of one row, with what all have. */
function single(prefix: string, cells: (counter: Counter) => Partial<Row>): Maker {
  return (counter) => [activityRow({ ref: counter.nextRef(prefix), ...(cells(counter) as Row) })]
}

const method = ({ random }: Counter): string => (random.chance(0.25) ? 'account' : random.pick(OUTSIDE))
const anyCode = (one: Pack | undefined, random: RandomNumbers): string =>
  one === undefined ? 'PA28' : random.pick(one.lines).code

/** Of actions for which what is usual would seldom be accepted, or would always be. */
const PARTICULAR: Readonly<Partial<Record<ActionName, Maker>>> = {
  add_to_package: single('CP', ({ random, customers, date }) => ({
    customer: random.pick(customers),
    package: random.pick(OFFERS),
    amount: random.chance(0.3) ? String(random.whole(0, 2_000)) : '',
    to: random.chance(0.4) ? dayAfter(date, random.whole(-2, 40)) : '',
  })),
  package_payment: single('PAY', (counter) => {
    const one = pack(counter, ({ owed }) => more(owed))
    const status = counter.random.chance(0.1) ? 'failed' : ''
    const payer = somebodyElse(counter, 0.3)
    return {
      package: one?.ref ?? 'none',
      customer: payer,
      amount: part(counter, one?.owed),
      method: method(counter),
      status,
    }
  }),
  package_refund: single('RF', (counter) => {
    const one = pack(counter, ({ funds }) => more(funds))
    const customer = somebodyElse(counter, 0.2)
    return { package: one?.ref ?? 'none', customer, amount: part(counter, one?.funds), method: method(counter) }
  }),
  payment_reversal: single('REV', (counter) => {
    const { ref, customer, package: of, action } = madeBy(counter, ['package_payment', 'account_deposit'])
    return action === 'account_deposit'
      ? { customer: customer ?? '', to: ref ?? '' }
      : { package: of ?? '', to: ref ?? '' }
  }),
  invoice: invoiceRows,
  invoice_payment: (counter) => {
    const { random } = counter
    const by = random.chance(0.5) ? 'package' : method(counter)
    const amount = by === 'package' || random.chance(0.6) ? '' : String(random.whole(1, 60))
    const ref = invoiceIn(counter, ['open', 'partially_paid'])
    const customer = by === 'package' ? '' : somebodyElse(counter, 0.3)
    return [activityRow({ ref, customer, amount, method: by, status: random.chance(0.05) ? 'failed' : '' })]
  },
  invoice_payment_reversal: (counter) => {
    const { method: by = 'card' } = madeBy(counter, ['invoice_payment'])
    const { ref = 'none', method: own = by } = madeBy(counter, ['invoice_payment'])
    const payment = { ref, method: counter.random.chance(0.9) ? own : by }
    const { amount = '' } =
      counter.made.find(({ action, row }) => action === 'invoice_payment' && row['ref'] === ref)?.row ?? {}
    return [activityRow({ ...payment, amount: counter.random.chance(0.3) ? amount : '' })]
  },
  invoice_refund: (counter) => {
    const ref = invoiceIn(counter, ['paid', 'partially_refunded'])
    const line = counter.made.find(({ action, row }) => action === 'invoice' && row['ref'] === ref)?.row
    if (line === undefined || counter.random.chance(0.4)) return [activityRow({ ref })]
    const { package: from = '', code = '', quantity = '' } = line
    return [
      activityRow({ ref, package: from, code, quantity: counter.random.chance(0.3) ? '' : part(counter, quantity) }),
    ]
  },
  invoice_void: (counter) => [activityRow({ ref: invoiceIn(counter, ['open', 'partially_paid', 'paid']) })],
  invoice_delete: (counter) => [activityRow({ ref: invoiceIn(counter, ['open', 'partially_paid', 'paid']) })],
  transfer_hours: single('TH', (counter) => {
    const one = pack(counter, ({ lines }) => lines.length > 1)
    const [from, to] = counter.random.shuffled(one?.lines ?? [])
    return {
      package: one?.ref ?? 'none',
      code: from?.code ?? 'PA28',
      quantity: part(counter, from?.remaining),
      to: to?.code ?? 'SIM',
    }
  }),
  transfer_funds: single('TF', (counter) => {
    const one = pack(counter, ({ funds }) => more(funds))
    const other = pack(
      counter,
      ({ customer, ref, owed }) => customer === one?.customer && ref !== one.ref && more(owed),
    )
    const to = counter.random.chance(0.4) ? (other?.ref ?? 'account') : 'account'
    return { package: one?.ref ?? 'none', amount: part(counter, one?.funds), to }
  }),
  remove_from_package: single('RM', (counter) => ({
    package: pack(counter, ({ funds }) => Number(funds) === 0)?.ref ?? 'none',
  })),
  return_to_package: single('RT', ({ random, balances }) => ({
    package: likely(random, balances.packages, ({ status }) => status === 'removed')?.ref ?? 'none',
  })),
  change_end: single('END', (counter) => ({
    package: pack(counter)?.ref ?? 'none',
    to: counter.random.chance(0.2) ? '' : dayAfter(counter.date, counter.random.whole(-10, 60)),
  })),
  lapse_package: single('LAP', (counter) => ({
    package:
      pack(counter, ({ expires, funds }) => typeof expires === 'string' && expires < counter.date && Number(funds) >= 0)
        ?.ref ?? 'none',
  })),
  adjust_hours: single('ADJ', (counter) => {
    const one = pack(counter)
    const back = counter.random.chance(0.4) ? '-' : ''
    return {
      package: one?.ref ?? 'none',
      code: anyCode(one, counter.random),
      quantity: `${back}${part(counter, '0.60')}`,
    }
  }),
  add_member: single('MB', (counter) => ({
    customer: counter.random.pick(counter.customers),
    package: pack(counter)?.ref ?? 'none',
  })),
  remove_member: single('MR', (counter) => {
    const one = pack(counter, ({ members = [] }) => members.length > 0)
    return {
      customer: one?.members?.[0] ?? counter.random.pick(counter.customers),
      package: one?.ref ?? 'none',
    }
  }),
  opening_payment: single('OP', (counter) => {
    const one = pack(counter, ({ owed }) => more(owed))
    return { package: one?.ref ?? 'none', amount: part(counter, one?.owed) }
  }),
  opening_use: single('OU', (counter) => {
    const one = pack(counter)
    const line = one && likely(counter.random, one.lines, ({ remaining }) => more(remaining))
    const by = counter.random.pick(['', 'package', 'other'])
    return {
      package: one?.ref ?? 'none',
      code: line?.code ?? 'PA28',
      quantity: part(counter, line?.remaining),
      method: by,
    }
  }),
  opening_account: single('OA', (counter) => ({
    customer: counter.random.pick(counter.customers),
    amount: part(counter, '90.00'),
  })),
  opening_reversal: single('OR', (counter) => {
    const {
      ref = '',
      customer = '',
      package: of = '',
    } = madeBy(counter, ['opening_payment', 'opening_use', 'opening_account'])
    return of === '' ? { customer, to: ref } : { package: of, to: ref }
  }),
  merge_customer: single('MG', ({ random, customers }) => ({
    customer: random.pick(customers),
    to: random.pick(customers),
  })),
  account_deposit: single('DEP', (counter) => ({
    customer: counter.random.pick(counter.customers),
    amount: part(counter, '300.00'),
    method: counter.random.pick(OUTSIDE),
  })),
  account_withdrawal: single('WD', (counter) => {
    const { random, balances, customers } = counter
    const held = likely(random, balances.accounts, ({ balance }) => more(balance))
    return {
      customer: held?.customer ?? random.pick(customers),
      amount: part(counter, held?.balance),
      method: random.pick(OUTSIDE),
    }
  }),
}

/** What is usual in the columns of an action's fields. */
function usual(name: ActionName): Maker {
  const columns = new Set(fieldsOf(actions[name]).flatMap(([, field]) => field.columns))
  return single(name.toUpperCase().slice(0, 3), (counter) => {
    const { random, customers } = counter
    const one = pack(counter)
    const cells = {
      customer: random.pick(customers),
      package: one?.ref ?? 'none',
      code: anyCode(one, random),
      quantity: part(counter, '0.60'),
      amount: part(counter, '60.00'),
      method: random.pick(OUTSIDE),
    }
    return Object.fromEntries(Object.entries(cells).filter(([column]) => columns.has(column as keyof typeof cells)))
  })
}

/** A random row, or the rows, of an action: most of what is asked for can be done, some of it cannot. */
export function rowsOf(name: ActionName): Maker {
  return PARTICULAR[name] ?? usual(name)
}
