import { say } from '../../../../shared/words/say.ts'
import { madeTable, type Movement } from './made-table.ts'
import { noTable, type TableRead } from './table.ts'
import { nodesAt, textAt, xmlOf, type XmlNode } from './xml-nodes.ts'

const STATEMENTS = [
  ['OFX', 'BANKMSGSRSV1', 'STMTTRNRS', 'STMTRS'],
  ['OFX', 'CREDITCARDMSGSRSV1', 'CCSTMTTRNRS', 'CCSTMTRS'],
] as const

/** Reads OFX and QFX of either edition: the first leaves its values open, and is closed before. */
export function ofxTable(text: string): TableRead {
  const begin = text.search(/<OFX>/i)
  const document = begin === -1 ? undefined : xmlOf(closed(text.slice(begin)))
  if (document === undefined) return noTable(say('payment_files.damaged_ofx'))
  const statements = STATEMENTS.flatMap((path) => nodesAt(document, ...path))
  const movements = statements.flatMap((statement) => {
    const currency = textAt(statement, 'CURDEF')
    const booked = nodesAt(statement, 'BANKTRANLIST', 'STMTTRN').map((one) => movementOf(one, currency, 'Booked'))
    const pending = nodesAt(statement, 'BANKTRANLISTP', 'STMTTRNP').map((one) => movementOf(one, currency, 'Pending'))
    return [...booked, ...pending]
  })
  if (movements.length === 0) return noTable(say('payment_files.no_payments'))
  return { ok: true, table: madeTable('ofx', movements) }
}

/** <NAME>Oakes becomes <NAME>Oakes</NAME>; signs of XML that stand bare are written as such. */
function closed(text: string): string {
  return text
    .replace(/&(?!(#\d+|#x[\da-f]+|\w+);)/gi, '&amp;')
    .replace(
      /<([A-Z\d_.]+)>([^<]*[^<\s][^<]*)(<\/\1>)?/gi,
      (_, name: string, value: string) => `<${name}>${value.trim()}</${name}>`,
    )
}

function movementOf(one: XmlNode, currency: string, status: string): Movement {
  return {
    date: dateOf(textAt(one, 'DTPOSTED') || textAt(one, 'DTTRAN')),
    amount: plainAmount(textAt(one, 'TRNAMT')),
    currency: textAt(one, 'CURRENCY', 'CURSYM') || currency,
    status,
    id: textAt(one, 'FITID'),
    reference: textAt(one, 'CHECKNUM') || textAt(one, 'REFNUM'),
    name: textAt(one, 'NAME') || textAt(one, 'PAYEE', 'NAME'),
    text: textAt(one, 'MEMO'),
  }
}

/** Some banks write a comma before the decimals, or between thousands. */
function plainAmount(text: string): string {
  return /,\d{1,2}$/.test(text) && !text.includes('.') ? text.replace(',', '.') : text.replaceAll(',', '')
}

/** Midnight and noon stand for a day, whatever zone is written behind; another time with its zone is an instant. */
function dateOf(text: string): string {
  const [, year = '', month = '', day = '', time = '', zone = ''] =
    /^(\d{4})(\d{2})(\d{2})(\d{6})?(?:\.\d+)?(?:\[([-+]?[\d.]+)?(?::\w+)?\])?$/.exec(text.trim()) ?? []
  const date = `${year}-${month}-${day}`
  if (year === '') return text
  if (zone === '' || time === '' || time === '000000' || time === '120000') return date
  const hours = Number(zone)
  const offset = `${hours < 0 ? '-' : '+'}${String(Math.trunc(Math.abs(hours))).padStart(2, '0')}:${String(Math.round((Math.abs(hours) % 1) * 60)).padStart(2, '0')}`
  return `${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}${offset}`
}
