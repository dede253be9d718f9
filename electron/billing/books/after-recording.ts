import { hundredths } from '../../../shared/quantity.ts'
import type { CustomerPackage } from '../customer-package.ts'
import type { Recording } from './recording.ts'

/** A customer package after the states that an entry's postings do not carry. */
export function afterRecording(pack: CustomerPackage, { entry, states }: Recording): CustomerPackage {
  const mentioned = entry.history.some(({ subject }) => subject === pack.id)
  const lastDay = mentioned && entry.date > pack.lastDay ? entry.date : pack.lastDay
  const state = states?.get(pack.id)
  if (!state) return { ...pack, lastDay }
  const { adjusted, ...rest } = state
  if (!adjusted) return { ...pack, ...rest, lastDay }
  const lines = pack.lines.map((line) =>
    line.line === adjusted.line ? { ...line, adjusted: hundredths(line.adjusted + adjusted.by) } : line,
  )
  return { ...pack, ...rest, lines, lastDay }
}
