import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { PASSWORD_COST } from './password-cost.ts'

const KEY_BYTES = 32

/** Turns a password into the text that is kept: parameters, salt and key. */
export async function keptPassword(password: string, { N, r, p } = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, N, r, p)
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether a password is the one kept. Takes the same time where there is none kept. */
export async function passwordFits(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = (kept ?? NOBODYS).split('$')
  const expected = Buffer.from(key ?? '', 'base64')
  const derived = await derive(password, Buffer.from(salt ?? '', 'base64'), Number(N), Number(r), Number(p))
  return expected.length === derived.length && timingSafeEqual(expected, derived) && kept !== null
}

const NOBODYS = [
  'scrypt',
  PASSWORD_COST.N,
  PASSWORD_COST.r,
  PASSWORD_COST.p,
  'AAAAAAAAAAAAAAAAAAAAAA==',
  Buffer.alloc(KEY_BYTES).toString('base64'),
].join('$')

function derive(password: string, salt: Buffer, N: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
