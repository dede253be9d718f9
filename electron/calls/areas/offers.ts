import type { CallArguments } from '../../../shared/contract/index.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { sumCents, type Cents } from '../../../shared/money.ts'
import { parseRate, type Rate } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import { PriceList } from '../../billing/books/price-list-store.ts'
import { readOfferedPackages } from '../../billing/catalogue-store.ts'
import { lineDollars } from '../../billing/draw.ts'
import { createOffer, editOffer, readOffers, setOfferActive, type OfferGiven } from '../../billing/offers-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { signed, type Implementations, type SignedIn } from '../implementation.ts'

type Lines = CallArguments<'offers.price'>['lines']

/** The packages that the school sells. */
export const offersImplementations: Implementations<`offers.${'list' | 'price' | 'create' | 'edit' | 'setActive'}`> = {
  'offers.list': async ({ db, school, today }, { active }) => {
    const offers = await readOffers(db, school.minorDigits, today)
    return done({ offers: offers.filter((offer) => active === null || offer.active === active) })
  },
  'offers.price': async ({ db, school, today }, { lines }) => {
    const amounts = await amountsOf(db, school.minorDigits, today, lines)
    return amounts.ok ? done({ total: sumCents(amounts.value), amounts: amounts.value }) : amounts
  },
  'offers.create': async (caller, input) => {
    const { db, user, now, school, today } = caller
    const amounts = await amountsOf(db, school.minorDigits, today, input.lines)
    if (!amounts.ok) return amounts
    if ((await readOfferedPackages(db)).has(input.code)) {
      return refused('already_exists', say('refused_calls.there_is_a_package_code_already', { code: input.code }), {
        field: 'code',
        remedy: say('refused_calls.give_it_another_code'),
      })
    }
    await createOffer(db, signed(user, now), given(input))
    return offerByCode(caller, input.code)
  },
  'offers.edit': async (caller, input) => {
    const { db, user, now, school, today } = caller
    const amounts = await amountsOf(db, school.minorDigits, today, input.lines)
    if (!amounts.ok) return amounts
    const offer = await offerByCode(caller, input.code)
    if (!offer.ok) return offer
    if (offer.value.locked) {
      return refused('wrong_state', say('refused_calls.package_is_locked', { code: input.code }), {
        remedy: say('refused_calls.package_is_locked_remedy'),
      })
    }
    await editOffer(db, signed(user, now), given(input))
    return offerByCode(caller, input.code)
  },
  'offers.setActive': async (caller, { code, active }) => {
    const { db, user, now } = caller
    await setOfferActive(db, signed(user, now), code, active)
    return offerByCode(caller, code)
  },
}

/** The rates were read once already, with the amounts. */
function given(input: CallArguments<'offers.create'>): OfferGiven {
  return { ...input, lines: input.lines.map((line) => ({ ...line, rate: parseRate(line.rate) as Rate })) }
}

async function offerByCode({ db, school, today }: SignedIn & { readonly db: ReadDb }, code: string) {
  const offer = (await readOffers(db, school.minorDigits, today)).find((candidate) => candidate.code === code)
  return offer
    ? done(offer)
    : refused('not_found', say('refused_calls.there_is_no_package_code', { code }), { field: 'code' })
}

/** The dollars of each line as it would be sold today; a line that cannot be is refused at its place. */
async function amountsOf(
  db: ReadDb,
  minorDigits: number,
  today: BusinessDate,
  lines: Lines,
): Promise<Outcome<Cents[]>> {
  const prices = await PriceList.read(db)
  const amounts: Cents[] = []
  for (const [index, line] of lines.entries()) {
    const entry = prices.atStandardRate(line.code, today)
    if (!entry)
      return refused('not_found', say('refused_calls.there_is_no_hour_type_or_item_code', { code: line.code }), {
        field: `lines.${index}.code`,
      })
    if (lines.findIndex(({ code }) => code === line.code) < index) {
      return refused('invalid_input', say('refused_calls.code_stands_twice', { code: line.code }), {
        field: `lines.${index}.code`,
        remedy: say('refused_calls.put_it_on_one_line'),
      })
    }
    if (line.quantity <= 0)
      return refused('invalid_input', say('refused_calls.the_quantity_must_be_more_than_0'), {
        field: `lines.${index}.quantity`,
      })
    const rate = parseRate(line.rate)
    if (typeof rate === 'object') return refused('invalid_input', `${rate.problem}.`, { field: `lines.${index}.rate` })
    amounts.push(lineDollars({ rate, taxPercent: entry.taxPercent }, line.quantity, minorDigits))
  }
  return done(amounts)
}
