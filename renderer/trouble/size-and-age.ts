import type { BackupCopy } from '../../shared/contract/backups.ts'
import { instantText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { sizeText } from '../settings/chosen-files.ts'

/** How instants are written where no school says how: as this computer writes them. */
export const OF_THIS_COMPUTER = {
  locale: navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
} as const

export interface Clock {
  readonly locale: string
  readonly timeZone: string
}

/** A backup in a line: when it was made, what it holds, how big it is. */
export function copyText(copy: BackupCopy, { locale, timeZone }: Clock): string {
  const made = instantText(copy.madeAt, locale, timeZone)
  const size = sizeText(copy.bytes)
  return copy.entries === null
    ? say('backups.copyUnknown', { made, size })
    : say('backups.copyLine', { made, size, entries: copy.entries })
}

/** How far a backup can be relied on. */
export function stateText(copy: BackupCopy): string {
  return say(`backups.state_${copy.state}`)
}

/** Why it was made. */
export function reasonText(copy: BackupCopy): string {
  return copy.reason === null ? '' : say(`backups.reason_${copy.reason}`)
}
