import ElectronStore from 'electron-store'
import { keptSettings } from './kept-settings.ts'
import { say } from '../../shared/words/say.ts'
import type { SettingsStore } from './schema.ts'

/** The settings of a data folder, as Electron keeps them. */
export function openDesktopSettings(dataFolder: string): SettingsStore {
  return keptSettings(
    dataFolder,
    () =>
      new ElectronStore<Record<string, unknown>>({
        cwd: dataFolder,
        name: 'settings',
        clearInvalidConfig: true,
        configFileMode: 0o600,
      }),
    (error) =>
      process.stderr.write(`${say('settings.the_settings_could_not_be_kept_error', { error: String(error) })}\n`),
  )
}
