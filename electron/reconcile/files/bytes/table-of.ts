import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import { say } from '../../../../shared/words/say.ts'
import { camtTable } from './camt.ts'
import { delimitedTable } from './delimited.ts'
import { encodingOf, textOf } from './encoding.ts'
import { mt940Table } from './mt940.ts'
import { isNoText, otherArchive, otherKind } from './other-kinds.ts'
import { ofxTable } from './ofx.ts'
import { noTable, type TableRead } from './table.ts'
import { withoutSides } from './wise.ts'
import { workbookTable } from './workbook.ts'

/** The rows of a file, by what its first bytes say it is. */
export async function tableOf(bytes: Uint8Array, wanted: Pick<Mapping, 'encoding' | 'delimiter'>): Promise<TableRead> {
  const begin = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (begin.startsWith('PK\u0003\u0004')) {
    const other = otherArchive(bytes)
    return other === undefined ? workbookTable(bytes) : noTable(other)
  }
  const other = otherKind(bytes)
  if (other !== undefined) return noTable(other)
  const text = beginningOf(bytes)
  if (/^\s*(<!doctype html|<html|<table)/i.test(text)) return noTable(say('payment_files.is_web_page'))
  if (/^\s*OFXHEADER|<OFX>/i.test(text)) return inText(bytes, ofxTable)
  if (/^\s*<\?xml|^\s*<(\w+:)?Document\b/.test(text)) return inText(bytes, camtTable)
  if (/^:20:/m.test(text) && /^:(25|28C?|60[FM]):/m.test(text)) return inText(bytes, mt940Table)
  const read = delimitedTable(bytes, wanted)
  return read.ok ? { ok: true, table: withoutSides(read.table) } : read
}

function beginningOf(bytes: Uint8Array): string {
  const part = bytes.subarray(0, 4_000)
  const encoding = encodingOf(bytes.subarray(0, 4_000))
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  return new TextDecoder(isWide ? encoding : 'latin1').decode(part).replace(/^\uFEFF|^ï»¿/, '')
}

function inText(bytes: Uint8Array, read: (text: string) => TableRead): TableRead {
  const encoding = encodingOf(bytes)
  const text = encoding && textOf(bytes, encoding)
  if (!text) return noTable(say('payment_files.unknown_encoding'))
  return isNoText(text) ? noTable(say('payment_files.no_text')) : read(text.replace(/^\uFEFF/, ''))
}
