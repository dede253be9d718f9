import type { Table } from './table.ts'

/** One movement of a format that was made for payments; empty where the file does not say. */
export interface Movement {
  /** YYYY-MM-DD, or with a time and zone */
  readonly date: string
  /** a decimal with its sign: negative where it went out */
  readonly amount: string
  readonly currency: string
  /** Booked, Pending */
  readonly status: string
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly text: string
}

const NAMES = ['Booking date', 'Amount', 'Currency', 'Status', 'Transaction ID', 'Reference', 'Name', 'Description']

/** The same table for each of these formats, so that a source may change from one to another. */
export function madeTable(format: Table['format'], movements: readonly Movement[]): Table {
  const rows = movements.map(({ date, amount, currency, status, id, reference, name, text }) =>
    [date, withDecimals(amount), currency, status, id, reference, name, text].map((cell) =>
      cell.replace(/\s+/g, ' ').trim(),
    ),
  )
  return { format, rows: [NAMES, ...rows], numbers: null, encoding: null, delimiter: null, problems: [] }
}

/** 1250 and 1250.5 are as sure as 1250.50, and leave no doubt about the decimal sign. */
function withDecimals(amount: string): string {
  const written = amount.trim()
  if (/^[-+]?\d+$/.test(written)) return `${written}.00`
  return /^[-+]?\d*\.\d$/.test(written) ? `${written}0` : written
}
