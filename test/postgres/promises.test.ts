import { describe, expect, it } from 'vitest'
import { APPEND_ONLY } from '../../electron/storage/append-only.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { renewed } from '../../electron/storage/renewed.ts'
import { serverOf } from '../../electron/storage/server-folder.ts'
import { asSql, hasServer, newDatabase, runServer, type Server } from './server.ts'
import { deskAt } from './temporary-server.ts'

const BALANCES = { table: 'account_balances', but: [] }
const nameIn = (address: string) => new URL(address).pathname.slice(1)

/** Ends the connections of a school's desks, as a server that is started anew does. */
function cutAll(server: Server, address: string): void {
  asSql(
    server,
    'postgres',
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameIn(address)}'`,
  )
}

describe.skipIf(!hasServer)('a school on a server', () => {
  it('lets nobody change or delete in the ledger: a desk has no right to, and triggers refuse everybody', async () => {
    const { address } = await deskAt()
    const server = await runServer()
    const name = nameIn(address)
    const sees = `
      select c.relname, count(*) filter (where t.tgname like '%_refuse_%'),
        has_table_privilege('blocktime_desk', c.oid, 'UPDATE, DELETE, TRUNCATE')
      from pg_class c join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
      where c.relnamespace = 'blocktime'::regnamespace and c.relname <> 'texts' group by c.oid, c.relname order by 1`
    expect(asSql(server, name, sees).trim().split('\n')).toEqual(APPEND_ONLY.map((table) => `${table}|3|f`))
    const owners = `set search_path = blocktime; insert into blocktime.audit_list (at, username, event, detail) values (1, 'a', 'b', 'c');`
    for (const change of ['delete from', 'truncate']) {
      expect(() => asSql(server, name, `${owners} ${change} blocktime.audit_list`)).toThrow(/append-only/)
    }
    const passing = `set role blocktime_desk; set blocktime.passing = 'on'; delete from blocktime.audit_list`
    expect(() => asSql(server, name, passing)).toThrow(/permission denied/)
  })

  it('is made by an owner who is no superuser; desks work in it, and own nothing of it', async () => {
    const server = await runServer()
    const mark = Date.now().toString(36)
    const [owner, desk, stranger] = ['owner', 'desk', 'stranger'].map((name) => `${name}_${mark}`)
    asSql(server, 'postgres', `create role ${owner} login createrole; create role ${stranger} login`)
    const address = newDatabase(server, { owner })
    const of = (who?: string) => address.replace('postgres@', `${who}@`)
    // The role of the desks is the server's: another school has made it already.
    await deskAt()
    asSql(server, 'postgres', `grant blocktime_desk to ${owner}`)
    await expect(deskAt(of(stranger))).rejects.toMatchObject({ kind: 'server_rights' })
    const first = await deskAt(of(owner))
    asSql(server, 'postgres', `create role ${desk} login; grant blocktime_desk to ${desk}`)
    const second = await deskAt(of(desk))
    await second.database.write(async (db) => {
      await db.insertInto('audit_list').values({ at: 1, username: '', event: 'by a desk', detail: '' }).execute()
    })
    expect(await first.database.read((db) => db.selectFrom('audit_list').select('event').execute())).toEqual([
      { event: 'by a desk' },
    ])
    for (const change of [
      'delete from blocktime.audit_list',
      `set blocktime.passing = 'on'; update blocktime.audit_list set event = ''`,
      'alter table blocktime.audit_list disable trigger all',
      'drop schema blocktime cascade',
      'update blocktime.writer set schema_version = 1',
    ])
      expect(() => asSql(server, nameIn(address), change, desk), change).toThrow(/permission denied|must be owner/)
    await expect(deskAt(of(stranger))).rejects.toMatchObject({ kind: 'server_rights' })
    await expect(
      second.database.write((db) => renewed(db, ['account_balances'], (renewal) => renewal.take([BALANCES]))),
    ).rejects.toMatchObject({ kind: 'server_rights' })
    await first.database.write((db) => renewed(db, ['account_balances'], (renewal) => renewal.take([BALANCES])))
    asSql(server, nameIn(address), 'update blocktime.writer set schema_version = schema_version - 1')
    await second.database.close()
    await expect(openDatabase(second.folder)).rejects.toMatchObject({ kind: 'server_older' })
  })

  it('is not opened where its protection was taken away', async () => {
    const { address, database, folder } = await deskAt()
    await database.close()
    const server = await runServer()
    asSql(server, nameIn(address), 'alter table blocktime.entries disable trigger entries_refuse_update')
    await expect(openDatabase(folder)).rejects.toMatchObject({ kind: 'unprotected' })
    asSql(server, nameIn(address), 'alter table blocktime.entries enable trigger entries_refuse_update')
    asSql(server, nameIn(address), 'grant update on blocktime.entries to blocktime_desk')
    await expect(openDatabase(folder)).rejects.toMatchObject({ kind: 'unprotected' })
  })

  it('is not opened by an older program, and not in a database that does not keep every letter', async () => {
    const { address, database, folder } = await deskAt()
    await database.close()
    const server = await runServer()
    asSql(server, nameIn(address), 'update blocktime.writer set schema_version = 999')
    await expect(openDatabase(folder)).rejects.toMatchObject({ kind: 'newer' })
    const latin = `latin_${Date.now()}`
    asSql(server, 'postgres', `create database ${latin} template template0 encoding 'LATIN1' locale 'C'`)
    await expect(deskAt(`postgres://postgres@127.0.0.1:${server.port}/${latin}`)).rejects.toMatchObject({
      kind: 'server_encoding',
    })
  })

  it('does a work again whose connection was cut, once', async () => {
    const { database, address } = await deskAt()
    const server = await runServer()
    let attempts = 0
    await database.write(async (db) => {
      attempts++
      await db.insertInto('audit_list').values({ at: 1, username: 'front', event: 'signed in', detail: '' }).execute()
      if (attempts <= 2) cutAll(server, address)
      return db.selectFrom('audit_list').selectAll().execute()
    })
    expect(attempts).toBe(3)
    expect(await database.read((db) => db.selectFrom('audit_list').select('id').execute())).toEqual([{ id: 1 }])
    cutAll(server, address)
    expect(await database.read((db) => db.selectFrom('audit_list').select('id').execute())).toHaveLength(1)
  })

  it('never acknowledges a work of which a statement failed, whatever became of the error', async () => {
    const { database } = await deskAt()
    const row = { id: 1, at: 1, username: '', event: 'twice', detail: '' }
    await expect(
      database.write(async (db) => {
        await db.insertInto('audit_list').values(row).execute()
        await db
          .insertInto('audit_list')
          .values(row)
          .execute()
          .catch(() => undefined)
      }),
    ).rejects.toThrow('a statement of the work failed')
    expect(await database.read((db) => db.selectFrom('audit_list').selectAll().execute())).toEqual([])
    await database.write(async (db) => void (await db.insertInto('audit_list').values(row).execute()))
    expect(await database.read((db) => db.selectFrom('audit_list').selectAll().execute())).toEqual([row])
  })

  it('gives numbers without gaps, undoes what throws, and keeps the order of two desks', async () => {
    const one = await deskAt()
    const other = await deskAt(one.address)
    const post = (desk: typeof one, event: string) =>
      desk.database.write(async (db) => {
        await db.insertInto('audit_list').values({ at: 1, username: '', event, detail: '' }).execute()
      })
    await expect(
      one.database.write(async (db) => {
        await db.insertInto('audit_list').values({ at: 1, username: '', event: 'undone', detail: '' }).execute()
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await Promise.all([1, 2, 3, 4, 5].flatMap((time) => [post(one, `one ${time}`), post(other, `other ${time}`)]))
    const rows = await other.database.read((db) =>
      db.selectFrom('audit_list').select(['id', 'event']).orderBy('id').execute(),
    )
    expect(rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const desk of ['one', 'other']) {
      const own = rows.filter(({ event }) => event.startsWith(`${desk} `)).map(({ event }) => event)
      expect(own).toEqual([1, 2, 3, 4, 5].map((time) => `${desk} ${time}`))
    }
    expect(await one.database.version()).toBe(10)
  })

  it('refuses a number that would not be exact', async () => {
    const { database, address } = await deskAt()
    const server = await runServer()
    asSql(
      server,
      nameIn(address),
      `insert into blocktime.audit_list (id, at, username, event, detail) values (1, 9007199254740993, '', '', '')`,
    )
    await expect(database.read((db) => db.selectFrom('audit_list').select('at').execute())).rejects.toThrow(
      /too large to be exact/,
    )
  })

  it('says in words that nobody answers, and that a database is not there', async () => {
    const server = await runServer()
    await expect(deskAt(`postgres://postgres@127.0.0.1:${server.port}/nowhere`)).rejects.toMatchObject({
      kind: 'server_rights',
    })
    await expect(deskAt('postgres://postgres@127.0.0.1:1/school')).rejects.toMatchObject({ kind: 'server_away' })
    await expect(deskAt('postgres://postgres:secret@127.0.0.1/school')).rejects.toMatchObject({
      kind: 'server_address',
    })
  })

  it('is durable, and its desk’s folder says only where it is', async () => {
    const address = newDatabase(await runServer())
    const { database, folder } = await deskAt(address)
    expect(await database.durability()).toMatchObject({ synchronous: 2 })
    expect(serverOf(folder)).toBe(address)
  })
})
