import ElectronStore from 'electron-store'
import type { SettingsStore } from './schema.ts'
import { readSettings } from './settings-file.ts'
import { say } from '../../shared/words/say.ts'

/** The settings of a data folder, as Electron keeps them. */
export function openDesktopSettings(dataFolder: string): SettingsStore {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: dataFolder,
    name: 'settings',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
  return {
    read: () => readSettings(dataFolder),
    write: (settings) => {
      try {
        store.store = { ...store.store, ...settings }
      } catch (error) {
        // The window's place is no reason to trouble anybody: a folder that cannot be written says so where it matters.
        process.stderr.write(`${say('settings.the_settings_could_not_be_kept_error', { error: String(error) })}\n`)
      }
    },
  }
}
