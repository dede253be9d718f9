import { stringify } from 'csv-stringify/sync'
import { byCodePoint } from './numbers.ts'
import * as actions from './random-actions.ts'
import { breakRows } from './broken-rows.ts'
import { type CatalogueFiles, randomCatalogue } from './random-catalogue.ts'
import { RandomNumbers } from './random-numbers.ts'
import type { Balances, History } from './readings.ts'
import { playSchool, ReferenceSchool } from './reference-school.ts'
import { readCatalogue, type Row } from './school-files.ts'

export interface RandomSchoolOptions {
  customers: number
  /** Accepted actions: the rows of one invoice are one. */
  actions: number
  currency?: string
  /** Share of attempts that are broken on purpose and kept in the file, to be refused. */
  invalidShare?: number
}

export interface RandomSchool {
  files: Record<string, string>
  /** The rows that the rules refuse, in file order; the rest counts as if they were not there. */
  errors: { file: string; row: number }[]
  expected: { balances: Balances; history: History; asOf: { date: string; balances: Balances }[] }
}

type Candidate =
  | 'add'
  | 'pay'
  | 'refund'
  | 'invoice'
  | 'payInvoice'
  | 'refundInvoice'
  | 'cancel'
  | 'hours'
  | 'funds'
  | 'remove'
  | 'account'

const WEIGHTS: Record<Candidate, number> = {
  add: 10,
  pay: 12,
  refund: 3,
  invoice: 30,
  payInvoice: 34,
  refundInvoice: 8,
  cancel: 5,
  hours: 6,
  funds: 4,
  remove: 2,
  account: 8,
}

const MAKE: Record<Candidate, (desk: actions.Desk) => Row[]> = {
  add: actions.addToPackage,
  pay: actions.packagePayment,
  refund: actions.packageRefund,
  invoice: actions.invoice,
  payInvoice: actions.invoicePayment,
  refundInvoice: actions.invoiceRefund,
  cancel: actions.cancellation,
  hours: actions.transferHours,
  funds: actions.transferFunds,
  remove: actions.removal,
  account: actions.accountMovement,
}

function day(number: number): string {
  return new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10)
}

/** CSV as different programs write it: line ends, a byte-order mark, the order of columns and quotes may differ. */
function csv(random: RandomNumbers, columns: string[], rows: Row[]): string {
  return stringify(rows, {
    header: true,
    columns: random.chance(0.3) ? random.shuffled(columns) : columns,
    record_delimiter: random.chance(0.4) ? '\r\n' : '\n',
    bom: random.chance(0.3),
    quoted: random.chance(0.2),
  })
}

function catalogueFiles(random: RandomNumbers, catalogue: CatalogueFiles): Record<string, string> {
  return {
    'school.csv': csv(random, ['name', 'currency', 'time_zone', 'locale', 'address'], catalogue.school),
    'hour_types.csv': csv(random, ['code', 'name', 'rate', 'tax_percent'], catalogue.hourTypes),
    'items.csv': csv(random, ['code', 'name', 'kind', 'price', 'tax_percent'], catalogue.items),
    'packages.csv': csv(random, ['code', 'name', 'active'], catalogue.packages),
    'package_lines.csv': csv(random, ['package', 'code', 'quantity', 'rate'], catalogue.packageLines),
    'customers.csv': csv(random, ['number', 'name', 'email', 'phone'], catalogue.customers),
    'users.csv': csv(random, ['username', 'name', 'role'], catalogue.users),
  }
}

/** Two invoices with one reference must not touch in the file: their rows would be read as one invoice. */
function wouldJoin(activity: Row[], rows: Row[]): boolean {
  const invoices = activity.slice(-12).filter(({ action }) => action === 'invoice')
  return rows[0]?.action === 'invoice' && invoices.some(({ ref }) => ref === rows[0]?.ref)
}

function openDesk(random: RandomNumbers, school: ReferenceSchool): actions.Desk {
  let number = 0
  const nextRef = (prefix: string): string => {
    number += 1
    const style = random.weighted({ plain: 8, lower: 1, other: 1 })
    if (style === 'plain') return `${prefix}-${number}`
    return style === 'lower' ? `${prefix.toLowerCase()}_${number}` : `É${prefix}.${number}`
  }
  return {
    random,
    books: school.books,
    packages: [],
    invoices: [],
    customers: [...school.books.catalogue.customers],
    nextRef,
  }
}

function noteAccepted(desk: actions.Desk, row: Row): void {
  const pack = row.action === 'add_to_package' ? desk.books.packages.get(row.ref ?? '') : undefined
  const invoice = row.action === 'invoice' ? desk.books.invoices.get(row.ref ?? '') : undefined
  if (pack) desk.packages.push(pack)
  if (invoice) desk.invoices.push(invoice)
}

function randomActivity(random: RandomNumbers, school: ReferenceSchool, options: RandomSchoolOptions): Row[] {
  const { invalidShare = 0 } = options
  const desk = openDesk(random, school)
  const users = [...school.books.catalogue.users]
  const activity: Row[] = []
  let today = 0
  for (let accepted = 0, attempts = 0; accepted < options.actions; attempts++) {
    if (attempts > 40 * options.actions + 1000) throw new Error('hardly anything is accepted in this school')
    if (random.chance(0.3)) today += random.chance(0.1) ? random.whole(2, 10) : 1
    const date = day(today)
    const user = random.pick(users)
    const made = MAKE[random.weighted(WEIGHTS)](desk).map((row) => ({ ...row, date, user }))
    const broken = random.chance(invalidShare)
    const rows = broken ? breakRows(made, random, school.books) : made
    if (wouldJoin(activity, rows)) continue
    const verdict = school.act(rows)
    if (verdict.ok) {
      accepted += 1
      noteAccepted(desk, rows[0] ?? {})
    }
    if (verdict.ok || broken || random.chance(invalidShare)) activity.push(...rows)
  }
  return activity
}

/** A school that only the seed and the options decide; what it must give is the model's answer to the finished files. */
export function randomSchool(seed: number, options: RandomSchoolOptions): RandomSchool {
  const random = new RandomNumbers(seed)
  const currency = options.currency ?? random.weighted({ USD: 6, EUR: 2, JPY: 1, KWD: 1 })
  const files = catalogueFiles(random, randomCatalogue(random, options.customers, currency))
  const activity = randomActivity(random, new ReferenceSchool(readCatalogue(files)), options)
  files['activity.csv'] = csv(random, Object.keys(actions.activityRow({})), activity)
  const { school, errors } = playSchool(files)
  const days = activity
    .map(({ date }) => date ?? '')
    .filter((date) => /^2\d{3}-\d\d-\d\d$/.test(date) && date !== '2026-02-30')
  const ordered = days.toSorted(byCodePoint)
  const first = ordered[0] ?? '2025-01-01'
  const chosen = [
    '2024-12-31',
    first,
    ...[0.2, 0.5, 0.8].map((share) => ordered[Math.floor(share * ordered.length)] ?? first),
    ordered.at(-1) ?? first,
  ]
  return {
    files,
    errors: errors.map(({ file, row }) => ({ file, row })),
    expected: {
      balances: school.balances(),
      history: school.history(),
      asOf: [...new Set(chosen)].map((date) => ({ date, balances: school.balances(date) })),
    },
  }
}
