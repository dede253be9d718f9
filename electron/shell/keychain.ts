import type { Encryption } from '../storage/kept-password.ts'

/** The pieces of Electron's safeStorage that are used here. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  /** on Linux alone */
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(bytes: Buffer): string
}

/** Where nobody keeps a secret Electron encrypts with a word that stands in its source; before its start it says unknown. */
const NO_KEYCHAIN: readonly string[] = ['basic_text', 'unknown']

/** The system's keychain, once the application is ready; null where there is none that keeps a secret. */
export function keychainOf(safeStorage: SafeStorage, platform: NodeJS.Platform): Encryption | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (platform === 'linux' && NO_KEYCHAIN.includes(safeStorage.getSelectedStorageBackend?.() ?? 'unknown')) return null
  return {
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(bytes),
  }
}
