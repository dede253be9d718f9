import { cents } from '../../../shared/money.ts'
import { currencyOf } from '../../../shared/currency.ts'
import { isLocale } from '../../../shared/locale.ts'
import { isTimeZone } from '../../../shared/time-zone.ts'
import { createSchool, readSchool, replaceTerms, type SchoolTerms } from '../../billing/school-store.ts'
import { CellReader } from './cell-reader.ts'
import type { ImportContext } from './import-context.ts'
import { readRows } from './school-rows.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * Brings in school.csv, or the defaults where an empty data folder gets no school.csv: US dollars and the computer's
 * own time zone and locale. Answers the terms that the rest of the import counts in.
 */
export async function importSchoolRow(context: ImportContext): Promise<SchoolTerms> {
  const held = await readSchool(context.db)
  const before = context.problems.any
  const [first, ...others] = readRows(context.folder, 'school.csv', context.problems)
  // Whoever has the file means to say what the school counts in: without its row it would be dollars.
  if (!first && context.folder.has('school.csv') && context.problems.any === before)
    context.problems.add('school.csv', null, say('activity_csv.a_school_has_one_row_add_it'))
  for (const { row } of others)
    context.problems.add('school.csv', row, say('activity_csv.a_school_has_one_row_remove_this_one'))
  const read = first
    ? schoolTerms(new CellReader(first.cells), (problem) => context.problems.add('school.csv', first.row, problem))
    : undefined
  if (held && !(read && (await nothingCountedYet(context)))) {
    if (read && first) compare(context, held, read, first.row)
    return held
  }
  if (held && read) {
    if (JSON.stringify(held) !== JSON.stringify({ ...read, demonstration: held.demonstration }))
      context.imported.school++
    else context.alreadyThere.school++
    await replaceTerms(context.db, context.by, read)
    return read
  }
  const terms = read ?? defaultTerms()
  await createSchool(context.db, context.by, terms)
  if (read) context.imported.school++
  return terms
}

/** A school that was only just created, with nothing in it, takes the terms of the folder that fills it. */
async function nothingCountedYet({ db }: ImportContext): Promise<boolean> {
  const code = await db.selectFrom('catalogue').select('id').limit(1).executeTakeFirst()
  const customer = await db.selectFrom('customers').select('id').limit(1).executeTakeFirst()
  return code === undefined && customer === undefined
}

function compare(context: ImportContext, held: SchoolTerms, read: SchoolTerms, row: number): void {
  const differing = (['name', 'currency', 'timeZone', 'locale', 'address', 'cashStep'] as const).filter(
    (term) => held[term] !== read[term],
  )
  if (differing.length === 0) {
    context.alreadyThere.school++
    return
  }
  const shown = differing.map((term) => `${term} "${held[term]}"`).join(', ')
  context.problems.add('school.csv', row, say('activity_csv.the_school_here_has_other_content_shown', { shown }))
}

function schoolTerms(cells: CellReader, problem: (message: string) => void): SchoolTerms | undefined {
  const name = cells.needed('name')
  const code = cells.needed('currency')
  const timeZone = cells.needed('time_zone')
  const locale = cells.needed('locale')
  const currency = currencyOf(code)
  if (!currency && code !== '') cells.problems.push(say('activity_csv.not_a_currency', { shown: code.slice(0, 40) }))
  if (timeZone !== '' && !isTimeZone(timeZone))
    cells.problems.push(say('activity_csv.not_a_time_zone', { shown: timeZone.slice(0, 40) }))
  if (locale !== '' && !isLocale(locale))
    cells.problems.push(say('activity_csv.not_a_locale', { shown: locale.slice(0, 40) }))
  const cashStep = currency ? (cells.optionalAmount('cash_rounding', currency.minorDigits) ?? cents(0)) : cents(0)
  if (cells.problems.length > 0 || !currency) {
    problem(cells.problems.join(' '))
    return undefined
  }
  return {
    ...defaultTerms(),
    name,
    currency: currency.code,
    minorDigits: currency.minorDigits,
    timeZone,
    locale,
    address: cells.text('address'),
    cashStep,
  }
}

function defaultTerms(): SchoolTerms {
  const own = new Intl.DateTimeFormat().resolvedOptions()
  return {
    name: say('activity_csv.my_flight_school'),
    currency: 'USD',
    minorDigits: 2,
    timeZone: own.timeZone,
    locale: own.locale,
    address: '',
    demonstration: false,
    fundsBelowZero: true,
    cashStep: 0,
  }
}
