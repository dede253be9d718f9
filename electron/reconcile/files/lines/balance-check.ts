import { readAmount } from '../cells/amount.ts'
import { cellAt, type FileLine } from './cells-of-line.ts'
import type { ReadLines } from './read-lines.ts'
import type { Reading } from './reading.ts'
import { balanceMoves } from './running-balance.ts'

/** Fewer steps prove nothing. */
const FEWEST_STEPS = 2

/**
 * What the running balance says of the amounts as they were read. `against`: it moves by exactly the opposite of them;
 * `hidden`: it goes down by amounts that were read as money received.
 */
export function balanceOf(
  lines: readonly FileLine[],
  reading: Reading,
  { receipts }: ReadLines,
): 'fits' | 'against' | 'hidden' | null {
  const { extra, decimal, terms } = reading
  if (extra.balance === -1) return null
  const byRow = new Map(receipts.filter(({ soFar }) => !soFar).map((receipt) => [receipt.row, receipt]))
  const balanced = lines.flatMap(({ row, fields }) => {
    const receipt = byRow.get(row)
    const balance = readAmount(cellAt(fields, extra.balance), decimal, terms)
    return receipt === undefined || balance === undefined
      ? []
      : [{ amount: receipt.amount as number, balance: balance as number }]
  })
  if (balanced.length <= FEWEST_STEPS) return null
  const told = balanceMoves(balanced)
  if (told !== 'not') return 'fits'
  const turned = balanceMoves(balanced.map(({ amount, balance }) => ({ amount: -amount, balance })))
  if (turned === 'down' || turned === 'up') return 'against'
  return balanced.every(({ amount }) => amount > 0) && movesBySize(balanced) ? 'hidden' : null
}

function movesBySize(lines: readonly { readonly amount: number; readonly balance: number }[]): boolean {
  const steps = lines.slice(1).map((line, place) => {
    const before = lines[place]
    const step = before ? Math.abs(line.balance - before.balance) : -1
    return { down: step === line.amount, up: before !== undefined && step === before.amount }
  })
  return steps.every(({ down }) => down) || steps.every(({ up }) => up)
}

/** Whether the balance moves by every single amount as it was read: then there is nothing to ask about them. */
export function balanceProves(lines: readonly FileLine[], reading: Reading, { receipts }: ReadLines): boolean {
  const { extra, decimal, terms } = reading
  if (extra.balance === -1 || receipts.length <= FEWEST_STEPS) return false
  const cells = new Map(lines.map(({ row, fields }) => [row, cellAt(fields, extra.balance)]))
  const balanced = receipts.map(({ row, amount }) => ({
    amount: amount as number,
    balance: readAmount(cells.get(row) ?? '', decimal, terms) as number | undefined,
  }))
  const steps = balanced.slice(1).map((line, place) => {
    const before = balanced[place]
    if (before?.balance === undefined || line.balance === undefined) return { down: false, up: false }
    return { down: line.balance - before.balance === line.amount, up: before.balance - line.balance === before.amount }
  })
  return steps.every(({ down }) => down) || steps.every(({ up }) => up)
}
