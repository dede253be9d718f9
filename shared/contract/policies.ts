import { z } from 'zod'
import { enteredCents, enteredHundredths } from './action-values.ts'
import { read, write } from './call.ts'
import { centsSchema, dateSchema, emptySchema, hundredthsSchema, refSchema } from './values.ts'
import { say } from '../words/say.ts'

/** What a leaver gets back: unspent funds as they are, less what this policy says. */
export const withdrawalPolicySchema = z.object({
  /** used hours count at the standard rates of the day, not at the package's */
  repriceUsedHours: z.boolean(),
  /** what the school keeps for its work */
  fee: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('fixed'), amount: enteredCents }),
    z.object({
      kind: z.literal('percent'),
      /** of what is unused, in hundredths of a percent: 1000 is 10 % */
      percent: z.int().min(0, say('calls.write_0_or_more')).max(10_000, say('calls.a_fee_is_at_most_100_percent')),
      /** the most that is kept; null: no limit */
      cap: enteredCents.nullable(),
    }),
  ]),
})
export type WithdrawalPolicy = z.output<typeof withdrawalPolicySchema>

/** When a package is running low. */
export const runningLowPolicySchema = z.object({
  /** an hour type with less than this left, in hundredths of an hour */
  hours: enteredHundredths,
  /** at the student's own pace, used up within so many days */
  days: z.int().min(1, say('calls.write_1_day_or_more')).max(365, say('calls.write_at_most_365_days')),
})
export type RunningLowPolicy = z.output<typeof runningLowPolicySchema>

/** The school's logo, as it goes on paper: a JPEG on white. */
export const logoSchema = z.object({
  /** the bytes, base64 */
  content: z.base64().max(700_000, say('calls.a_logo_has_at_most_500_kb')),
})
export type Logo = z.output<typeof logoSchema>

/** In minor units: no coin is worth as much. */
const LARGEST_CASH_STEP = 100_000

export const schoolDetailsSchema = z.object({
  name: z.string().trim().min(1, say('calls.write_the_name_of_the_school')).max(200),
  address: z.string().trim().max(1_000),
  /** IANA name */
  timeZone: z.string().trim().min(1, say('calls.write_the_time_zone_like_america_denver')).max(100),
  /** BCP 47 */
  locale: z.string().trim().min(1, say('calls.write_the_language_and_region_like_en_us')).max(50),
  /** whether package funds may go below zero (used before paid) */
  fundsBelowZero: z.boolean(),
  /** the step to which cash is rounded, in minor units; 0: it is not */
  cashStep: z.int().min(0).max(LARGEST_CASH_STEP, say('calls.write_a_smaller_step')),
})

const policiesSchema = z.object({
  details: schoolDetailsSchema,
  withdrawal: withdrawalPolicySchema,
  runningLow: runningLowPolicySchema,
})
export type Policies = z.output<typeof policiesSchema>

/** Why a customer package is running low. */
export const lowReasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hours'), code: z.string(), name: z.string(), remaining: hundredthsSchema }),
  z.object({ kind: z.literal('funds'), funds: centsSchema }),
  z.object({
    kind: z.literal('pace'),
    code: z.string(),
    name: z.string(),
    remaining: hundredthsSchema,
    /** whole days that it lasts at the pace of the last weeks */
    daysLeft: z.int(),
  }),
])
export type LowReason = z.output<typeof lowReasonSchema>

export const lowRowSchema = z.object({
  ref: refSchema,
  customerNumber: z.string(),
  customerName: z.string(),
  email: z.string(),
  phone: z.string(),
  packageName: z.string(),
  lastActivity: dateSchema,
  /** null where the package never ends */
  lastValid: dateSchema.nullable(),
  reasons: z.array(lowReasonSchema),
})
export type LowRow = z.output<typeof lowRowSchema>

/** What a leaver would get back, with its workings: they add up to the refund. */
export const withdrawalSchema = z.object({
  ref: refSchema,
  customerNumber: z.string(),
  customerName: z.string(),
  packageName: z.string(),
  workings: z.array(z.object({ words: z.string(), amount: centsSchema })),
  /** never below 0 */
  refund: centsSchema,
  /** the last entry of the package: what a refund posted from it names as its basis */
  lastEntry: z.int(),
})
export type Withdrawal = z.output<typeof withdrawalSchema>

export const policiesCalls = {
  'policies.get': read({ access: 'Access Billing Tab', input: z.object({}), output: policiesSchema }),
  'policies.set': write({ access: 'Manage Settings', input: policiesSchema, output: policiesSchema }),
  /** The school's logo; null where it has none. */
  'school.logo': read({
    access: 'Access Billing Tab',
    input: emptySchema,
    output: z.object({ logo: logoSchema.nullable() }),
  }),
  /** Sets the logo, or takes it away with null. Refused: invalid_input where it is no JPEG. */
  'school.setLogo': write({
    access: 'Manage Settings',
    input: z.object({ logo: logoSchema.nullable() }),
    output: emptySchema,
  }),
  /** What the customer of a package would get back today under the school's policy. */
  'packages.withdrawal': read({
    access: ['Access Billing Tab', 'Issue Refunds'],
    input: z.object({ ref: refSchema }),
    output: withdrawalSchema,
  }),
  /** Every active customer package that is running low, those that need a call soonest first. */
  'packages.runningLow': read({
    access: 'Access Billing Tab',
    input: z.object({ search: z.string().max(200) }),
    output: z.object({ rows: z.array(lowRowSchema), policy: runningLowPolicySchema }),
  }),
}
