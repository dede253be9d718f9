import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import PostalMime from 'postal-mime'
import { describe, expect, it, vi } from 'vitest'
import type { CallInput } from '../../shared/contract/index.ts'
import { keepOrder, keptOrder } from '../../electron/statements/batch-order.ts'
import { archivePapers } from '../../electron/statements/batch-archive.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { kestrelDesk, type Desk } from '../calls/desk.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { unzipped } from '../unzipped.ts'

const ORDER: CallInput<'statements.startBatch'> = {
  search: '',
  status: null,
  asOf: null,
  from: null,
  inWords: false,
  short: false,
  form: 'zip',
  folder: '',
  drafts: true,
}

/** Kestrel, where the third customer has no address, and the fourth something that is none. */
function files(): Record<string, string> {
  const customers = kestrelFiles()['customers.csv']!
  return {
    ...kestrelFiles(),
    'customers.csv': customers.replace('lucia@example.test', '').replace('bjorn@example.test', 'ask his mother'),
  }
}

function ended(desk: Desk, session: string) {
  return vi.waitUntil(
    async () => {
      const { progress } = await desk.ask('statements.batch', {}, session)
      return progress?.state === 'running' ? undefined : progress
    },
    { timeout: 30_000 },
  )
}

async function archive(desk: Desk, session: string, key: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let from: number | null = 0; from !== null;) {
    const piece: { content: string; next: number | null } = await desk.ask(
      'statements.archivePiece',
      { key, from },
      session,
    )
    pieces.push(Buffer.from(piece.content, 'base64'))
    from = piece.next
  }
  return Buffer.concat(pieces)
}

const listOf = (text: string) => parse<Record<string, string>>(text, { columns: true, bom: true })
const leftIn = (folder: string) => readdirSync(folder).filter((name) => /statement|\.zip|\.part/.test(name))

describe('statements of many as one ZIP file', () => {
  it('hold a PDF each, a draft for each customer with an address, and the list of both', async () => {
    const desk = await kestrelDesk(temporaryFolder(), files(), 'browser')
    const session = await desk.signInAs('front_desk')
    await desk.ask('statements.startBatch', ORDER, session)
    const progress = (await ended(desk, session))!
    expect(progress).toMatchObject({ state: 'finished', into: 'Statements 2026-02-01.zip', problem: null })
    const bytes = await archive(desk, session, progress.archive!)
    const inside = unzipped(bytes)
    const names = [...inside.keys()]
    expect(new Set(names).size).toBe(names.length)
    const pdfs = names.filter((name) => name.endsWith('.pdf'))
    expect(pdfs).toHaveLength(progress.total)
    for (const name of pdfs) expect(inside.get(name)).toMatch(/^%PDF-[^]*%%EOF\s*$/)

    const list = listOf(inside.get(names.find((name) => name.endsWith('.csv'))!)!)
    expect(list).toHaveLength(progress.total)
    expect(list.map(({ File }) => File).toSorted()).toEqual(pdfs.toSorted())
    for (const row of list) expect(row.Fingerprint).toMatch(/^\d+(-[0-9A-F]{4})+$/)
    const why = new Map(list.map((row) => [row.Customer, row['Why no draft']]))
    expect(why.get('Lucía Fernández')).toBe('no e-mail address')
    expect(why.get('Björn Ångström')).toBe('not written as an e-mail address: ask his mother')
    expect(why.get('Amelia Osei')).toBe('')

    const drafts = names.filter((name) => name.endsWith('.eml'))
    expect(progress.drafts).toEqual({
      written: drafts.length,
      without: list.filter(({ Draft }) => Draft === '').length,
    })
    for (const name of drafts) {
      const mail = await PostalMime.parse(inside.get(name)!)
      const rows = list.filter(({ Draft }) => Draft === name)
      expect(rows.length).toBeGreaterThan(0)
      expect(mail.to).toEqual([{ name: rows[0]!.Customer, address: rows[0]!['E-mail'] }])
      expect(mail.attachments.map(({ filename }) => filename)).toEqual(rows.map(({ File }) => File))
      for (const { content } of mail.attachments)
        expect(Buffer.from(content as ArrayBuffer).toString('latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/)
    }
    // A customer with several packages gets one e-mail.
    const customers = list.flatMap((row) => (row.Draft === '' ? [] : (row['Customer number'] ?? [])))
    expect(drafts).toHaveLength(new Set(customers).size)
    expect(new Set(customers).size).toBeLessThan(customers.length)
  }, 60_000)

  it('are taken by whoever may see statements, and are gone with the next batch and with the window', async () => {
    const desk = await kestrelDesk(temporaryFolder(), kestrelFiles(), 'browser')
    const session = await desk.signInAs('front_desk')
    await desk.ask('statements.startBatch', { ...ORDER, search: 'CP-1001' }, session)
    const { archive: first } = (await ended(desk, session))!
    expect(first).not.toBeNull()
    for (const token of [null, await desk.signInAs('instructor')])
      expect(await desk.send('statements.archivePiece', { key: first, from: 0 }, token)).toMatchObject({
        failure: { code: token === null ? 'not_signed_in' : 'not_permitted' },
      })
    for (const key of ['0', '', '../school', 'x'.repeat(40)])
      expect(await desk.send('statements.archivePiece', { key, from: 0 }, session)).toMatchObject({
        failure: { code: 'not_found' },
      })
    desk.later(1_000)
    await desk.ask('statements.startBatch', { ...ORDER, search: 'CP-1002' }, session)
    expect((await ended(desk, session))?.state).toBe('finished')
    expect(await desk.send('statements.archivePiece', { key: first, from: 0 }, session)).toMatchObject({
      failure: { code: 'not_found', message: 'The ZIP file is not there any more.' },
    })
    await desk.application.close()
    expect(leftIn(desk.folder)).toEqual([])
  }, 60_000)

  it('leave nothing where somebody cancels, and keep the numbers that were issued', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    await desk.ask('statements.startBatch', ORDER, session)
    await desk.ask('statements.cancelBatch', {}, session)
    const progress = (await ended(desk, session))!
    expect(progress).toMatchObject({ state: 'cancelled', archive: null, into: '', drafts: null })
    expect(leftIn(desk.folder)).toEqual([])
    expect(keptOrder(desk.folder)).toBeNull()
  }, 60_000)

  it('that were broken off are finished under their numbers, or let go without a trace', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    await desk.ask('statements.startBatch', ORDER, session)
    const order = keptOrder(desk.folder)!
    const whole = (await ended(desk, session))!
    const before = unzipped(await archive(desk, session, whole.archive!))
    // As a kill leaves it: the order is kept, and only some of the papers are there, one of them unfinished.
    const papers = archivePapers(desk.folder)
    const pdfs = [...before.keys()].filter((name) => name.endsWith('.pdf'))
    const broken = async () => {
      mkdirSync(papers)
      keepOrder(desk.folder, order)
      writeFileSync(join(papers, pdfs[0]!), '%PDF-1.7 %%EOF')
      writeFileSync(join(papers, `.${pdfs[1]}.1-0123456789ab.part`), '%PDF-')
      return ended(desk, session)
    }
    expect(await broken()).toMatchObject({
      state: 'broken_off',
      done: 1,
      missing: pdfs.length - 1,
      into: 'Statements 2026-02-01.zip',
    })
    await desk.ask('statements.cancelBatch', {}, session)
    expect(existsSync(papers)).toBe(false)

    await broken()
    const { archive: key } = whole
    desk.later(1_000)
    await desk.ask('statements.resumeBatch', {}, session)
    const again = (await ended(desk, session))!
    expect(again).toMatchObject({ state: 'finished', total: whole.total, archive: key, drafts: whole.drafts })
    expect([...unzipped(await archive(desk, session, key!)).keys()].toSorted()).toEqual([...before.keys()].toSorted())
    expect(existsSync(papers)).toBe(false)
  }, 60_000)
})

describe('statements of many in a folder', () => {
  it('come with drafts and the list, too; one PDF with all cannot', async () => {
    const desk = await kestrelDesk(temporaryFolder(), files())
    const session = await desk.signInAs('administrator')
    const folder = temporaryFolder()
    await desk.ask('statements.startBatch', { ...ORDER, form: 'folder', folder }, session)
    const progress = (await ended(desk, session))!
    expect(progress).toMatchObject({ state: 'finished', archive: null, into: folder })
    const names = readdirSync(folder)
    const list = listOf(
      readFileSync(
        join(
          folder,
          names.find((name) => name.endsWith('.csv'))!,
        ),
        'utf8',
      ),
    )
    expect(names.filter((name) => name.endsWith('.eml')).toSorted()).toEqual(
      [...new Set(list.flatMap(({ Draft }) => Draft || []))].toSorted(),
    )
    expect(await desk.send('statements.startBatch', { ...ORDER, form: 'one', folder }, session)).toMatchObject({
      failure: { code: 'invalid_input', field: 'drafts' },
    })
  }, 60_000)

  it('are not written among papers of another school', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const folder = temporaryFolder()
    writeFileSync(join(folder, '20260101_report.pdf'), 'x')
    const order = { ...ORDER, form: 'folder' as const, drafts: false, folder }
    writeFileSync(join(folder, 'ST-1001_C-001_CP-1001.pdf'), 'of another school')
    expect(await desk.send('statements.startBatch', order, session)).toMatchObject({
      failure: {
        code: 'invalid_input',
        field: 'folder',
        message: expect.stringContaining('ST-1001_C-001_CP-1001.pdf'),
      },
    })
    expect(readFileSync(join(folder, 'ST-1001_C-001_CP-1001.pdf'), 'utf8')).toBe('of another school')
  })

  it('of packages that were sold later are none, and that is said', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    const order = { ...ORDER, asOf: '2020-01-01', drafts: false }
    await desk.ask('statements.startBatch', order, session)
    expect(await ended(desk, session)).toMatchObject({ state: 'finished', done: 0, total: 0, archive: null })
  }, 60_000)
})
