import { z } from 'zod'
import { enteredHundredths } from './action-values.ts'
import { read, write } from './call.ts'
import {
  categorySchema,
  centsSchema,
  dateSchema,
  emptySchema,
  hundredthsSchema,
  lineKindSchema,
  refSchema,
} from './values.ts'
import { say } from '../words/say.ts'

/** A standard rate and its tax. Plain decimals, at most 4 places. */
const ratesShape = { rate: z.string().max(40), taxPercent: z.string().max(40) }

/** A standard rate from a day on. */
const rateFromSchema = z.object({ from: dateSchema, ...ratesShape })

/** A new hour type or item. */
export const newEntrySchema = z.object({
  code: refSchema,
  name: z.string().max(200),
  kind: lineKindSchema,
  category: categorySchema,
  ...ratesShape,
})
export type NewEntry = z.output<typeof newEntrySchema>

/** An hour type or an item; its rate and tax are those in force today. */
export const catalogueEntrySchema = newEntrySchema.extend({
  active: z.boolean(),
  /** what held before the first rate from a day on */
  first: z.object(ratesShape),
  /** by their days */
  rates: z.array(rateFromSchema),
})
export type CatalogueEntry = z.output<typeof catalogueEntrySchema>

const rateChange = z.object({ code: refSchema, ...rateFromSchema.shape })

export const offerSchema = z.object({
  code: refSchema,
  name: z.string(),
  active: z.boolean(),
  /** a customer was added to it: from then on it can be deactivated or copied, not edited */
  locked: z.boolean(),
  /** months from the sale to its last valid day; null: it never ends */
  validMonths: z.int().nullable(),
  /** what it would cost today, tax included */
  price: centsSchema,
  lines: z.array(
    z.object({
      code: refSchema,
      name: z.string(),
      kind: lineKindSchema,
      quantity: hundredthsSchema,
      rate: z.string(),
      amount: centsSchema,
    }),
  ),
})
export type Offer = z.output<typeof offerSchema>

/** A hundred years. */
const MOST_MONTHS = 1_200

const offerLines = z
  .array(z.object({ code: refSchema, quantity: enteredHundredths, rate: z.string().trim().max(40) }))
  .max(200)

const offerInput = z.object({
  code: refSchema,
  name: z.string().trim().min(1, say('calls.write_a_name')).max(200),
  validMonths: z
    .int()
    .min(1, say('calls.write_a_month_or_more'))
    .max(MOST_MONTHS, say('calls.write_at_most_months', { most: MOST_MONTHS }))
    .nullable(),
  lines: offerLines.min(1, say('calls.add_hours_or_items')),
})

export const catalogueCalls = {
  'catalogue.list': read({
    access: 'Access Billing Tab',
    input: emptySchema,
    output: z.object({ entries: z.array(catalogueEntrySchema) }),
  }),
  'catalogue.add': write({ access: 'Manage Packages', input: newEntrySchema, output: newEntrySchema }),
  /** Name, category, and whether it is sold at the standard rate. */
  'catalogue.edit': write({
    access: 'Manage Packages',
    input: z.object({
      code: refSchema,
      name: z.string().trim().min(1, say('calls.write_a_name')).max(200),
      category: categorySchema,
      active: z.boolean(),
    }),
    output: catalogueEntrySchema,
  }),
  /** What another rate from a day on would mean, in a sentence. Refused as the change itself is. */
  'catalogue.rateSentence': read({
    access: 'Manage Packages',
    input: rateChange,
    output: z.object({ sentence: z.string() }),
  }),
  /** Another standard rate and tax from a day on; of the same day, the last holds. Refused: wrong_date. */
  'catalogue.setRate': write({ access: 'Manage Packages', input: rateChange, output: catalogueEntrySchema }),
  /** Takes a rate away that nothing was sold at. Refused: wrong_date, not_found. */
  'catalogue.removeRate': write({
    access: 'Manage Packages',
    input: z.object({ code: refSchema, from: dateSchema }),
    output: catalogueEntrySchema,
  }),
  /** The packages that the school sells or sold. */
  'offers.list': read({
    access: 'Access Billing Tab',
    input: z.object({ active: z.boolean().nullable() }),
    output: z.object({ offers: z.array(offerSchema) }),
  }),
  /** What a package with these lines would cost, as one types. */
  'offers.price': read({
    access: 'Manage Packages',
    input: z.object({ lines: offerLines }),
    output: z.object({ total: centsSchema, amounts: z.array(centsSchema) }),
  }),
  'offers.create': write({ access: 'Manage Packages', input: offerInput, output: offerSchema }),
  /** Only as long as no customer was added to it. Refused: wrong_state, not_found. */
  'offers.edit': write({ access: 'Manage Packages', input: offerInput, output: offerSchema }),
  'offers.setActive': write({
    access: 'Manage Packages',
    input: z.object({ code: refSchema, active: z.boolean() }),
    output: offerSchema,
  }),
}
