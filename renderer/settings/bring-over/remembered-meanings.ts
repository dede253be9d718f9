import { meaningsSchema, type Meanings } from '../../../shared/contract/bring-over.ts'

const KEY = 'blocktime.bring-over.columns'

/** What the columns of a spreadsheet with the same names meant the last time; null where it was never named. */
export function rememberedMeanings(header: readonly string[]): Meanings | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>
    const read = meaningsSchema.safeParse(kept[header.join('\n')])
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Keeps what the columns mean, for the next spreadsheet with the same names. */
export function rememberMeanings(header: readonly string[], meanings: Meanings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ [header.join('\n')]: meanings }))
  } catch {
    // Named anew the next time, where the window may keep nothing.
  }
}
