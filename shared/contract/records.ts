import { z } from 'zod'
import { aside, read, write } from './call.ts'
import { exportedFileSchema } from './exports.ts'
import { emptySchema, refSchema } from './values.ts'

/** What a record changed: who, when, and each field as it was and as it became. */
export const recordChangeSchema = z.object({
  entry: z.int(),
  /** ISO 8601, UTC */
  at: z.string(),
  /** who did it; null: the command line, or the first start */
  by: z.string().nullable(),
  /** the file of an import; null where it was no import */
  file: z.string().nullable(),
  /** what was found when the records began, made anew, changed, or erased */
  how: z.enum(['found', 'made', 'changed', 'erased']),
  fields: z.array(
    z.object({
      /** its label, in words */
      label: z.string(),
      /** null: it was not there */
      before: z.string().nullable(),
      /** null: it is not there any more */
      after: z.string().nullable(),
    }),
  ),
})
export type RecordChange = z.output<typeof recordChangeSchema>

/** What erasing a former customer takes away, in words. */
export const erasureSchema = z.object({ number: refSchema, name: z.string(), sentence: z.string() })

export const recordHistorySchema = z.object({ changes: z.array(recordChangeSchema) })

/** The records of one customer, code, package, user, or of the school: the last change first. */
export const recordsCalls = {
  'customers.records': read({
    access: 'Access Billing Tab',
    input: z.object({ number: refSchema }),
    output: recordHistorySchema,
  }),
  'catalogue.records': read({
    access: 'Manage Packages',
    input: z.object({ code: refSchema }),
    output: recordHistorySchema,
  }),
  'offers.records': read({
    access: 'Manage Packages',
    input: z.object({ code: refSchema }),
    output: recordHistorySchema,
  }),
  'users.records': read({
    access: 'Manage Users',
    input: z.object({ username: refSchema }),
    output: recordHistorySchema,
  }),
  /** What erasing would take away. Refused: wrong_state where the customer is no former one. */
  'customers.erasure': read({
    access: 'Manage Settings',
    input: z.object({ number: refSchema }),
    output: erasureSchema,
  }),
  /** Deletes what the records of a former customer say of the person, for good. */
  'customers.erase': write({
    access: 'Manage Settings',
    input: z.object({ number: refSchema }),
    output: erasureSchema,
  }),
  /** Everything that the school holds of one customer, for that customer: a text and JSON in one archive. */
  'customers.allData': aside({
    access: ['Access Billing Tab', 'View All Student Enrollments'],
    input: z.object({ number: refSchema }),
    output: exportedFileSchema,
  }),
  'school.records': read({ access: 'Manage Settings', input: emptySchema, output: recordHistorySchema }),
}
