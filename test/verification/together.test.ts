import { copyFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { createCustomer, editCustomer } from '../../electron/billing/customer-store.ts'
import { eraseCustomer } from '../../electron/billing/records/erase-store.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { verifySchool, type Verification } from '../../electron/verification/verification.ts'
import { everythingSchool } from './everything-school.ts'

const BY = { userId: 1, now: new Date('2026-12-02T12:00:00Z') }
const GONE = { number: 'C-GONE', name: 'Gone Person', email: 'gone@example.test', phone: '12345', address: 'Here 1' }

/** Changes in more than one place, or that leave every value one that was there: by somebody who knows the tables. */
const CHANGES: Readonly<Record<string, string>> = {
  'an amount in a posting and in its balance': `
    update postings set amount = amount - 500 where entry_number = 20 and place = 1;
    update account_balances set amount = amount - 500
      where account_id = (select account_id from postings where entry_number = 20 and place = 1)`,
  'both postings of an entry, with both balances': `
    update account_balances set amount = amount + 3 * (select sum(p.amount) from postings p
      where p.account_id = account_balances.account_id and p.entry_number = 20)
      where account_id in (select account_id from postings where entry_number = 20);
    update postings set amount = amount * 4, quantity = quantity * 4 where entry_number = 20`,
  'two customers who change places': `
    update customers set id = -1 where id = 1; update customers set id = 1 where id = 2;
    update customers set id = 2 where id = -1`,
  'two customer packages whose owners change places, also in the list': `
    create temp table swapped as select p.id, o.customer_id from customer_packages p, customer_packages o
      where p.id in (1, 2) and o.id in (1, 2) and o.id <> p.id;
    update customer_packages set customer_id = (select s.customer_id from swapped s where s.id = customer_packages.id)
      where id in (1, 2);
    update package_list set customer_id = (select s.customer_id from swapped s
      where s.id = package_list.customer_package_id) where customer_package_id in (1, 2)`,
  'two lines of the list whose hours change places': `
    create temp table hours as select customer_package_id as id, hours_remaining, least_hours from package_list;
    update package_list set hours_remaining = (select h.hours_remaining from hours h
      where h.id = 3 - package_list.customer_package_id) where customer_package_id in (1, 2)`,
  'two accounts whose owners change places': `
    create temp table paid as select id, owner from accounts where kind = 'package_paid' order by id limit 2;
    update accounts set owner = -owner where id in (select id from paid);
    update accounts set owner = (select owner from paid where paid.id <> accounts.id) where id in (select id from paid)`,
  'two accounts of a package whose lines change places': `
    create temp table used as select id, line from accounts where kind = 'line_available' and owner = 1 limit 2;
    update accounts set line = -line where id in (select id from used);
    update accounts set line = (select line from used where used.id <> accounts.id) where id in (select id from used)`,
  'an account that an entry before opened already': `
    update accounts set opened_by = opened_by - 1 where id = (select max(id) from accounts)`,
  'an invoice that nobody made, with its lines': `
    insert into invoices select id + 1000, ref || '-B', customer_id, date, total, status, entry_number, corrects,
      refunded_on, reversed_on from invoices where id = 1;
    insert into invoice_lines select invoice_id + 1000, line, customer_package_id, package_line, code, quantity, rate,
      tax_percent, amount, refunded_quantity, refunded_amount, agreed from invoice_lines where invoice_id = 1`,
  'a rate and the price of what is sold at it': `
    update rates set rate = rate + 1 where code = (select code from customer_package_lines where customer_package_id = 1);
    update customer_package_lines set rate = rate + 1 where customer_package_id = 1`,
  'an entry and its hash, where those that follow are as they were': `
    update entries set note = note || '!', hash = randomblob(32) where number = 20`,
  'two entries that change their order': `
    update entries set number = -1 where number = 20; update entries set number = 20 where number = 21;
    update entries set number = 21 where number = -1`,
  'spaces in the document of an entry': `
    update entries set document = replace(document, ':', ': ') where number = 20`,
  'spaces in the document of a closing': `update closings set document = replace(document, ':', ': ')`,
  'the order of keys in what a statement is about': `
    update statements set about = json_insert(json_remove(about, '$.of'), '$.of', json_extract(about, '$.of'))`,
  'a name with its text, and the salt': `
    update customers set name = 'Somebody Else' where id = 1;
    update texts set salt = randomblob(16), text = replace(text, 'Anna', 'Hanna') where text like '%Anna%'`,
  'a name of someone erased that is written back': `update customers set name = 'Gone Person' where number = 'C-GONE'`,
  'a text of someone erased that is written back': `
    insert into texts select number, 0, randomblob(16), '["Gone Person"]' from entries
      where action = 'record_customer' and ref = 'C-GONE' order by number limit 1`,
  'a record of someone erased that nobody finds any more': `
    delete from record_mentions where entry_number in (select number from entries where ref = 'C-GONE')`,
  'a word by which someone erased is found': `
    insert into package_search (rowid, words) values (900001, 'gone person')`,
  'a role that may everything': `
    insert into role_permissions select 'front_desk', permission from role_permissions where role = 'administrator'
      and permission not in (select permission from role_permissions where role = 'front_desk')`,
  'an entry of the end, with all of its rows': `
    delete from postings where entry_number = (select max(number) from entries);
    delete from history where entry_number = (select max(number) from entries);
    delete from texts where entry_number = (select max(number) from entries);
    delete from entries where number = (select max(number) from entries)`,
}

let folder: string
let pristine: string

beforeAll(async () => {
  const school = await everythingSchool()
  await school.database.write(async (db) => {
    const made = await createCustomer(db, BY, GONE)
    const left = await editCustomer(db, BY, { ...GONE, active: false })
    const erased = await eraseCustomer(db, BY, GONE.number)
    for (const done of [made, left, erased]) if (!done.ok) throw new Error(done.failure.message)
  })
  folder = school.folder
  pristine = join(folder, 'pristine')
  await school.database.copyTo(pristine)
  return school.close
})

/** What a verification says of a copy of the school that was changed by somebody with the file. */
async function verifiedAfter(change: string): Promise<Verification> {
  const place = mkdtempSync(join(folder, 'changed-'))
  const file = join(place, 'school.blocktime')
  copyFileSync(pristine, file)
  const raw = new SqliteDatabase(file)
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  const triggers = raw.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
  const changes = () => raw.prepare('select total_changes()').pluck().get() as number
  const before = changes()
  raw.exec(change)
  if (change !== '') expect(changes(), 'it changes something').toBeGreaterThan(before)
  for (const { sql } of triggers) raw.exec(sql)
  raw.close()
  const database = await openDatabase(place)
  onTestFinished(() => database.close())
  return verifySchool(database, null)
}

it('nothing is found where nothing is changed', async () => {
  expect((await verifiedAfter('')).checks.flatMap(({ findings }) => findings)).toEqual([])
})

it.each(Object.entries(CHANGES))('changes that fit each other are found: %s', async (_, change) => {
  expect((await verifiedAfter(change)).ok).toBe(false)
})
