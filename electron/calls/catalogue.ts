import type { CallArguments } from '../../shared/contract/index.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { parseRate, parseTaxPercent, rateText, taxPercentText, type Rate } from '../../shared/rate.ts'
import { addCatalogueEntry, readCatalogue, readOfferedPackages } from '../billing/catalogue-store.ts'
import { lineDollars } from '../billing/draw.ts'
import { createOffer, readOffers, setOfferActive } from '../billing/offers-store.ts'
import { sumCents, type Cents } from '../../shared/money.ts'
import { say } from '../../shared/words/say.ts'
import type { ReadDb } from '../storage/database.ts'
import { signed, type Implementations } from './implementation.ts'

export const catalogueImplementations: Implementations<
  `catalogue.${'list' | 'add'}` | `offers.${'list' | 'price' | 'create' | 'setActive'}`
> = {
  'catalogue.list': async ({ db }) => {
    const entries = [...(await readCatalogue(db)).values()]
    return done({
      entries: entries.map(({ code, name, kind, rate, taxPercent }) => ({
        code,
        name,
        kind,
        rate: rateText(rate),
        taxPercent: taxPercentText(taxPercent),
      })),
    })
  },
  'catalogue.add': async ({ db, user, now }, input) => {
    const rate = parseRate(input.rate)
    if (typeof rate === 'object') return refused('invalid_input', `${rate.problem}.`, { field: 'rate' })
    const taxPercent = parseTaxPercent(input.taxPercent)
    if (typeof taxPercent === 'object')
      return refused('invalid_input', `${taxPercent.problem}.`, { field: 'taxPercent' })
    if ((await readCatalogue(db)).has(input.code)) {
      return refused('already_exists', say('calls.there_is_a_code_code_already', { code: input.code }), {
        field: 'code',
        remedy: say('calls.give_it_another_code'),
      })
    }
    await addCatalogueEntry(db, signed(user, now), { ...input, rate, taxPercent, category: '' })
    return done(input)
  },
  'offers.list': async ({ db, school }, { active }) => {
    const offers = await readOffers(db, school.minorDigits)
    return done({ offers: offers.filter((offer) => active === null || offer.active === active) })
  },
  'offers.price': async ({ db, school }, { lines }) => {
    const amounts = await amountsOf(db, school.minorDigits, lines)
    return amounts.ok ? done({ total: sumCents(amounts.value), amounts: amounts.value }) : amounts
  },
  'offers.create': async ({ db, user, now, school }, input) => {
    const amounts = await amountsOf(db, school.minorDigits, input.lines)
    if (!amounts.ok) return amounts
    if ((await readOfferedPackages(db)).has(input.code)) {
      return refused('already_exists', say('calls.there_is_a_package_code_already', { code: input.code }), {
        field: 'code',
        remedy: say('calls.give_it_another_code'),
      })
    }
    await createOffer(db, signed(user, now), {
      ...input,
      lines: input.lines.map((line) => ({ ...line, rate: parseRate(line.rate) as Rate })),
    })
    return offerByCode(db, school.minorDigits, input.code)
  },
  'offers.setActive': async ({ db, user, now, school }, { code, active }) => {
    await setOfferActive(db, signed(user, now), code, active)
    return offerByCode(db, school.minorDigits, code)
  },
}

async function offerByCode(db: ReadDb, minorDigits: number, code: string) {
  const offer = (await readOffers(db, minorDigits)).find((candidate) => candidate.code === code)
  return offer ? done(offer) : refused('not_found', say('calls.there_is_no_package_code', { code }), { field: 'code' })
}

/** The dollars of each line as it would be sold; a line that cannot be is refused at its place. */
async function amountsOf(
  db: ReadDb,
  minorDigits: number,
  lines: CallArguments<'offers.price'>['lines'],
): Promise<Outcome<Cents[]>> {
  const catalogue = await readCatalogue(db)
  const amounts: Cents[] = []
  for (const [index, line] of lines.entries()) {
    const entry = catalogue.get(line.code)
    if (!entry)
      return refused('not_found', say('calls.there_is_no_hour_type_or_item_code', { code: line.code }), {
        field: `lines.${index}.code`,
      })
    if (lines.findIndex(({ code }) => code === line.code) < index) {
      return refused('invalid_input', say('calls.code_stands_twice', { code: line.code }), {
        field: `lines.${index}.code`,
        remedy: say('calls.put_it_on_one_line'),
      })
    }
    if (line.quantity <= 0)
      return refused('invalid_input', say('calls.the_quantity_must_be_more_than_0'), {
        field: `lines.${index}.quantity`,
      })
    const rate = parseRate(line.rate)
    if (typeof rate === 'object') return refused('invalid_input', `${rate.problem}.`, { field: `lines.${index}.rate` })
    amounts.push(lineDollars({ rate, taxPercent: entry.taxPercent }, line.quantity, minorDigits))
  }
  return done(amounts)
}
