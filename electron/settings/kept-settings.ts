import type { SettingsStore } from './schema.ts'
import { readSettings } from './settings-file.ts'

/** Where settings are written. */
export interface WrittenStore {
  store: Record<string, unknown>
}

/**
 * The settings of a data folder, whose store is opened only where something is to be kept. What cannot be kept is said
 * and stops nothing: the window's place is no reason to trouble anybody.
 */
export function keptSettings(
  dataFolder: string,
  open: () => WrittenStore,
  say: (error: unknown) => void,
): SettingsStore {
  return {
    read: () => readSettings(dataFolder),
    write: (settings) => {
      try {
        const kept = open()
        kept.store = { ...kept.store, ...settings }
      } catch (error) {
        say(error)
      }
    },
  }
}
