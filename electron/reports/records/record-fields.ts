import { categorySchema } from '../../../shared/contract/values.ts'
import { dateText } from '../../../shared/date-text.ts'
import { parseBusinessDate } from '../../../shared/dates.ts'
import { cents } from '../../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { quantityDisplay } from '../../../shared/quantity-text.ts'
import { rate, taxPercent } from '../../../shared/rate.ts'
import { isWordKey, say } from '../../../shared/words/say.ts'
import type { RecordPart, RecordRow } from '../../billing/records/record-document.ts'
import type { RecordTable, RecordValue } from '../../billing/records/record-tables.ts'
import { percentOnPaper, rateOnPaper } from '../papers/paper-texts.ts'
import { policyWords } from './policy-words.ts'

/** Fields of something by their labels, as they read. */
export type Fields = ReadonlyMap<string, string>

/** Columns that say nothing to a person. */
const UNSEEN = new Set(['id', 'package_id', 'line', 'user_id', 'demonstration', 'minor_digits'])

/**
 * The fields of something after a record: those before, with what the record says of them.
 * @param nameOf the number of a customer by its id
 * @param school how it writes days and numbers
 */
export function fieldsAfter(
  before: Fields,
  { table, rows, instead }: RecordPart,
  nameOf: (customerId: number) => string,
  school: MoneyStyle,
): Fields {
  const after = new Map(before)
  switch (table) {
    case 'package_lines':
      if (instead) forget(after, say('records.line_of', { code: '' }))
      for (const row of rows) after.set(say('records.line_of', { code: String(row['code']) }), lineText(row, school))
      return after
    case 'rates':
      if (instead) forget(after, say('records.rate_from', { day: '' }))
      for (const row of rows) after.set(say('records.rate_from', { day: dayOf(row, school) }), rateWithTax(row, school))
      return after
    case 'dashboard_access':
      return listed(
        after,
        instead,
        say('records.students'),
        rows.map((row) => nameOf(Number(row['customer_id']))),
      )
    case 'role_permissions':
      return listed(
        after,
        instead,
        say('records.permissions'),
        rows.map((row) => String(row['permission'])),
      )
    case 'policies':
      for (const row of rows) {
        const name = String(row['name'])
        after.set(labelOf(table, name), policyWords(name, String(row['value']), school))
      }
      return after
    default:
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          if (!UNSEEN.has(column)) after.set(labelOf(table, column), valueText(column, value, { row, nameOf, school }))
      return after
  }
}

function listed(after: Map<string, string>, instead: RecordPart['instead'], label: string, names: string[]): Fields {
  if (!instead && names.length === 0) return after
  return after.set(label, names.toSorted().join(', '))
}

function labelOf(table: RecordTable, column: string): string {
  for (const key of [`records.${table}_${column}`, `records.${column}`]) if (isWordKey(key)) return say(key)
  return column
}

/** Takes away what stands under labels that begin so: other rows come in their place. */
function forget(fields: Map<string, string>, beginning: string): void {
  for (const label of fields.keys()) if (label.startsWith(beginning.trimEnd())) fields.delete(label)
}

interface Beside {
  readonly row: RecordRow
  readonly nameOf: (customerId: number) => string
  readonly school: MoneyStyle
}

function valueText(column: string, value: RecordValue, { row, nameOf, school }: Beside): string {
  if (value === null || value === '') return ''
  switch (column) {
    case 'active':
    case 'funds_below_zero':
      return say(value === 1 ? 'records.yes' : 'records.no')
    case 'rate':
      return rateOnPaper(rate(Number(value)), school)
    case 'tax_percent':
      return percentOnPaper(taxPercent(Number(value)), school.locale)
    case 'cash_step':
      return value === 0
        ? say('records.cash_not_rounded')
        : moneyText(cents(Number(value)), { ...school, minorDigits: Number(row['minor_digits']) })
    case 'category':
      return say(`records.category_${categorySchema.exclude(['']).parse(value)}`)
    case 'valid_months':
      return say('records.months', { count: Number(value) })
    case 'customer_id':
    case 'usual_payer':
      return nameOf(Number(value))
    default:
      return String(value)
  }
}

function dayOf(row: RecordRow, { locale }: MoneyStyle): string {
  const day = String(row['from_date'])
  const read = parseBusinessDate(day)
  return typeof read === 'object' ? day : dateText(read, locale)
}

function lineText(row: RecordRow, school: MoneyStyle): string {
  const params = {
    quantity: quantityDisplay(hundredths(Number(row['quantity'])), 'hour', school.locale),
    rate: rateOnPaper(rate(Number(row['rate'])), school),
  }
  return say('records.line', params)
}

function rateWithTax(row: RecordRow, school: MoneyStyle): string {
  return say('records.rate_with_tax', {
    rate: rateOnPaper(rate(Number(row['rate'])), school),
    tax: percentOnPaper(taxPercent(Number(row['tax_percent'])), school.locale),
  })
}
