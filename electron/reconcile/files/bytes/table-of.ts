import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import { say } from '../../../../shared/words/say.ts'
import { delimitedTable } from './delimited.ts'
import { noTable, type TableRead } from './table.ts'

/** The rows of a file, by what its first bytes say it is. */
export async function tableOf(bytes: Uint8Array, wanted: Pick<Mapping, 'encoding' | 'delimiter'>): Promise<TableRead> {
  const begin = Buffer.from(bytes.subarray(0, 4_000)).toString('latin1')
  if (begin.startsWith('%PDF')) return noTable(say('payment_files.is_pdf'))
  return delimitedTable(bytes, wanted)
}
