import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addressText, readAddress } from '../../electron/storage/server-address.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { ownServer } from './own-server.ts'
import { asSql, hasServer, startAgain, stopServer } from './server.ts'
import { certificateFor } from './certificate.ts'
import { deskAt } from './temporary-server.ts'

/** A server that encrypts, under a certificate of an authority of its own, and asks for passwords. */
describe.skipIf(!hasServer)('the way to a server', () => {
  let authority: string
  let stranger: string
  const server = ownServer((there, folder) => {
    authority = certificateFor(folder, ['127.0.0.1'], 'server')
    stranger = certificateFor(folder, ['127.0.0.1'], 'stranger')
    asSql(there, 'postgres', `create role front login password 'horse' createrole`)
    asSql(there, 'postgres', 'create database school owner front template template0')
    stopServer(there, 'fast')
    const own = join(there.data, 'pg_hba.conf')
    writeFileSync(own, 'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n')
    const settings = join(there.data, 'postgresql.auto.conf')
    const encrypts = `\nssl = on\nssl_cert_file = '${authority}'\nssl_key_file = '${authority.replace('.crt', '.key')}'\n`
    writeFileSync(settings, readFileSync(settings, 'utf8') + encrypts)
    startAgain(there)
  })

  const at = (options: string) => `postgres://front@127.0.0.1:${server.port}/school${options}`

  async function withPassword<T>(password: string | undefined, work: () => Promise<T>): Promise<T> {
    const before = process.env['PGPASSWORD']
    if (password !== undefined) process.env['PGPASSWORD'] = password
    try {
      return await work()
    } finally {
      if (before === undefined) delete process.env['PGPASSWORD']
      else process.env['PGPASSWORD'] = before
    }
  }

  it('is taken where the certificate is the named authority’s, with the password of the environment', async () => {
    const { database } = await withPassword('horse', async () => {
      const desk = await deskAt(at(`?sslmode=verify-full&sslrootcert=${authority}`))
      await desk.database.read((db) => db.selectFrom('entries').selectAll().execute())
      return desk
    })
    const encrypted = `select count(*) from pg_stat_ssl s join pg_stat_activity a using (pid)
      where s.ssl and a.usename = 'front'`
    expect(Number(asSql(server, 'postgres', encrypted))).toBeGreaterThan(0)
    await database.close()
  })

  it('is not taken under another certificate, or without a trusted one', async () => {
    const none = `?sslmode=verify-full&sslrootcert=${encodeURIComponent('/nowhere/authority.crt')}`
    for (const options of [`?sslmode=verify-full&sslrootcert=${stranger}`, '?sslmode=verify-full', none]) {
      const refused = withPassword('horse', () => deskAt(at(options)))
      await expect(refused).rejects.toMatchObject({ kind: 'server_secure' })
    }
  })

  it('is not taken with a wrong password, nor without one', async () => {
    for (const password of ['donkey', undefined]) {
      const refused = withPassword(password, () => deskAt(at('')))
      await expect(refused).rejects.toMatchObject({ kind: 'server_login' })
    }
  })

  it('finds the password in the file that PostgreSQL’s own programs read', async () => {
    const file = join(temporaryFolder(), 'pgpass')
    writeFileSync(file, `127.0.0.1:${server.port}:school:front:horse\n`, { mode: 0o600 })
    process.env['PGPASSFILE'] = file
    try {
      const { database } = await deskAt(at(''))
      expect(await database.version()).toBe(0)
    } finally {
      delete process.env['PGPASSFILE']
    }
  })
})

describe('an address', () => {
  it.each([
    ['postgres://h/d', { host: 'h', port: 5432, database: 'd', user: null, encrypted: true }],
    ['postgresql://lee@h:5433/d', { host: 'h', port: 5433, database: 'd', user: 'lee', encrypted: true }],
    ['postgres://127.0.0.1/d', { encrypted: false }],
    ['postgres://localhost/d', { encrypted: false }],
    ['postgres://[::1]/d', { host: '::1', encrypted: false }],
    ['postgres://localhost/d?sslmode=verify-full', { encrypted: true }],
    ['postgres://127.0.0.1.example.com/d', { encrypted: true }],
    ['postgres://localhost.example.com/d', { encrypted: true }],
    ['postgres://a%20b@h/d%20e', { user: 'a b', database: 'd e' }],
  ])('%s', (text, expected) => {
    const read = readAddress(text)
    expect(read).toMatchObject(expected)
    if (typeof read !== 'string') expect(readAddress(addressText(read))).toEqual(read)
  })

  it.each([
    ['postgres://lee:horse@h/d', 'password'],
    ['postgres://lee@h/d?password=horse', 'password'],
    ['postgres://h', 'form'],
    ['postgres://h/', 'form'],
    ['mysql://h/d', 'form'],
    ['postgres://h/d/e', 'form'],
    ['postgres://h/d?sslmode=disable', 'option'],
    ['postgres://h/d?sslmode=require', 'option'],
    ['postgres://h/d?host=other', 'option'],
  ])('%s is not taken: %s', (text, problem) => expect(readAddress(text)).toBe(problem))
})
