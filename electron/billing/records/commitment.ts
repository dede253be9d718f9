import { hash, randomBytes } from 'node:crypto'

const SALT_BYTES = 16
const COMMITMENT_LENGTH = 22

export interface CommittedText {
  readonly place: number
  readonly salt: Uint8Array
  readonly text: string
}

export function newSalt(): Uint8Array {
  return randomBytes(SALT_BYTES)
}

/**
 * What a document holds of a personal text: it tells whether the text beside it is the one of then, and nothing about
 * the text once its salt is gone.
 */
export function commitment(salt: Uint8Array, text: string): string {
  const bytes = Buffer.allocUnsafe(salt.length + Buffer.byteLength(text))
  bytes.set(salt)
  bytes.write(text, salt.length)
  return hash('sha256', bytes, 'base64url').slice(0, COMMITMENT_LENGTH)
}
