import { plain } from '../columns/plain-name.ts'
import type { Table } from './table.ts'

/** The columns of Wise's history of transfers: an amount for each side, and which of them is the school's. */
const NEEDED = [
  'direction',
  'source amount after fees',
  'source currency',
  'target amount after fees',
  'target currency',
]
const NAMES = ['ID', 'Status', 'Type', 'Finished on', 'Amount', 'Currency', 'Fee', 'Name', 'Reference'] as const

/**
 * Wise lists what came in, what went out and what was exchanged with two amounts a row. Of what came in the target
 * counts, of what went out the source, and the fee that was kept beside it. Other files stay as they are.
 */
export function withoutSides(table: Table): Table {
  const place = table.rows.slice(0, 30).findIndex((cells) => {
    const names = cells.map(plain)
    return NEEDED.every((name) => names.includes(name))
  })
  if (place === -1) return table
  const names = (table.rows[place] ?? []).map(plain)
  const rows = table.rows.map((cells, at) => (at < place ? cells : at === place ? NAMES : oneSide(cells, names)))
  return { ...table, rows }
}

function oneSide(cells: readonly string[], names: readonly string[]): readonly string[] {
  // A row of another width is refused later, as it is.
  if (cells.length < names.length) return cells.every((cell) => cell.trim() === '') ? cells : [...cells, '']
  const cell = (name: string) => (cells[names.indexOf(name)] ?? '').trim()
  const direction = cell('direction').toUpperCase()
  const isIn = direction === 'IN'
  const side = isIn ? 'target' : 'source'
  const amount = cell(`${side} amount after fees`)
  return [
    cell('id'),
    cell('status'),
    direction,
    cell('finished on') || cell('created on'),
    direction === 'OUT' ? `-${amount}` : amount,
    cell(`${side} currency`),
    cell(`${side} fee amount`),
    cell(isIn ? 'source name' : 'target name'),
    cell('reference'),
  ]
}
