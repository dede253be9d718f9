import { z } from 'zod'
import { aside, write } from './call.ts'
import { centsSchema, dateSchema, hundredthsSchema, refSchema } from './values.ts'

/** What a column of a spreadsheet from another system means; with a code: of that hour type or item. */
export const MEANINGS = [
  'number',
  'name',
  'email',
  'phone',
  'package',
  'added',
  'end',
  'price',
  'paid',
  'owed',
  'account',
  'code',
  'used',
  'left',
  'included',
  'rate',
] as const
export const meaningSchema = z.object({ of: z.enum(MEANINGS), code: refSchema.nullable() })
export type Meaning = z.output<typeof meaningSchema>
/** By the columns' places; null: the column is not looked at. */
export const meaningsSchema = z.array(meaningSchema.nullable()).max(200)
export type Meanings = z.output<typeof meaningsSchema>

const sheetSchema = z.object({
  file: z.object({ name: z.string().max(255), /** the bytes, base64 */ content: z.base64() }),
  /** the day of the change-over: the balances are those at its beginning */
  day: dateSchema,
  /** null: proposed from the names of the columns */
  meanings: meaningsSchema.nullable(),
  /** whether customers that the school does not know are made on the way */
  makeCustomers: z.boolean(),
  /** whether packages that the school does not know are made on the way, as far as the spreadsheet says what is in them */
  makePackages: z.boolean(),
})
export type SheetInput = z.output<typeof sheetSchema>

const problemSchema = z.object({
  /** as the spreadsheet counts; null: the file as a whole */
  row: z.int().nullable(),
  message: z.string(),
})

/** A student's package as it will be. */
export const broughtPackageSchema = z.object({
  package: refSchema,
  packageName: z.string(),
  ref: refSchema,
  added: dateSchema,
  /** the last valid day; null: it never ends */
  end: dateSchema.nullable(),
  price: centsSchema,
  paid: centsSchema,
  owed: centsSchema,
  funds: centsSchema,
  lines: z.array(
    z.object({
      code: refSchema,
      name: z.string(),
      included: hundredthsSchema,
      used: hundredthsSchema,
      left: hundredthsSchema,
    }),
  ),
})

export const broughtStudentSchema = z.object({
  number: z.string(),
  name: z.string(),
  /** made on the way */
  isNew: z.boolean(),
  account: centsSchema.nullable(),
  packages: z.array(broughtPackageSchema),
})
export type BroughtStudent = z.output<typeof broughtStudentSchema>

/** A package that would be made on the way. */
const madePackageSchema = z.object({
  code: refSchema,
  price: centsSchema,
  lines: z.array(
    z.object({
      code: refSchema,
      name: z.string(),
      quantity: hundredthsSchema,
      rate: z.string(),
      /** the school's own, where the spreadsheet says none */
      isStandard: z.boolean(),
    }),
  ),
})
export type MadePackageShown = z.output<typeof madePackageSchema>

export const sheetReadSchema = z.object({
  header: z.array(z.string()),
  firstRows: z.array(z.array(z.string())),
  meanings: meaningsSchema,
  madePackages: z.array(madePackageSchema),
  students: z.array(broughtStudentSchema),
  problems: z.array(problemSchema),
})
export type SheetRead = z.output<typeof sheetReadSchema>

export const bringOverCalls = {
  /** How a spreadsheet is read, and every student's balance as it would be; changes nothing. */
  'bringOver.read': aside({ access: 'Manage Settings', input: sheetSchema, output: sheetReadSchema }),
  /** All or nothing; what was brought over before with the same content stays as it is. */
  'bringOver.record': write({
    access: 'Manage Settings',
    input: sheetSchema,
    output: z.object({ students: z.int(), recorded: z.int(), alreadyThere: z.int(), problems: z.array(problemSchema) }),
  }),
}
