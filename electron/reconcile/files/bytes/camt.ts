import { say } from '../../../../shared/words/say.ts'
import { madeTable, type Movement } from './made-table.ts'
import { noTable, type TableRead } from './table.ts'
import { nodesAt, textAt, xmlOf, type XmlNode } from './xml-nodes.ts'

/** Where entries stand: statements (053), notifications (054), reports of the day (052). */
const ENTRIES = [
  ['Document', 'BkToCstmrStmt', 'Stmt', 'Ntry'],
  ['Document', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn', 'Ntry'],
  ['Document', 'BkToCstmrAcctRpt', 'Rpt', 'Ntry'],
] as const

/** Reads an ISO 20022 file of a bank: one line an entry, or one for each transaction of a batch that says its amounts. */
export function camtTable(text: string): TableRead {
  const document = xmlOf(text)
  if (document === undefined) return noTable(say('payment_files.damaged_xml'))
  const entries = ENTRIES.flatMap((path) => nodesAt(document, ...path))
  if (entries.length === 0) return noTable(say('payment_files.no_payments'))
  return { ok: true, table: madeTable('camt', entries.flatMap(movementsOf)) }
}

function movementsOf(entry: XmlNode): Movement[] {
  const details = nodesAt(entry, 'NtryDtls', 'TxDtls')
  const whole = movement(entry, details.length === 1 ? details[0] : undefined)
  if (details.length < 2) return [whole]
  const parts = details.map((part, place) => ({ part, amount: amountOf(part), place }))
  // A batch is split only where its parts say what they are, and come to it.
  const isComplete = parts.every(({ amount }) => amount !== '')
  const total = parts.reduce(
    (sum, { part, amount }) => sum + (directionOf(part, entry) === 'DBIT' ? -1 : 1) * Number(amount),
    0,
  )
  if (!isComplete || Math.abs(total - Number(whole.amount)) > 0.0005) return [whole]
  return parts.map(({ part, place }) => {
    const own = movement(entry, part)
    return { ...own, id: own.id === '' ? '' : `${own.id}/${place + 1}` }
  })
}

/** An entry, or one transaction of it, which may say its own amount and direction. */
function movement(entry: XmlNode, part: XmlNode): Movement {
  const single = nodesAt(entry, 'NtryDtls', 'TxDtls').length < 2
  const amount = single ? textAt(entry, 'Amt') : amountOf(part) || textAt(entry, 'Amt')
  const isOut = directionOf(single ? undefined : part, entry) === 'DBIT'
  const other = isOut ? 'Cdtr' : 'Dbtr'
  const reference = textAt(part, 'Refs', 'EndToEndId')
  return {
    date: dateOf(entry),
    amount: isOut ? `-${amount}` : amount,
    currency: textAt(entry, 'Amt', '@Ccy'),
    status: (textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')) === 'BOOK' ? 'Booked' : 'Pending',
    id: textAt(entry, 'AcctSvcrRef') || textAt(part, 'Refs', 'AcctSvcrRef') || textAt(entry, 'NtryRef'),
    reference: reference === 'NOTPROVIDED' ? '' : reference,
    name: textAt(part, 'RltdPties', other, 'Nm') || textAt(part, 'RltdPties', other, 'Pty', 'Nm'),
    text: wordsOf(entry, part),
  }
}

function amountOf(part: XmlNode): string {
  return textAt(part, 'Amt') || textAt(part, 'AmtDtls', 'TxAmt', 'Amt')
}

function directionOf(part: XmlNode, entry: XmlNode): string {
  return textAt(part, 'CdtDbtInd') || textAt(entry, 'CdtDbtInd')
}

function dateOf(entry: XmlNode): string {
  const at = (name: string) => textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm').slice(0, 10)
  return at('BookgDt') || at('ValDt')
}

function wordsOf(entry: XmlNode, part: XmlNode): string {
  const remitted = nodesAt(part, 'RmtInf', 'Ustrd').flatMap((line) => (typeof line === 'string' ? [line] : []))
  const structured = textAt(part, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref')
  const words = [...remitted, structured].filter((word) => word !== '').join(' ')
  return words || textAt(part, 'AddtlTxInf') || textAt(entry, 'AddtlNtryInf')
}
