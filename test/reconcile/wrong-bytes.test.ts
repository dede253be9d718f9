import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readReceipts } from '../../electron/reconcile/files/read-file.ts'

const US = { currency: 'USD', minorDigits: 2, locale: 'en-US', timeZone: 'America/Denver' }
const read = (bytes: Uint8Array | string, encoding: BufferEncoding = 'utf8') =>
  readReceipts(typeof bytes === 'string' ? Buffer.from(bytes, encoding) : bytes, null, US)

/** Bytes of every value, as compressed content has them. */
const noise = (size: number) =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256))
const after = (begin: string, size = 4_000) => Buffer.concat([Buffer.from(begin, 'latin1'), noise(size)])
const zip = (name: string) =>
  Buffer.concat([Buffer.from(`PK\u0003\u0004${name}`, 'latin1'), deflateRawSync(noise(500))])

describe('a file of other bytes', () => {
  it.each([
    ['a picture', after('\u0089PNG\r\n\u001a\n'), /picture/],
    ['a photograph', after('\u00ff\u00d8\u00ff\u00e0'), /picture/],
    ['a QIF file', after('!Type:Bank\nD05/01/2026\nT250.00\n^\n'), /QIF/],
    ['a PDF', after('%PDF-1.7\n'), /PDF/],
    ['a PDF behind a mark', after('\u00ef\u00bb\u00bf\r\n%PDF-1.4\n'), /PDF/],
    ['an archive', gzipSync(noise(300)), /archive/],
    ['a packed folder', zip('january.csv'), /archive/],
    ['a document', zip('word/document.xml'), /no workbook of Excel/],
    ['a damaged workbook', zip('xl/workbook.xml'), /damaged or protected/],
    ['noise', noise(5_000), /not a text file|encoding/],
    ['noise in two bytes a sign', after('\u00ff\u00fe'), /not a text file/],
  ])('%s is told by what it is, and by nothing about columns', async (_name, bytes, sentence) => {
    const { problems, asks, columns } = await read(bytes)
    expect({ asks, columns }).toEqual({ asks: [], columns: [] })
    expect(problems).toEqual([{ row: null, message: expect.stringMatching(sentence) }])
  })
})

describe('texts of a file of payments', () => {
  const HEAD = 'Date,Description,Reference,Amount\n'
  const fine = '2026-01-06,Osei,r2,1.00\n'

  it.each([
    ['a zero', `${HEAD}2026-01-05,a\0b,r,10.00\n${fine}`, 'utf8', /“Description” holds a control character/],
    ['a control character', `${HEAD}2026-01-05,a,r\u0007,10.00\n${fine}`, 'utf8', /“Reference” holds a control/],
    ['half a sign', `\uFEFF${HEAD}2026-01-05,a\ud800b,r,10.00\n${fine}`, 'utf16le', /“Description” holds half a sign/],
    ['nothing that can be seen', `${HEAD}2026-01-05,\u200b\u2060,r,10.00\n${fine}`, 'utf8', /nothing that can be seen/],
    ['too much', `${HEAD}2026-01-05,${'x'.repeat(2_001)},r,10.00\n${fine}`, 'utf8', /longer than 2,000 characters/],
  ] as const)('%s refuses its row, and is not kept otherwise', async (_name, text, encoding, sentence) => {
    const { problems, receipts } = await read(text, encoding)
    expect(problems).toEqual([{ row: 2, message: expect.stringMatching(sentence) }])
    expect(receipts.map(({ row }) => row)).toEqual([3])
  })

  it('in formats made for payments, too', async () => {
    const ofx =
      '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKTRANLIST><STMTTRN><DTPOSTED>20260105<TRNAMT>10.00<FITID>1' +
      `<NAME>O\u0001sei</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
    expect((await read(ofx)).problems).toEqual([{ row: 2, message: expect.stringMatching(/“Name” holds a control/) }])
  })

  it('are kept whole up to their bound', async () => {
    const long = 'y'.repeat(2_000)
    const { receipts, problems } = await read(`${HEAD}2026-01-05,${long},r,10.00\n`)
    expect(problems).toEqual([])
    expect(receipts[0]?.text).toBe(long)
  })

  it('names of columns that cannot be remembered are called by their place', async () => {
    const { columns, problems } = await read(`Date,${'n'.repeat(300)},A\u0007b,Amount\n2026-01-05,x,y,10.00\n`)
    expect(problems).toEqual([])
    expect(columns).toEqual(['Date', '#2', '#3', 'Amount'])
  })

  it('amounts that come to more than can be kept are refused in words', async () => {
    const rows = Array.from({ length: 250 }, (_, at) => `2026-01-05,t${at},r${at},99999999999.00`)
    const { problems } = await read(HEAD + rows.join('\n'))
    expect(problems).toEqual([{ row: null, message: expect.stringMatching(/more than can be kept/) }])
    expect((await read(`${HEAD}2026-01-05,a,r,99999999999999999.00\n`)).problems[0]?.message).toMatch(/larger than any/)
  })
})

describe('the numbers of rows', () => {
  it('are those of the file below a quotation mark that swallows lines', async () => {
    const text =
      'Date,Description,Amount\n2026-01-05,a,10.00\n2026-01-06,"b,11.00\n2026-01-07,c,12.00\n2026-01-08,"d,13.00\n2026-01-09,e,xx\n'
    expect((await read(text)).problems.map(({ row }) => row)).toEqual([3, 6])
  })

  it('of a quotation mark that is never closed is the one where it begins, as the lines above are counted', async () => {
    const swallows = '2026-01-06,"b,11.00\n2026-01-07,c,12.00\n2026-01-08,"d,13.00\n'
    const text = `Date,Description,Amount\n2026-01-05,a,10.00\n${swallows}2026-01-09,"e,14.00\n2026-01-10,f,15.00\n`
    expect((await read(text)).problems).toEqual([{ row: 6, message: expect.stringMatching(/quotation mark/) }])
    const first = '"Date,Description,Amount\n2026-01-05,a,10.00\n'
    expect((await read(first)).problems.map(({ row }) => row)).toEqual([1])
    const meant = 'Date,Description,Amount\n2026-01-05,"a\nand more",10.00\n2026-01-09,"e,11.00\n'
    expect((await read(meant)).problems.map(({ row }) => row)).toEqual([3])
  })

  it('are those of a spreadsheet below a cell of several lines that is meant so', async () => {
    const text = 'Date,Description,Amount\n2026-01-05,"a\nand more",10.00\n2026-01-09,e,xx\n'
    expect((await read(text)).problems.map(({ row }) => row)).toEqual([3])
  })
})

describe('what was found out', () => {
  it('is remembered only where something in the file told it', async () => {
    const iso = await read('Date,Amount\n2026-01-05,10\n')
    expect(iso.mapping).toMatchObject({ dateOrder: 'auto', decimalSign: 'auto' })
    const told = await read('Date,Amount\n13/01/2026,"10,5"\n')
    expect(told.mapping).toMatchObject({ dateOrder: 'dmy', decimalSign: ',' })
  })
})
