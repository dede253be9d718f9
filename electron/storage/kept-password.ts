import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from './durable-file.ts'

/** What encrypts for whoever works at this computer, and for nobody else: the system's keychain. */
export interface Encryption {
  encrypt(text: string): Buffer
  /** Throws where it was not encrypted here. */
  decrypt(bytes: Buffer): string
}

const FILE = 'server-password'
const schema = z.object({ address: z.string(), password: z.string() })

/**
 * Keeps a server's password in a desk's folder, encrypted together with the address: whoever writes another address
 * beside it does not have the password sent there.
 */
export function keepPassword(folder: string, encryption: Encryption, address: string, password: string): void {
  const encrypted = encryption.encrypt(JSON.stringify({ address, password }))
  writeDurably(join(folder, FILE), encrypted.toString('base64'))
}

/** The password that was kept for an address; null where there is none, or where the keychain does not open it. */
export function keptPassword(folder: string, encryption: Encryption, address: string): string | null {
  try {
    const encrypted = Buffer.from(readFileSync(join(folder, FILE), 'utf8'), 'base64')
    const kept = schema.parse(JSON.parse(encryption.decrypt(encrypted)))
    return kept.address === address ? kept.password : null
  } catch {
    // A keychain that was made anew, a folder of another computer: the person is asked again.
    return null
  }
}

export function forgetPassword(folder: string): void {
  rmSync(join(folder, FILE), { force: true })
}
