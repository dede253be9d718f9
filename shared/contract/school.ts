import { z } from 'zod'
import { read, write } from './call.ts'
import { emptySchema } from './values.ts'
import { say } from '../words/say.ts'

export const importErrorSchema = z.object({
  file: z.string(),
  /** the header is row 1; null where the file as a whole is meant */
  row: z.int().nullable(),
  message: z.string(),
})
export type ImportError = z.output<typeof importErrorSchema>

export const importCountsSchema = z.object({
  school: z.int(),
  hourTypes: z.int(),
  items: z.int(),
  rates: z.int(),
  packages: z.int(),
  packageLines: z.int(),
  customers: z.int(),
  users: z.int(),
  /** actions (an invoice with three lines is one) */
  activity: z.int(),
})
export type ImportCounts = z.output<typeof importCountsSchema>

export const importResultSchema = z.discriminatedUnion('outcome', [
  /** `alreadyThere` counts what the school had before, with the same content */
  z.object({
    outcome: z.literal('imported'),
    changed: z.boolean(),
    imported: importCountsSchema,
    alreadyThere: importCountsSchema,
  }),
  /** nothing at all was changed */
  z.object({ outcome: z.literal('refused'), errors: z.array(importErrorSchema) }),
])
export type ImportResult = z.output<typeof importResultSchema>

/** The files of a school folder, as a window reads them. */
export const schoolFilesSchema = z.object({
  files: z
    .array(z.object({ name: z.string().max(255), /** the bytes of the file, base64 */ content: z.base64() }))
    .min(1, say('calls.choose_a_folder_with_the_csv_files_of_a'))
    .max(50),
})

/** What a school has to work with, counted. */
export const setUpSchema = z.object({
  hasAddress: z.boolean(),
  hourTypes: z.int(),
  items: z.int(),
  /** that are sold at present */
  packages: z.int(),
  customers: z.int(),
  /** who are active, and how many of them nobody gave a password yet */
  users: z.int(),
  usersWithoutPassword: z.int(),
  /** balances that were brought over from another system */
  broughtOver: z.int(),
})
export type SetUp = z.output<typeof setUpSchema>

export const schoolCalls = {
  /** What is there of what a school needs, and what is missing. */
  'school.setUp': read({ access: 'Manage Settings', input: emptySchema, output: setUpSchema }),
  /** Brings in a school as a folder of CSV files: all or nothing. */
  'school.import': write({
    access: 'Manage Settings',
    input: schoolFilesSchema,
    output: importResultSchema,
  }),
  /** How far the running import is; null when none runs. */
  'school.importProgress': read({
    access: 'Manage Settings',
    input: emptySchema,
    output: z.object({ progress: z.object({ stage: z.string(), done: z.int(), total: z.int() }).nullable() }),
  }),
}
