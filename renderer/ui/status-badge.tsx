import type { InvoiceStatus, PackageStatus } from '../../shared/contract/values.ts'
import classes from './status-badge.module.css'

type Tone = 'plain' | 'good' | 'warn' | 'quiet'

const WORDS: Readonly<Record<PackageStatus | InvoiceStatus, readonly [string, Tone]>> = {
  active: ['Active', 'good'],
  completed: ['Completed', 'plain'],
  removed: ['Removed', 'quiet'],
  open: ['Open', 'warn'],
  partially_paid: ['Partially paid', 'warn'],
  paid: ['Paid', 'good'],
  partially_refunded: ['Partially refunded', 'plain'],
  refunded: ['Refunded', 'plain'],
  void: ['Void', 'quiet'],
  deleted: ['Deleted', 'quiet'],
}

/** The state as a word alone. */
export function statusWord(status: PackageStatus | InvoiceStatus): string {
  return WORDS[status][0]
}

/** The state of a customer package or an invoice, as a word on a quiet ground. */
export function StatusBadge({ status }: { status: PackageStatus | InvoiceStatus }) {
  const [word, tone] = WORDS[status]
  return (
    <span className={classes.badge} data-tone={tone}>
      {word}
    </span>
  )
}
