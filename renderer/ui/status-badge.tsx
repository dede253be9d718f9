import type { InvoiceStatus, PackageStatus } from '../../shared/contract/values.ts'
import classes from './status-badge.module.css'
import { say } from '../../shared/words/say.ts'

type Tone = 'plain' | 'good' | 'warn' | 'quiet'

const WORDS: Readonly<Record<PackageStatus | InvoiceStatus, readonly [string, Tone]>> = {
  active: [say('ui.status_active'), 'good'],
  completed: [say('ui.status_completed'), 'plain'],
  expired: [say('ui.status_expired'), 'warn'],
  removed: [say('ui.status_removed'), 'quiet'],
  open: [say('ui.status_open'), 'warn'],
  partially_paid: [say('ui.status_partially_paid'), 'warn'],
  paid: [say('ui.status_paid'), 'good'],
  partially_refunded: [say('ui.status_partially_refunded'), 'plain'],
  refunded: [say('ui.status_refunded'), 'plain'],
  void: [say('ui.status_void'), 'quiet'],
  deleted: [say('ui.status_deleted'), 'quiet'],
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
