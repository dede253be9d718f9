import { z } from 'zod'
import { enteredHundredths } from './action-values.ts'
import { read, write } from './call.ts'
import { centsSchema, emptySchema, hundredthsSchema, lineKindSchema, refSchema } from './values.ts'

/** An hour type or an item. Rates and percents are plain decimals, at most 4 places. */
export const catalogueEntrySchema = z.object({
  code: refSchema,
  name: z.string().max(200),
  kind: lineKindSchema,
  rate: z.string().max(40),
  taxPercent: z.string().max(40),
})
export type CatalogueEntry = z.output<typeof catalogueEntrySchema>

export const offerSchema = z.object({
  code: refSchema,
  name: z.string(),
  active: z.boolean(),
  /** a customer was added to it: from then on it can be deactivated or copied, not edited */
  locked: z.boolean(),
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

const offerLines = z
  .array(z.object({ code: refSchema, quantity: enteredHundredths, rate: z.string().trim().max(40) }))
  .max(200)

export const catalogueCalls = {
  'catalogue.list': read({
    access: 'Access Billing Tab',
    input: emptySchema,
    output: z.object({ entries: z.array(catalogueEntrySchema) }),
  }),
  'catalogue.add': write({ access: 'Manage Packages', input: catalogueEntrySchema, output: catalogueEntrySchema }),
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
  'offers.create': write({
    access: 'Manage Packages',
    input: z.object({
      code: refSchema,
      name: z.string().trim().min(1, 'Write a name.').max(200),
      lines: offerLines.min(1, 'Add hours or items.'),
    }),
    output: offerSchema,
  }),
  'offers.setActive': write({
    access: 'Manage Packages',
    input: z.object({ code: refSchema, active: z.boolean() }),
    output: offerSchema,
  }),
}
