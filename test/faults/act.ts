import SqliteDatabase from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ReadingThreads } from '../../electron/calls/threads/reading-threads.ts'
import { rebuildInThreads } from '../../electron/calls/areas/rebuild.ts'
import { backUp } from '../../electron/school/backups/backup.ts'
import { restore } from '../../electron/school/backups/restore.ts'
import { importSchool } from '../../electron/school/csv/import-school.ts'
import { StatementBatch } from '../../electron/statements/batch.ts'
import { keptOrder } from '../../electron/statements/batch-order.ts'
import { lastIssued } from '../../electron/statements/batch-store.ts'
import { openDatabase } from '../../electron/storage/open-database.ts'
import { businessDate } from '../../shared/dates.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { acceptAll } from './accept-all.ts'
import { PAID, postCent } from './payments.ts'

// A process that does one kind of work over and over until it is killed, and says each piece only once it is done.
// Started by kills.ts.

const [kind = '', folder = '', round = '0', ...sources] = process.argv.slice(2)
const say = (text: string) => process.stdout.write(`${text}\n`)

const WORK: Readonly<Record<string, (piece: number) => Promise<string>>> = {
  import: async (piece) => {
    const own = join(folder, String(piece))
    mkdirSync(own)
    const database = await openDatabase(own)
    const files = new Map(Object.entries(kestrelFiles()).map(([name, text]) => [name, Buffer.from(text)]))
    await database.write((db) => importSchool(db, files, { userId: null, now: new Date() }, () => undefined))
    await database.close()
    return String(piece)
  },
  backup: async (piece) => {
    const database = await openDatabase(join(folder, 'data'))
    const file = join(folder, `${round}-${piece}.backup`)
    const made = await backUp(database, file, new Date())
    await database.close()
    if (!made.ok) throw new Error(made.failure.message)
    return file
  },
  restore: async (piece) => {
    const made = await restore(folder, sources[piece % sources.length] ?? '', new Date())
    if (!made.ok) throw new Error(made.failure.message)
    return String(piece)
  },
  migration: async (piece) => {
    const database = await openDatabase(join(folder, String(piece)))
    await database.close()
    return String(piece)
  },
  batch: async () => {
    const database = await openDatabase(join(folder, 'data'))
    const rows = await database.read((db) => db.selectFrom('customer_packages').select('ref').execute())
    const order = keptOrder(join(folder, 'data')) ?? {
      refs: rows.map(({ ref }) => ref),
      asOf: null,
      from: null,
      inWords: false,
      short: false,
      drafts: false,
      form: 'folder' as const,
      folder: join(folder, 'papers', `${round}-${Date.now()}`),
      today: businessDate('2026-02-01'),
      userId: null,
      now: new Date(),
      after: await database.read(lastIssued),
    }
    const batch = new StatementBatch(database, order)
    await batch.run()
    await database.close()
    return order.folder
  },
  'accept-all': async (piece) => {
    await acceptAll(join(folder, String(piece)))
    return String(piece)
  },
  rebuild: async (piece) => {
    const database = await openDatabase(join(folder, String(piece)))
    const threads = new ReadingThreads(join(folder, String(piece)))
    const rebuilt = await rebuildInThreads(database, threads, new Date(), () => undefined)
    await database.close()
    if (!rebuilt.ok) throw new Error(rebuilt.failure.message)
    return String(piece)
  },
}

if (kind === 'posting' || kind === 'posting at NORMAL') {
  if (kind === 'posting at NORMAL') atNormal()
  const database = await openDatabase(folder)
  say('ready')
  for (let piece = 0; ; piece++) {
    const ref = `${PAID}${round}-${piece}`
    await postCent(database, ref)
    say(ref)
  }
} else {
  const work = WORK[kind]
  if (!work) throw new Error(`there is no work ${kind}`)
  say('ready')
  for (let piece = 0; ; piece++) say(await work(piece))
}

/** The control: what the program insists on is taken away behind its back, so that a power cut must lose something. */
function atNormal(): void {
  const { pragma } = SqliteDatabase.prototype
  SqliteDatabase.prototype.pragma = function (text, options) {
    if (text === 'synchronous = FULL') return pragma.call(this, 'synchronous = NORMAL', options)
    return text === 'synchronous' ? 2 : pragma.call(this, text, options)
  }
}
