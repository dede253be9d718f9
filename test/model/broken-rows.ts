import type { Books } from './books.ts'
import type { RandomNumbers } from './random-numbers.ts'
import type { Row } from './school-files.ts'

type Breaking = (rows: Row[], random: RandomNumbers, books: Books) => Row[]

/** The columns that an action uses; a cell that it does not use is never broken. */
const USES: Record<string, readonly string[]> = {
  add_to_package: ['customer', 'package'],
  package_payment: ['package', 'amount', 'method', 'status'],
  package_refund: ['package', 'amount', 'method'],
  invoice: ['customer', 'package', 'code', 'quantity'],
  invoice_payment: ['amount', 'method', 'status'],
  invoice_refund: ['package', 'code', 'quantity'],
  invoice_void: [],
  invoice_delete: [],
  transfer_hours: ['package', 'code', 'quantity', 'to'],
  transfer_funds: ['package', 'amount', 'to'],
  remove_from_package: ['package'],
  account_deposit: ['customer', 'amount', 'method', 'status'],
  account_withdrawal: ['customer', 'amount', 'method', 'status'],
}

function breakable(row: Row | undefined, cells: Row): boolean {
  const uses = ['date', 'user', 'action', 'ref', 'note', ...(USES[row?.action ?? ''] ?? [])]
  return Object.keys(cells).every((column) => uses.includes(column))
}

/** Sets one cell of every row (the rows of an invoice are broken alike). */
function all(cells: Row): Breaking {
  return (rows) => (breakable(rows[0], cells) ? rows.map((row) => ({ ...row, ...cells })) : rows)
}

/** Sets one cell of the last row: an invoice is then refused for one bad line. */
function last(cells: Row): Breaking {
  return (rows) => rows.map((row, at) => (at === rows.length - 1 && breakable(row, cells) ? { ...row, ...cells } : row))
}

const usedRef: Breaking = (rows, random, books) => {
  const refs = [...books.refs]
    .filter((ref) => ref.startsWith(`${rows[0]?.action} `))
    .map((ref) => ref.slice((rows[0]?.action ?? '').length + 1))
  return refs.length === 0 ? rows : all({ ref: random.pick(refs) })(rows, random, books)
}

const othersPackage: Breaking = (rows, random, books) => {
  const refs = [...books.packages.keys()]
  return refs.length === 0 ? rows : last({ package: random.pick(refs) })(rows, random, books)
}

/** Rows without a reference are not the lines of one invoice: only one row is left of it. */
const noRef: Breaking = (rows, random, books) => all({ ref: '' })(rows.slice(0, 1), random, books)

const BREAKINGS: readonly Breaking[] = [
  all({ user: 'nobody' }),
  all({ user: '' }),
  all({ date: '2026-02-30' }),
  all({ date: '30.01.2026' }),
  all({ date: '' }),
  noRef,
  all({ customer: 'C-unknown' }),
  all({ action: 'invoice_pay' }),
  all({ action: 'toString' }),
  last({ package: 'CP-unknown' }),
  last({ code: 'NO-SUCH' }),
  last({ quantity: '0' }),
  last({ quantity: '999999' }),
  last({ quantity: '1.005' }),
  last({ quantity: 'one' }),
  last({ amount: '0.00' }),
  last({ amount: '99999999' }),
  last({ amount: '1.23456' }),
  last({ amount: 'NaN' }),
  last({ method: 'bitcoin' }),
  last({ status: 'perhaps' }),
  last({ note: '' }),
  last({ amount: '' }),
  last({ quantity: '' }),
  last({ package: '' }),
  last({ code: '' }),
  last({ method: '' }),
  last({ to: '' }),
  last({ amount: '-5.00' }),
  last({ method: 'package' }),
  last({ method: 'account' }),
  last({ to: 'account' }),
  last({ to: 'nowhere' }),
  usedRef,
  othersPackage,
]

/** The same action with something wrong; now and then what is changed does not matter to that action. */
export function breakRows(rows: Row[], random: RandomNumbers, books: Books): Row[] {
  return random.pick(BREAKINGS)(rows, random, books)
}
