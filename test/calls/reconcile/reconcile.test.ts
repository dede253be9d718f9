import { describe, expect, it } from 'vitest'
import type { Source } from '../../../shared/contract/reconcile-file.ts'
import type { Desk } from '../desk.ts'
import { kestrelDesk } from '../desk.ts'

const file = (name: string, text: string) => ({ name, content: Buffer.from(text).toString('base64') })
const JANUARY = { from: '2026-01-01', to: '2026-01-31' }

interface Office {
  readonly desk: Desk
  readonly session: string
}

async function office(): Promise<Office> {
  const desk = await kestrelDesk()
  return { desk, session: await desk.signInAs('billing') }
}

/** What the desk recorded by card in January, as the processor's file has it. */
async function cardLines({ desk, session }: Office): Promise<string[]> {
  const { source } = await taken({ desk, session }, 'probe', 'Date,Amount,Reference\n2025-06-01,0.01,probe\n')
  const { notReceived } = await desk.ask('reconcile.work', { source, from: '2025-01-01', to: '2026-12-31' }, session)
  return notReceived.map(
    ({ date, amount, customer, recordedAs }) => `${date},${(amount / 100).toFixed(2)},${recordedAs},"${customer}"`,
  )
}

async function taken({ desk, session }: Office, source: string, text: string, tenders: Source['tenders'] = ['card']) {
  const chosen = file(`${source}.csv`, text)
  const asked = { file: chosen, source: null, mapping: null, alsoRows: [] }
  const { mapping, shown } = await desk.ask('reconcile.preview', asked, session)
  return desk.ask('reconcile.take', { file: chosen, source, tenders, mapping, alsoRows: [], shown }, session)
}

const HEAD = 'Date,Amount,Reference,Name\n'

describe('reconciling', () => {
  it('gives exactly the work list of a file with known mistakes, and settles it', async () => {
    const there = await office()
    const { desk, session } = there
    const lines = await cardLines(there)
    expect(lines.length).toBeGreaterThan(3)
    const [missing, wrong, ...right] = lines
    if (!missing || !wrong) throw new Error('too few')
    const text = [...right, wrong.replace(/,(\d+)\./, ',1$1.'), '2026-01-20,77.00,unknown,Nobody'].join('\n')
    const { source, file: made } = await taken(there, 'Processor', `${HEAD}${text}\n`)
    expect(made).toMatchObject({ count: right.length + 2, open: right.length + 2, source: 'Processor' })

    const scope = { source, ...JANUARY }
    const work = await desk.ask('reconcile.work', scope, session)
    expect(work.counts).toEqual({
      exact: right.length,
      likely: 0,
      possible: 0,
      differing: 1,
      notRecorded: 1,
      notReceived: 1,
    })
    expect(work.notRecorded[0]?.reference).toBe('unknown')
    expect(missing).toContain(work.notReceived[0]?.recordedAs)

    const [unticked] = work.proposals
    if (!unticked) throw new Error('no proposal')
    const exact = { scope, except: [unticked.key] }
    expect(await desk.ask('reconcile.acceptExact', exact, session)).toEqual({ settled: right.length - 1 })
    expect(await desk.ask('reconcile.acceptExact', exact, session)).toEqual({ settled: 0 })
    const [differs] = work.differing
    if (!differs) throw new Error('nothing differs')
    const match = { lines: differs.lines.map(({ id }) => id), payments: differs.payments.map(({ key }) => key) }
    expect(await desk.send('reconcile.accept', { source, matches: [{ ...match, note: '' }] }, session)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field: 'note' },
    })
    // Named twice, it still is one.
    const twice = { lines: [...match.lines, ...match.lines], payments: match.payments, note: 'typed wrongly' }
    await desk.ask('reconcile.accept', { source, matches: [twice] }, session)
    expect(
      await desk.send('reconcile.accept', { source, matches: [{ ...match, note: 'again' }] }, session),
    ).toMatchObject({ ok: false, failure: { code: 'stale' } })
    await desk.ask('reconcile.notOurs', { line: work.notRecorded[0]?.id ?? 0, note: 'the café next door' }, session)

    const after = await desk.ask('reconcile.work', scope, session)
    expect(after.counts).toMatchObject({ exact: 1, differing: 0, notRecorded: 0, notReceived: 1 })
    const settled = await desk.ask('reconcile.settled', { scope, before: null, limit: 50 }, session)
    expect(settled.rows.map(({ kind, note }) => `${kind} ${note}`).slice(0, 2)).toEqual([
      'not_ours the café next door',
      'matched typed wrongly',
    ])
    await desk.ask('reconcile.reopen', { settled: settled.rows[1]?.id ?? 0 }, session)
    expect((await desk.ask('reconcile.work', scope, session)).counts.differing).toBe(1)
    expect(await desk.send('reconcile.removeFile', { file: made.id }, session)).toMatchObject({
      ok: false,
      failure: { code: 'wrong_state' },
    })
  })

  it('takes the same file only once, and an overlapping one for what is new', async () => {
    const there = await office()
    const { desk, session } = there
    const text = `${HEAD}2026-01-05,10.00,a,Ann\n2026-01-06,20.00,b,Ben\n`
    const { source } = await taken(there, 'Bank', text)
    const { sources } = await desk.ask('reconcile.sources', {}, session)
    expect(sources).toMatchObject([{ id: source, name: 'Bank', tenders: ['card'] }])
    const offered = async (name: string, content: string) => {
      const asked = { file: file(name, content), source, mapping: null, alsoRows: [] }
      const { mapping, shown } = await desk.ask('reconcile.preview', asked, session)
      return { file: asked.file, source, tenders: ['card' as const], mapping, alsoRows: [], shown }
    }
    const again = await offered('again.csv', text)
    expect(await desk.send('reconcile.take', again, session)).toMatchObject({
      ok: false,
      failure: { code: 'already_exists' },
    })
    const more = await offered('more.csv', `${text}2026-01-07,30.00,c,Cay\n`)
    expect(await desk.send('reconcile.take', { ...more, file: again.file }, session)).toMatchObject({
      ok: false,
      failure: { code: 'stale', field: 'file' },
    })
    expect(await desk.ask('reconcile.take', more, session)).toMatchObject({ repeated: 2, file: { count: 1 } })
    const { rows } = await desk.ask('reconcile.files', {}, session)
    expect(rows.map(({ name, count }) => `${name} ${count}`)).toEqual(['more.csv 1', 'Bank.csv 2'])
    await desk.ask('reconcile.removeFile', { file: rows[0]?.id ?? 0 }, session)
    expect(await desk.ask('reconcile.take', more, session)).toMatchObject({ repeated: 2, file: { count: 1 } })
  })

  it('takes a line singly that is only noted ahead, and puts its booking in its place', async () => {
    const { desk, session } = await office()
    const head = 'Buchungstag;Verwendungszweck;Betrag;Info\n'
    const noted = file('january.csv', `${head}30.01.2026;Paket C-014;640,00;Umsatz vorgemerkt\n`)
    const preview = (chosen: typeof noted, source: number | null, alsoRows: number[]) =>
      desk.ask('reconcile.preview', { file: chosen, source, mapping: null, alsoRows }, session)
    const alone = await preview(noted, null, [])
    expect(alone).toMatchObject({ count: 0, leftOut: 1, leftOutSum: 64_000 })
    expect(alone.leftOutLines[0]?.reason).toContain('noted ahead')
    const { mapping, shown } = await preview(noted, null, [2])
    const tenders = ['ach' as const]
    const { source } = await desk.ask(
      'reconcile.take',
      { file: noted, source: 'Sparkasse', tenders, mapping, alsoRows: [2], shown },
      session,
    )
    const booked = file('february.csv', `${head}02.02.2026;Paket C-014 SVWZ+;640,00;Umsatz gebucht\n`)
    const later = await preview(booked, source, [])
    expect(later).toMatchObject({ count: 1, repeated: 0 })
    const take = { file: booked, source, tenders, mapping: later.mapping, alsoRows: [], shown: later.shown }
    await desk.ask('reconcile.take', take, session)
    const { notRecorded } = await desk.ask('reconcile.work', { source, from: '2026-01-01', to: '2026-03-31' }, session)
    expect(notRecorded.map(({ date, amount }) => `${date} ${amount}`)).toEqual(['2026-02-02 64000'])
  })

  it('takes a new source only under a name of its own, and a file only for the source for which it was shown', async () => {
    const there = await office()
    const { desk, session } = there
    const text = `${HEAD}2026-01-05,10.00,a,Ann\n`
    const { source } = await taken(there, 'Card processor', text)
    const chosen = file('february.csv', `${text}2026-02-05,20.00,b,Ben\n`)
    const asNew = { file: chosen, source: null, mapping: null, alsoRows: [] }
    const preview = await desk.ask('reconcile.preview', asNew, session)
    expect(preview).toMatchObject({ count: 2, repeated: 0, fits: [source] })
    const { mapping, shown } = preview
    const take = { file: chosen, tenders: ['card' as const], mapping, alsoRows: [], shown }
    for (const name of ['Card processor', ' card  PROCESSOR'])
      expect(await desk.send('reconcile.take', { ...take, source: name }, session)).toMatchObject({
        ok: false,
        failure: { code: 'already_exists', field: 'source' },
      })
    expect(await desk.send('reconcile.take', { ...take, source }, session)).toMatchObject({
      ok: false,
      failure: { code: 'stale' },
    })
    const { rows } = await desk.ask('reconcile.files', {}, session)
    expect(rows).toHaveLength(1)
  })

  it('takes the lines that were shown as new, and no others where somebody took some meanwhile', async () => {
    const there = await office()
    const { desk, session } = there
    const { source } = await taken(there, 'Bank', `${HEAD}2026-01-05,10.00,a,Ann\n`)
    const offer = async (name: string, lines: string) => {
      const chosen = file(name, `${HEAD}${lines}`)
      const asked = { file: chosen, source, mapping: null, alsoRows: [] }
      const { mapping, shown } = await desk.ask('reconcile.preview', asked, session)
      return { file: chosen, source, tenders: ['card' as const], mapping, alsoRows: [], shown }
    }
    const both = await offer('both.csv', '2026-01-06,20.00,b,Ben\n2026-01-07,30.00,c,Cay\n')
    await desk.ask('reconcile.take', await offer('one.csv', '2026-01-06,20.00,b,Ben\n'), session)
    expect(await desk.send('reconcile.take', both, session)).toMatchObject({ ok: false, failure: { code: 'stale' } })
  })

  it('says which sources have written their files as this one is written', async () => {
    const there = await office()
    const { desk, session } = there
    const { source: card } = await taken(there, 'Card', `${HEAD}2026-01-05,10.00,a,Ann\n`)
    const german = 'Buchungstag;Verwendungszweck;Betrag;Saldo\n05.01.2026;Osei;10,00;110,00\n'
    const { source: bank } = await taken(there, 'Bank', german, ['ach'])
    const { source: bare } = await taken(there, 'Bare', '2026-01-05,10.00,*,Osei\n2026-01-06,-5.00,*,Nair\n', ['ach'])
    const fits = async (text: string, source: number | null) =>
      desk.ask('reconcile.preview', { file: file('x.csv', text), source, mapping: null, alsoRows: [] }, session)
    expect((await fits(german, card)).fits).toEqual([bank])
    expect(await fits(german, null)).toMatchObject({ fits: [bank], tenders: ['check', 'ach', 'cash'] })
    expect((await fits(`${HEAD}2026-03-05,10.00,a,Ann\n`, bare)).fits).toEqual([card])
    expect((await fits('2026-02-05,11.00,*,Osei\n', null)).fits).toEqual([bare])
    expect(await fits('Fecha,Importe,Cliente\n2026-02-05,11.00,Osei\n', null)).toMatchObject({ fits: [], tenders: [] })
  })

  it('asks before it takes what can be read in two ways', async () => {
    const { desk, session } = await office()
    const chosen = file(
      'days.csv',
      'Date,Description,Amount\n05/01/2026,a,1.00\n07/01/2026,b,2.00\n09/01/2026,c,3.00\n',
    )
    const asked = { file: chosen, source: null, mapping: null, alsoRows: [] }
    const { asks, mapping, shown, count } = await desk.ask('reconcile.preview', asked, session)
    expect({ about: asks.map(({ about }) => about), count }).toEqual({ about: ['dateOrder'], count: 0 })
    const take = { file: chosen, source: 'Bank', tenders: ['check' as const], mapping, alsoRows: [], shown }
    expect(await desk.send('reconcile.take', take, session)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field: 'file' },
    })
  })

  it('a bad row refuses the file with its row, and nothing of it is taken', async () => {
    const { desk, session } = await office()
    const chosen = file('bad.csv', `${HEAD}2026-01-05,10.00,a,Ann\n2026-13-06,20.00,b,Ben\n`)
    const asked = { file: chosen, source: null, mapping: null, alsoRows: [] }
    const preview = await desk.ask('reconcile.preview', asked, session)
    expect(preview.problems).toEqual([{ row: 3, message: '"2026-13-06" is not a date.' }])
    const { mapping, shown } = preview
    const take = { file: chosen, source: 'Bank', tenders: ['card' as const], mapping, alsoRows: [], shown }
    expect(await desk.send('reconcile.take', take, session)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', field: 'file', message: expect.stringContaining('Row 3') },
    })
    expect(await desk.ask('reconcile.sources', {}, session)).toMatchObject({ sources: [] })
  })

  it('splits a line into parts that come to it, and does not propose again what was rejected', async () => {
    const there = await office()
    const { desk, session } = there
    const [first = ''] = await cardLines(there)
    const { source } = await taken(there, 'Processor', `${HEAD}${first}\n2026-01-20,77.00,x,\n`)
    const scope = { source, from: '2025-01-01', to: '2026-12-31' }
    const before = await desk.ask('reconcile.work', scope, session)
    const [proposal] = before.proposals
    if (!proposal) throw new Error('no proposal')
    await desk.ask(
      'reconcile.reject',
      { lines: proposal.lines.map(({ id }) => id), payments: proposal.payments.map(({ key }) => key) },
      session,
    )
    const rejected = await desk.ask('reconcile.work', scope, session)
    expect(rejected.counts).toMatchObject({ exact: 0, notRecorded: 2 })
    const line = rejected.notRecorded.find(({ reference }) => reference === 'x')?.id ?? 0
    expect(await desk.send('reconcile.split', { line, amounts: [7_000, 600] }, session)).toMatchObject({
      failure: { code: 'invalid_input', field: 'amounts', message: expect.stringContaining('$1.00') },
    })
    await desk.ask('reconcile.split', { line, amounts: [7_000, 700] }, session)
    const split = await desk.ask('reconcile.work', scope, session)
    expect(split.notRecorded.filter(({ part }) => part).map(({ amount }) => amount)).toEqual([7_000, 700])
    expect(split.counts.notRecorded).toBe(3)
  })

  it('knows the payout of a processor in the file of the bank', async () => {
    const there = await office()
    const { desk, session } = there
    const [one = '', two = ''] = await cardLines(there)
    const fees = 'Date,Amount,Reference,Name,Fee,Payout\n'
    const { source } = await taken(
      there,
      'Stripe',
      `${fees}${one},1.00,po_9\n${two},2.00,po_9\n2026-01-20,-5.00,adj,,0,po_9\n`,
    )
    const all = { from: '2025-01-01', to: '2026-12-31' }
    await desk.ask('reconcile.acceptExact', { scope: { source, ...all }, except: [] }, session)
    const { notRecorded } = await desk.ask('reconcile.work', { source, ...all }, session)
    await desk.ask('reconcile.notOurs', { line: notRecorded[0]?.id ?? 0, note: "the processor's own" }, session)
    const cents = [one, two].map((line) => Math.round(Number(line.split(',')[1]) * 100))
    const net = (cents[0] ?? 0) + (cents[1] ?? 0) - 300 - 500
    const day = [one, two].map((line) => line.slice(0, 10)).toSorted()[1]
    const bank = await taken(there, 'Bank', `Date,Amount,Description\n${day},${(net / 100).toFixed(2)},PAYOUT\n`, [
      'check',
    ])
    const scope = { source: bank.source, ...all }
    const { proposals } = await desk.ask('reconcile.work', scope, session)
    expect(proposals).toMatchObject([{ certainty: 'exact', difference: -800, reason: expect.stringContaining('po_9') }])
    expect(await desk.ask('reconcile.acceptExact', { scope, except: [] }, session)).toEqual({ settled: 1 })
  })
})
