import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createHash } from 'node:crypto'
import { PRIVATE } from '../../storage/durable-file.ts'

/**
 * The key pair of a school's encrypted backups. What encrypts can lie open; what decrypts is itself encrypted with the
 * password, and goes with every backup: a backup and its password are enough, and no secret lies on the disk.
 */
export interface BackupKey {
  /** encrypts: an age recipient */
  readonly recipient: string
  /** decrypts, once the password has opened it: an armored age file */
  readonly key: string
}

/** scrypt with N=2^17, r=8, p=1: what OWASP recommends for passwords. */
const WORK_FACTOR = 17

/** Makes a key pair that this password opens. Takes a second on purpose: not for the thread that answers windows. */
export async function makeKey(password: string): Promise<BackupKey> {
  const age = await import('age-encryption')
  const identity = await age.generateX25519Identity()
  const encrypter = new age.Encrypter()
  encrypter.setPassphrase(password)
  encrypter.setScryptWorkFactor(WORK_FACTOR)
  const key = age.armor.encode(await encrypter.encrypt(identity))
  return { recipient: await age.identityToRecipient(identity), key }
}

/** The identity in a key; null where the password is another one. */
export async function openKey(key: string, password: string): Promise<string | null> {
  const age = await import('age-encryption')
  const decrypter = new age.Decrypter()
  decrypter.addPassphrase(password)
  try {
    return await decrypter.decrypt(age.armor.decode(key), 'text')
  } catch {
    return null
  }
}

/** Encrypts a file into a new one, and reads that one back: what cannot be decrypted would be no backup. */
export async function encryptFile(from: string, to: string, recipient: string): Promise<void> {
  const age = await import('age-encryption')
  const witness = await age.generateX25519Identity()
  const encrypter = new age.Encrypter()
  encrypter.addRecipient(recipient)
  encrypter.addRecipient(await age.identityToRecipient(witness))
  await written(await encrypter.encrypt(streamOf(from)), to)
  const again = await decrypted(to, witness)
  const [was, is] = [await hashOf(Readable.toWeb(createReadStream(from)) as never), await hashOf(again)]
  if (was !== is) throw new Error('the encrypted backup does not give the backup again')
}

/** Decrypts a file into a new one. Throws where it was changed, or the identity is not its own. */
export async function decryptFile(from: string, to: string, identity: string): Promise<void> {
  await written(await decrypted(from, identity), to)
}

async function decrypted(file: string, identity: string) {
  const age = await import('age-encryption')
  const decrypter = new age.Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(streamOf(file))
}

/** Node's stream of the web and the library's are the same; only their types differ. */
function streamOf(file: string): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(file)) as unknown as globalThis.ReadableStream<Uint8Array>
}

async function written(stream: globalThis.ReadableStream<Uint8Array>, file: string): Promise<void> {
  const readable = Readable.fromWeb(stream as unknown as ReadableStream<Uint8Array>)
  await pipeline(readable, createWriteStream(file, { mode: PRIVATE.file, flags: 'wx' }))
}

async function hashOf(stream: globalThis.ReadableStream<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of Readable.fromWeb(stream as unknown as ReadableStream<Uint8Array>))
    hash.update(part as Buffer)
  return hash.digest('hex')
}
