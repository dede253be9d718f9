import { z } from 'zod'

/** A column of a table on paper. */
export const paperColumnSchema = z.object({
  header: z.string(),
  /** in points; 0 takes what the others leave */
  width: z.int(),
  /** numbers stand at the end */
  align: z.enum(['start', 'end']),
})

const labelledSchema = z.object({ label: z.string(), value: z.string() })

/** A piece of a paper, from top to bottom. All texts are written the school's way already. */
export const paperPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string(), /** below it, smaller */ about: z.string() }),
  z.object({ kind: z.literal('title'), text: z.string() }),
  z.object({ kind: z.literal('figures'), items: z.array(labelledSchema) }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(paperColumnSchema),
    rows: z.array(
      z.object({
        cells: z.array(z.string()),
        bold: z.boolean(),
        /** belongs to the row above it */ joined: z.boolean(),
      }),
    ),
  }),
  /** once, at the end of what they add up */
  z.object({ kind: z.literal('sums'), rows: z.array(labelledSchema.extend({ bold: z.boolean() })) }),
  z.object({ kind: z.literal('text'), text: z.string(), quiet: z.boolean() }),
])
export type PaperPart = z.output<typeof paperPartSchema>

/** An invoice, a receipt or a statement as it stands on paper: the same content for the PDF and for the printer. */
export const paperSchema = z.object({
  /** named so in the list of the printer, and as the file */
  title: z.string(),
  /** BCP 47; it also says which paper the school writes on */
  locale: z.string(),
  /** YYYY-MM-DD of what it says */
  date: z.string(),
  school: z.object({ name: z.string(), address: z.string() }),
  /** whom it is for: the name, then what stands below it */
  to: z.object({ name: z.string(), lines: z.array(z.string()) }),
  heading: z.string(),
  facts: z.array(labelledSchema),
  parts: z.array(paperPartSchema),
  /** at the foot of each page, before the page's number */
  foot: z.string(),
})
export type Paper = z.output<typeof paperSchema>
