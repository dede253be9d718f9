import type { Moment } from '../people/moment.ts'
import type { HostKind } from '../statements/papers-folder.ts'
import type { Encryption } from '../storage/kept-password.ts'
import type { ChooseFolder } from './areas/places.ts'

/** What an application is opened with. */
export interface ApplicationOptions {
  readonly dataFolder: string
  readonly clock?: () => Date
  /** milliseconds that really passed; by the clock where one is given, so that a test moves both at once */
  readonly elapsed?: () => number
  /** a desk that nobody touches locks itself after so many minutes; 15 where nothing is said */
  readonly idleMinutes?: number | undefined
  /** which host shows the windows; the desktop where nothing is said */
  readonly host?: HostKind
  /** what keeps the password of a server; null where the host has no keychain */
  readonly keychain?: Encryption | null
  /** the host's own dialog for folders, where it has one */
  readonly chooseFolder?: ChooseFolder
  /** whether backups are made by themselves: by the hosts, where days of work end */
  readonly backups?: boolean
}

/** When something is asked: by the clock, and by the time that really passes. */
export function momentOf({ clock, elapsed }: ApplicationOptions, now: Date): Moment {
  return { now, elapsed: elapsed?.() ?? (clock ? now.getTime() : performance.now()) }
}
