import type { SettingsStore } from './schema.ts'
import { fileOptions, readSettings } from './settings-file.ts'

/** The settings of a data folder, outside Electron. */
export function openDeskSettings(dataFolder: string): SettingsStore {
  return {
    read: () => readSettings(dataFolder),
    write: async (settings) => {
      const { default: Conf } = await import('conf')
      const store = new Conf<Record<string, unknown>>(fileOptions(dataFolder))
      store.store = { ...store.store, ...settings }
    },
  }
}
