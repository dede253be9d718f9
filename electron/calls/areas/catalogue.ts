import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import { dateText } from '../../../shared/date-text.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { parseRate, parseTaxPercent, rateText, taxPercentText } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import { PriceList } from '../../billing/books/price-list-store.ts'
import {
  addCatalogueEntry,
  editCatalogueEntry,
  rateMayChange,
  removeRate,
  setRate,
} from '../../billing/catalogue-editing-store.ts'
import { readCatalogue, type CatalogueEntry } from '../../billing/catalogue-store.ts'
import { lineDollars, type LineTerms } from '../../billing/draw.ts'
import { rateOn, type RateFrom } from '../../billing/rates-in-time.ts'
import type { SchoolTerms } from '../../billing/school-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { signed, type Implementations } from '../implementation.ts'

type Shown = CallOutput<'catalogue.list'>['entries'][number]
type RateCall = `catalogue.${'rateSentence' | 'setRate' | 'removeRate'}`

/** Hour types, products and services, and their rates in time. */
export const catalogueImplementations: Implementations<`catalogue.${'list' | 'add' | 'edit'}` | RateCall> = {
  'catalogue.list': async ({ db, today }) => done({ entries: await entries(db, today) }),
  'catalogue.add': async ({ db, user, now }, input) => {
    const terms = termsOf(input)
    if (!terms.ok) return terms
    if ((await readCatalogue(db)).has(input.code)) {
      return refused('already_exists', say('refused_calls.there_is_a_code_code_already', { code: input.code }), {
        field: 'code',
        remedy: say('refused_calls.give_it_another_code'),
      })
    }
    const category = input.kind === 'hour' ? input.category : ''
    await addCatalogueEntry(db, signed(user, now), { ...input, ...terms.value, category })
    return done(input)
  },
  'catalogue.edit': async ({ db, user, now, today }, input) => {
    const known = await knownEntry(db, input.code)
    if (!known.ok) return known
    const category = known.value.kind === 'hour' ? input.category : ''
    await editCatalogueEntry(db, signed(user, now), { ...input, category })
    return entryByCode(db, today, input.code)
  },
  'catalogue.rateSentence': async ({ db, school }, input) => {
    const change = await changeOf(db, school, input)
    return change.ok ? done({ sentence: sentenceOf(school, input.code, change.value) }) : change
  },
  'catalogue.setRate': async ({ db, user, now, school, today }, input) => {
    const change = await changeOf(db, school, input)
    if (!change.ok) return change
    await setRate(db, signed(user, now), input.code, change.value.after)
    return entryByCode(db, today, input.code)
  },
  'catalogue.removeRate': async ({ db, user, now, school, today }, { code, from }) => {
    const known = await knownEntry(db, code)
    if (!known.ok) return known
    if (!(await PriceList.read(db)).ratesOf(code).some((rate) => rate.from === from))
      return refused('not_found', say('refused_calls.no_rate_from', { code, day: dateText(from, school.locale) }))
    const may = await rateMayChange(db, code, from, school.locale)
    if (!may.ok) return may
    await removeRate(db, signed(user, now), code, from)
    return entryByCode(db, today, code)
  },
}

async function entries(db: ReadDb, today: BusinessDate): Promise<Shown[]> {
  const prices = await PriceList.read(db)
  return [...prices.catalogue.values()].map((entry) => {
    const rates = prices.ratesOf(entry.code)
    const { code, name, kind, category, active } = entry
    return {
      code,
      name,
      kind,
      category,
      active,
      ...inText(rateOn(entry, rates, today)),
      first: inText(entry),
      rates: rates.map((rate) => ({ from: rate.from, ...inText(rate) })),
    }
  })
}

function inText({ rate, taxPercent }: Pick<LineTerms, 'rate' | 'taxPercent'>) {
  return { rate: rateText(rate), taxPercent: taxPercentText(taxPercent) }
}

async function entryByCode(db: ReadDb, today: BusinessDate, code: string): Promise<Outcome<Shown>> {
  const entry = (await entries(db, today)).find((candidate) => candidate.code === code)
  return entry ? done(entry) : unknownCode(code)
}

async function knownEntry(db: ReadDb, code: string): Promise<Outcome<CatalogueEntry>> {
  const entry = (await readCatalogue(db)).get(code)
  return entry ? done(entry) : unknownCode(code)
}

function unknownCode(code: string): Outcome<never> {
  return refused('not_found', say('refused_calls.there_is_no_hour_type_or_item_code', { code }), { field: 'code' })
}

interface RateChange {
  readonly entry: CatalogueEntry
  /** what holds on the day before */
  readonly before: Pick<LineTerms, 'rate' | 'taxPercent'>
  readonly after: RateFrom
}

async function changeOf(
  db: ReadDb,
  { locale }: SchoolTerms,
  input: CallArguments<'catalogue.setRate'>,
): Promise<Outcome<RateChange>> {
  const { code, from } = input
  const known = await knownEntry(db, code)
  if (!known.ok) return known
  const terms = termsOf(input)
  if (!terms.ok) return terms
  const may = await rateMayChange(db, code, from, locale)
  if (!may.ok) return may
  const earlier = (await PriceList.read(db)).ratesOf(code).filter((rate) => rate.from < from)
  const before = rateOn(known.value, earlier, from)
  return done({ entry: known.value, before, after: { from, ...terms.value } })
}

function sentenceOf(school: SchoolTerms, code: string, { entry, before, after }: RateChange): string {
  const price = (terms: Pick<LineTerms, 'rate' | 'taxPercent'>) =>
    moneyText(lineDollars(terms, hundredths(100), school.minorDigits), school)
  const unit = entry.kind
  const params = { code, unit, day: dateText(after.from, school.locale), before: price(before), after: price(after) }
  return say('refused_calls.rate_from', params)
}

function termsOf(input: {
  readonly rate: string
  readonly taxPercent: string
}): Outcome<Pick<LineTerms, 'rate' | 'taxPercent'>> {
  const rate = parseRate(input.rate)
  if (typeof rate === 'object') return refused('invalid_input', `${rate.problem}.`, { field: 'rate' })
  const taxPercent = parseTaxPercent(input.taxPercent)
  if (typeof taxPercent === 'object') return refused('invalid_input', `${taxPercent.problem}.`, { field: 'taxPercent' })
  return done({ rate, taxPercent })
}
