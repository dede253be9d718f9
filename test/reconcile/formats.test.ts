import { describe, expect, it } from 'vitest'
import writeSheet from 'write-excel-file/node'
import { readReceipts, type ReadFile } from '../../electron/reconcile/files/read-file.ts'

const EURO = { currency: 'EUR', minorDigits: 2, locale: 'de-DE', timeZone: 'Europe/Berlin' }

async function read(content: string | Uint8Array, terms = EURO): Promise<ReadFile> {
  const file = await readReceipts(typeof content === 'string' ? Buffer.from(content) : content, null, terms)
  expect({ problems: file.problems, asks: file.asks }).toEqual({ problems: [], asks: [] })
  return file
}

const lines = ({ receipts }: ReadFile) => receipts.map(({ date, amount, name }) => [date, amount, name])

const OFX_HEAD = 'OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\n\r\n'
const OFX = (currency: string) => `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>${currency}<BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260105000000[0:GMT]<TRNAMT>900.00<FITID>F1<NAME>OAKES & SONS<MEMO>PKG 10h</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260107233000.000[-5:EST]<TRNAMT>-1250,5<FITID>F2<NAME>BANNER</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1000.00<DTASOF>20260131</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

const entry = (amount: string, direction: string, status: string, more = '') => `<Ntry><Amt Ccy="EUR">${amount}</Amt>
<CdtDbtInd>${direction}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-06</Dt></ValDt>
<AcctSvcrRef>${amount}</AcctSvcrRef>${more}</Ntry>`
const part = (amount: string, name: string) => `<TxDtls><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>Paket</Ustrd></RmtInf></TxDtls>`
const camt = (kind: string, inner: string, entries: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt"><${kind}><${inner}>${entries}</${inner}></${kind}></Document>`

const MT940 = `:20:STARTUMS
:25:12345678/0000000000
:28C:00001/001
:60F:C251231EUR12450,00
:61:2601050105CR1250,00NTRFNONREF//BANKREF1
:86:166?00GUTSCHRIFT?20Paket 10 Std?32HANNA LOHSE
:61:2601070107DR250,5NTRFREF2
:86:Erstattung Kern
:61:2512310102RC100,00NTRFREF3
:86:Storno
:62F:C260131EUR13349,50
-
`

describe('a file made for payments', () => {
  it('is OFX of the first edition: days as the bank writes them, instants on the day of the school', async () => {
    const file = await read(OFX_HEAD + OFX('EUR'))
    expect(file.format).toBe('ofx')
    expect(lines(file)).toEqual([
      ['2026-01-05', 90_000, 'OAKES & SONS'],
      ['2026-01-08', -125_050, 'BANNER'],
    ])
    expect(file.receipts.map(({ id }) => id)).toEqual(['F1', 'F2'])
  })

  it('is OFX in another currency, and refused', async () => {
    const { problems } = await readReceipts(Buffer.from(OFX_HEAD + OFX('CAD')), null, EURO)
    expect(problems.map(({ row }) => row)).toEqual([2, 3])
  })

  it('is CAMT.053: what is pending is left out, a batch is split where its parts come to it', async () => {
    const batch = `<NtryDtls>${part('400.00', 'Lohse')}${part('100.00', 'Kern')}</NtryDtls>`
    const unknown = `<NtryDtls>${part('1.00', 'Lohse')}${part('2.00', 'Kern')}</NtryDtls>`
    const entries =
      entry('500.00', 'CRDT', 'BOOK', batch) +
      entry('250.5', 'DBIT', '<Cd>BOOK</Cd>') +
      entry('77.00', 'CRDT', 'PDNG') +
      entry('9.00', 'CRDT', 'BOOK', unknown)
    const file = await read(camt('BkToCstmrStmt', 'Stmt', entries))
    expect(lines(file)).toEqual([
      ['2026-01-05', 40_000, 'Lohse'],
      ['2026-01-05', 10_000, 'Kern'],
      ['2026-01-05', -25_050, ''],
      ['2026-01-05', 900, ''],
    ])
    expect(file.leftOut.map(({ reason }) => reason)).toEqual(['pending'])
  })

  it('is CAMT.054', async () => {
    const file = await read(camt('BkToCstmrDbtCdtNtfctn', 'Ntfctn', entry('500', 'CRDT', 'BOOK')))
    expect(lines(file)).toEqual([['2026-01-05', 50_000, '']])
  })

  it('is MT940: a reversed credit goes out, and the day of booking is the next year’s at the turn of it', async () => {
    const file = await read(MT940)
    expect(lines(file)).toEqual([
      ['2026-01-05', 125_000, 'HANNA LOHSE'],
      ['2026-01-07', -25_050, ''],
      ['2026-01-02', -10_000, ''],
    ])
  })

  it('is a workbook: days and numbers as they are in its cells', async () => {
    const cell = (value: string | number | Date) =>
      value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value, type: value.constructor as never }
    const rows = [
      ['Flugschule', ''],
      ['Buchungstag', 'Betrag', 'Verwendungszweck'],
      [new Date('2026-01-05T00:00:00Z'), 1250, 'Paket'],
      [new Date('2026-01-07T00:00:00Z'), -180.5, 'Erstattung'],
    ]
    const bytes = await writeSheet(rows.map((row) => row.map(cell)) as never).toBuffer()
    const file = await read(bytes)
    expect(file.format).toBe('workbook')
    expect(lines(file)).toEqual([
      ['2026-01-05', 125_000, ''],
      ['2026-01-07', -18_050, ''],
    ])
  })

  it.each([
    ['%PDF-1.4', /PDF/],
    ['\u00d0\u00cf\u0011\u00e0', /old Excel/],
    ['<html><table><tr><td>Date</td></tr></table></html>', /web page/],
    ['<?xml version="1.0"?><Other/>', /no payments/],
    ['<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Document/>', /damaged/],
  ])('that is none is refused in words: %s', async (text, message) => {
    const { problems } = await readReceipts(Buffer.from(text, 'latin1'), null, EURO)
    expect(problems).toEqual([{ row: null, message: expect.stringMatching(message) }])
  })
})
