import ElectronStore from 'electron-store'
import type { SettingsStore } from './schema.ts'
import { fileOptions, readSettings } from './settings-file.ts'

/** The settings of a data folder, as Electron keeps them. */
export function openDesktopSettings(dataFolder: string): SettingsStore {
  const { configName: name, ...options } = fileOptions(dataFolder)
  const store = new ElectronStore<Record<string, unknown>>({ ...options, name })
  return {
    read: () => readSettings(dataFolder),
    write: async (settings) => {
      store.store = { ...store.store, ...settings }
    },
  }
}
