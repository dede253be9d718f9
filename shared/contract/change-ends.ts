import { z } from 'zod'
import { actionDoneSchema } from './action-values.ts'
import { read, write } from './call.ts'
import { say } from '../words/say.ts'
import { dateSchema, hundredthsSchema, packageListFilterSchema, packageStatusSchema, refSchema } from './values.ts'

/** At most so many packages at once: more would keep everybody else waiting. */
export const MOST_ENDS = 2_000

/** Ten years. */
const MOST_DAYS = 3_660
const MOST_MONTHS = 120

/** A package of the list whose last valid day can be changed. */
export const endingRowSchema = z.object({
  ref: refSchema,
  customerName: z.string(),
  packageName: z.string(),
  status: packageStatusSchema,
  /** null: it never ends */
  lastValid: dateSchema.nullable(),
  /** hours left of the hour type that was asked for; null where none was */
  left: hundredthsSchema.nullable(),
})
export type EndingRow = z.output<typeof endingRowSchema>

/** The new last valid day of each: one day for all, none any more, or so much longer than it is. */
export const newEndSchema = z.discriminatedUnion('how', [
  z.object({ how: z.literal('day'), day: dateSchema }),
  z.object({ how: z.literal('never') }),
  z.object({
    how: z.literal('days'),
    count: z
      .int()
      .min(1, say('calls.write_1_or_more'))
      .max(MOST_DAYS, say('calls.write_at_most', { most: MOST_DAYS })),
  }),
  z.object({
    how: z.literal('months'),
    count: z
      .int()
      .min(1, say('calls.write_1_or_more'))
      .max(MOST_MONTHS, say('calls.write_at_most', { most: MOST_MONTHS })),
  }),
])
export type NewEnd = z.output<typeof newEndSchema>

const changes = {
  access: ['Access Billing Tab', 'Adjust Packages'] as ['Access Billing Tab', 'Adjust Packages'],
  input: z.object({
    /** business date; null: today at the school */
    date: dateSchema.nullable(),
    /** the reason */
    note: z.string().max(2_000),
    to: newEndSchema,
    /** each with the last valid day that was shown: where somebody changed one since, nothing is changed */
    packages: z
      .array(z.object({ ref: refSchema, was: dateSchema.nullable() }))
      .min(1)
      .max(MOST_ENDS),
  }),
}

export const changeEndsCalls = {
  /** The packages of a search and filter that can be given another last valid day, by customer. */
  'packages.endings': read({
    access: 'Access Billing Tab',
    input: z.object({
      search: z.string().max(200),
      status: packageListFilterSchema.nullable(),
      /** only those on which hours of this hour type are left */
      code: refSchema.nullable(),
    }),
    output: z.object({ rows: z.array(endingRowSchema), /** more than can be changed at once */ tooMany: z.boolean() }),
  }),
  /** The last valid day of many packages: what each would become, or why it cannot. */
  'packages.changeEnds.preview': read({
    ...changes,
    output: z.object({
      rows: z.array(z.object({ ref: refSchema, end: dateSchema.nullable(), problem: z.string().nullable() })),
    }),
  }),
  /** Changes all of them or none. */
  'packages.changeEnds': write({ ...changes, output: actionDoneSchema }),
}
