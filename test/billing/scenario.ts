import { businessDate } from '../../shared/dates.ts'
import { expect } from 'vitest'
import type { Failure, FailureCode } from '../../shared/failure.ts'
import { Books } from '../../electron/billing/books/books.ts'
import type { ActionName, BillingCommand } from '../../electron/billing/books/command.ts'
import { perform } from '../../electron/billing/books/perform.ts'
import { billingTerms } from '../../electron/billing/terms.ts'
import { readSchool } from '../../electron/billing/school-store.ts'
import { schoolBalances } from '../../electron/reports/packages/school-balances.ts'
import { schoolHistory } from '../../electron/reports/packages/school-history.ts'
import { balancesJson, historyJson } from '../../electron/reports/packages/school-json.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import { readAction } from '../../electron/school/csv/activity-rows.ts'
import { CellReader } from '../../electron/school/csv/cell-reader.ts'
import { undoable } from '../../electron/storage/undoable.ts'
import type { Database } from '../../electron/storage/database.ts'
import { emptySchool, importFiles, RECORDED } from '../temporary-school.ts'

/** Two hour types with and without tax, one that costs nothing, two items, and packages of them. */
const CATALOGUE = {
  'school.csv': 'name,currency,time_zone,locale,address\nTest School,USD,America/Denver,en-US,\n',
  'hour_types.csv': [
    'code,name,rate,tax_percent',
    'C172,Cessna 172,199.00,6.5',
    'DUAL,Dual instruction,90.00,0',
    'FREE,Free briefing,0,0',
    '',
  ].join('\n'),
  'items.csv': 'code,name,kind,price,tax_percent\nKIT,Kit,product,259.00,6.5\nEXAM,Exam fee,service,800.00,0\n',
  'packages.csv': 'code,name,active\nPPL,Private Pilot,yes\nBLOCK,Block of 10 hours,yes\nEMPTY,Nothing yet,yes\n',
  'package_lines.csv': [
    'package,code,quantity,rate',
    'PPL,C172,50,185.00',
    'PPL,DUAL,40,85.00',
    'PPL,FREE,5,0',
    'PPL,KIT,1,249.00',
    'BLOCK,C172,10,175.75',
    '',
  ].join('\n'),
  'customers.csv': 'number,name,email,phone\nC-1,Amelia Osei,,\nC-2,Jun Tanaka,,\n',
  'users.csv': 'username,name,role\ndesk,Robin,front_desk\n',
}

/**
 * A school at which a test plays actions, written like rows of activity.csv: the action, its ref, then what it uses.
 * `invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=1.30 + code=KIT quantity=1` has two lines.
 */
export class Scenario {
  readonly database: Database

  private constructor(database: Database) {
    this.database = database
  }

  static async start(terms: { fundsBelowZero?: boolean } = {}): Promise<Scenario> {
    const database = await emptySchool()
    const result = await importFiles(database, CATALOGUE)
    expect(result).toMatchObject({ outcome: 'imported' })
    if (terms.fundsBelowZero === false) {
      await database.write((db) => db.updateTable('school').set({ funds_below_zero: 0 }).execute())
    }
    return new Scenario(database)
  }

  /** Plays actions, a line each; every one must be accepted. */
  async plays(actions: string): Promise<void> {
    for (const line of linesOf(actions)) expect(await this.#play(line), line).toBe('accepted')
  }

  /** Plays one action that must be refused, and must leave every balance as it was; `sentence`: in which words. */
  async refuses(action: string, code: FailureCode, sentence?: string): Promise<void> {
    const before = await this.balances()
    const played = await this.#play(action)
    expect(played, action).toMatchObject({ code, ...(sentence === undefined ? {} : { message: sentence }) })
    expect(await this.balances()).toEqual(before)
  }

  async balances() {
    return balancesJson(
      await this.database.read((db) =>
        schoolBalances(db, { asOf: null, customer: null, today: businessDate('2026-02-01') }),
      ),
      false,
      2,
    )
  }

  async balance(ref: string) {
    const pack = (await this.balances()).packages.find((candidate) => candidate.ref === ref)
    if (!pack) throw new Error(`no ${ref}`)
    return pack
  }

  async line(ref: string, code: string) {
    const line = (await this.balance(ref)).lines.find((candidate) => candidate.code === code)
    if (!line) throw new Error(`no ${code} on ${ref}`)
    return line
  }

  async account(customer: string): Promise<string> {
    return (await this.balances()).accounts.find((account) => account.customer === customer)?.balance ?? 'never moved'
  }

  async invoiceStatus(ref: string): Promise<string | undefined> {
    return (await this.balances()).invoices?.find((invoice) => invoice.ref === ref)?.status
  }

  /** Action and amount of each entry of a history. */
  async history(ref: string): Promise<string[]> {
    const [history] = historyJson(await this.database.read((db) => schoolHistory(db, ref)), 2)
    return history?.entries.map((entry) => `${entry.action} ${entry.amount}`) ?? []
  }

  async verifies(): Promise<void> {
    const { checks } = await verifySchool(this.database, null)
    expect(checks.flatMap(({ findings }) => findings)).toEqual([])
  }

  async #play(line: string): Promise<'accepted' | Failure> {
    return this.database.write(async (db) => {
      const school = await readSchool(db)
      if (!school) throw new Error('no school')
      const command = commandOf(line)
      const terms = billingTerms(school, RECORDED)
      const outcome = await undoable(db, async () => {
        const books = await Books.open(db, RECORDED)
        const performed = await perform(books, terms, command)
        if (performed.ok) await books.flush(db)
        return performed
      })
      return outcome.ok ? 'accepted' : outcome.failure
    })
  }
}

function linesOf(actions: string): string[] {
  return actions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function commandOf(line: string): BillingCommand {
  const [action, ref, ...rest] = line.split(' ')
  const parts = rest.join(' ').split(' + ').map(cellsOf)
  const header = {
    date: parts[0]?.date ?? '2026-01-10',
    userId: 1,
    ref: ref ?? '',
    note: parts[0]?.note ?? '',
  } as Pick<BillingCommand, 'date' | 'userId' | 'ref' | 'note'>
  const commands = parts.map((cells) => {
    const reader = new CellReader({ ...cells, customer: cells.customer ?? parts[0]?.customer ?? '' })
    const read = readAction(action as ActionName, reader, 2)
    if (reader.problems.length > 0) throw new Error(`${line}: ${reader.problems.join(' ')}`)
    return { ...header, ...read }
  })
  const [first] = commands
  if (!first) throw new Error(line)
  if (first.action !== 'invoice') return first
  return { ...first, lines: commands.flatMap((command) => (command.action === 'invoice' ? command.lines : [])) }
}

function cellsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)=("[^"]*"|\S+)/g)].map(([, key, value]) => [key, value?.replaceAll('"', '') ?? '']),
  )
}
