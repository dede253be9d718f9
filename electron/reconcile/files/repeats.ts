import { createHash } from 'node:crypto'
import type { Receipt } from '../../../shared/contract/reconcile-file.ts'
import type { ReadReceipt } from './read-lines.ts'

/** A line with what it is recognised by, and whether it stands twice. */
export interface Recognised {
  readonly receipt: ReadReceipt
  readonly fingerprint: string
  readonly repeats: Receipt['repeats']
}

/**
 * Notices lines that were taken before or stand in the file twice. With a reference, the same line again is a repeat.
 * Without one, a bank may well report two equal deposits on one day: the second of them is another line, and a file
 * that overlaps repeats as many of them as were taken.
 * @param taken the fingerprints of the source's lines
 */
export function recognised(receipts: readonly ReadReceipt[], taken: (fingerprint: string) => boolean): Recognised[] {
  const times = new Map<string, number>()
  return receipts.map((receipt) => {
    const same = contentHash(receipt)
    const before = times.get(same) ?? 0
    times.set(same, before + 1)
    const fingerprint = receipt.reference === '' ? `${same} ${before + 1}` : same
    const inThisFile = receipt.reference !== '' && before > 0
    const repeats = inThisFile ? 'in_this_file' : taken(fingerprint) ? 'taken_before' : null
    return { receipt, fingerprint, repeats }
  })
}

/** Without the payout: a file of before it was paid out does not name it yet. */
function contentHash({ date, amount, fee, reference, name, text }: ReadReceipt): string {
  const content = JSON.stringify([date, amount, fee, reference, name, text])
  return createHash('sha256').update(content).digest('base64url')
}
