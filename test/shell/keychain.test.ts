import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keychainOf, type SafeStorage } from '../../electron/shell/keychain.ts'
import { forgetPassword, keepPassword, keptPassword, type Encryption } from '../../electron/storage/kept-password.ts'
import { temporaryFolder } from '../temporary-school.ts'

const ADDRESS = 'postgres://front@server.example/school'

/** Electron's own, as it answers on a computer with a keychain; what it makes is not readable. */
function safeStorage(answers: Partial<SafeStorage> = {}): SafeStorage {
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xa5))
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => turned(Buffer.from(text)),
    decryptString: (bytes) => turned(bytes).toString(),
    ...answers,
  }
}

function keychain(): Encryption {
  const found = keychainOf(safeStorage(), 'linux')
  if (!found) throw new Error('no keychain')
  return found
}

describe('the keychain of the system', () => {
  const cases: readonly (readonly [NodeJS.Platform, Partial<SafeStorage>, boolean])[] = [
    ['linux', {}, true],
    ['linux', { getSelectedStorageBackend: () => 'kwallet6' }, true],
    ['linux', { getSelectedStorageBackend: () => 'basic_text' }, false],
    ['linux', { getSelectedStorageBackend: () => 'unknown' }, false],
    ['linux', { isEncryptionAvailable: () => false }, false],
    // Only Linux has a choice of them.
    ['darwin', { getSelectedStorageBackend: () => 'unknown' }, true],
    ['win32', { getSelectedStorageBackend: () => 'unknown' }, true],
    ['win32', { isEncryptionAvailable: () => false }, false],
  ]
  it.each(cases)('on %s, %o: %s', (platform, answers, there) =>
    expect(keychainOf(safeStorage(answers), platform) !== null).toBe(there),
  )
})

describe('a password of a server that is kept', () => {
  it('is found again, by its address alone, and is nowhere in the folder to be read', () => {
    const folder = temporaryFolder()
    keepPassword(folder, keychain(), ADDRESS, 'horse battery')
    expect(keptPassword(folder, keychain(), ADDRESS)).toBe('horse battery')
    expect(keptPassword(folder, keychain(), 'postgres://front@elsewhere.example/school')).toBeNull()
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8')
      expect(text).not.toContain('horse')
      expect(Buffer.from(text, 'base64').toString()).not.toContain('horse')
      if (process.platform !== 'win32') expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
    }
  })

  it('is none where nothing was kept, where it was forgotten, and where another keychain made it', () => {
    const folder = temporaryFolder()
    expect(keptPassword(folder, keychain(), ADDRESS)).toBeNull()
    keepPassword(folder, keychain(), ADDRESS, 'horse')
    const other: Encryption = {
      ...keychain(),
      decrypt: () => {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
      },
    }
    expect(keptPassword(folder, other, ADDRESS)).toBeNull()
    writeFileSync(join(folder, 'server-password'), 'not what was written')
    expect(keptPassword(folder, keychain(), ADDRESS)).toBeNull()
    keepPassword(folder, keychain(), ADDRESS, 'horse')
    forgetPassword(folder)
    expect(keptPassword(folder, keychain(), ADDRESS)).toBeNull()
  })
})
