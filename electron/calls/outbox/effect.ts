import { z } from 'zod'

const postingSchema = z.tuple([z.string(), z.int(), z.int(), z.string(), z.int(), z.int()])

/** What an entry did, as far as it is the same wherever it is recorded. */
const entrySchema = z.object({
  action: z.string(),
  ref: z.string(),
  /** JSON of what was frozen with it: rates, amounts of lines, what was paid where nothing was said */
  facts: z.string(),
  /** kind, owner, line, commodity, hundredths and minor units of each posting */
  postings: z.array(postingSchema),
})
export type PostingEffect = z.output<typeof postingSchema>
export type EntryEffect = z.output<typeof entrySchema>
const effectSchema = z.array(entrySchema)

/** What was said names things, which the server calls otherwise; what follows from it must be the same. */
export function factsOf(document: string): string {
  const { given: _, ...facts } = z.record(z.string(), z.unknown()).parse(JSON.parse(document))
  return JSON.stringify(facts)
}

export function readEffect(text: string): EntryEffect[] {
  return effectSchema.parse(JSON.parse(text))
}

/** Whether an action does at the server what it did here: the same entries with the same amounts. */
export function sameEffect(here: readonly EntryEffect[], there: readonly EntryEffect[]): boolean {
  return JSON.stringify(here.map(withoutRef)) === JSON.stringify(there.map(withoutRef))
}

function withoutRef({ action, facts, postings }: EntryEffect) {
  return [action, facts, postings]
}
