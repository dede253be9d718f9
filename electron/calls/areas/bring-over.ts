import { billingTerms } from '../../billing/terms.ts'
import { done } from '../../../shared/failure.ts'
import { readOver } from '../../school/bringing-over/bring-over.ts'
import { readSheet } from '../../school/bringing-over/sheet.ts'
import type { Readings } from '../threads/reading.ts'

/** Bringing the balances of students over from another system's spreadsheet: how it is read. */
export const bringOverReadings: Readings<'bringOver.read'> = {
  'bringOver.read': async ({ db, school, now }, input) => {
    const bytes = Buffer.from(input.file.content, 'base64')
    const rows = await readSheet({ name: input.file.name, bytes })
    const read = await readOver(db, billingTerms(school, now, 'past'), rows, input)
    return read.ok ? done(read.value.shown) : read
  },
}
