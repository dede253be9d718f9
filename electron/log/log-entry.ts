import type { BackupCopy } from '../../shared/contract/backups.ts'
import type { CallName } from '../../shared/contract/index.ts'
import type { TroubleKind } from '../../shared/contract/trouble-kinds.ts'
import type { FailureCode } from '../../shared/failure.ts'

/** How something ended. */
type Ended = 'done' | FailureCode

/**
 * What may stand in the log. There is no place for what people write: only names that the program has itself, numbers
 * of milliseconds, bytes, rows and versions.
 */
export type LogEntry =
  | {
      readonly event: 'start'
      readonly host: 'window' | 'browser'
      readonly version: string
      readonly node: string
      readonly system: string
    }
  | { readonly event: 'opened'; readonly bytes: number; readonly ms: number }
  | { readonly event: 'trouble'; readonly kind: TroubleKind }
  | { readonly event: 'closed'; readonly ms: number }
  | { readonly event: 'copied'; readonly by: 'entries' | 'whole'; readonly ms: number }
  | { readonly event: 'without server' | 'with server'; readonly waiting: number }
  | { readonly event: 'migrated'; readonly from: number; readonly to: number; readonly ms: number }
  | { readonly event: 'call refused'; readonly call: CallName | null; readonly code: FailureCode; readonly ms: number }
  | { readonly event: 'call slow'; readonly call: CallName; readonly ms: number }
  | {
      readonly event: 'backup'
      readonly reason: NonNullable<BackupCopy['reason']>
      readonly state: BackupCopy['state'] | null
      readonly ended: Ended
      readonly ms: number
    }
  | { readonly event: 'verified'; readonly findings: number; readonly ended: Ended; readonly ms: number }
  | { readonly event: 'restored' | 'rebuilt'; readonly ended: Ended; readonly ms: number }
  | { readonly event: 'command'; readonly command: string; readonly status: number; readonly ms: number }
  | { readonly event: 'place'; readonly to: 'folder' | 'server'; readonly moved: boolean; readonly ms: number }
  | { readonly event: 'window'; readonly what: 'gone' | 'unresponsive' | 'session ended' }
  | { readonly event: 'broken'; readonly kind: string; readonly places: readonly string[] }
