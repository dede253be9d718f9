import ElectronStore from 'electron-store'
import { settingsOf, type SettingsStore } from './schema.ts'

/** The settings of this computer, as Electron keeps them. */
export function openDesktopSettings(): SettingsStore {
  const store = new ElectronStore<Record<string, unknown>>({ name: 'settings', clearInvalidConfig: true })
  return {
    read: () => settingsOf(store.store),
    write: (settings) => {
      store.store = { ...store.store, ...settings }
    },
  }
}
