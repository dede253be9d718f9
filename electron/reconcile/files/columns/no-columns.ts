import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'
import { RECEIPT_FIELDS } from '../../../../shared/receipt-fields.ts'

export type Columns = Mapping['columns']

export const NO_COLUMNS = Object.fromEntries(RECEIPT_FIELDS.map((field) => [field, null])) as Columns

/** Nothing is known yet. */
export const AUTOMATIC: Mapping = {
  encoding: 'auto',
  delimiter: 'auto',
  skipRows: 0,
  named: true,
  dateOrder: 'auto',
  decimalSign: 'auto',
  receivedIs: 'positive',
  columns: NO_COLUMNS,
  words: [],
}
