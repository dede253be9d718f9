import type { Explanation, Figure, HistoryRow, LineEffect, PackageBalance } from '../../../shared/contract/packages.ts'
import type { HistoryAction } from '../../../shared/contract/values.ts'

export type Term = Explanation['terms'][number]

/** What is left out of an explanation where it adds nothing. */
type Change = readonly [words: string, value: number, ref: string]

/**
 * The terms that a number of the Package Balance is made of, in the order in which a person would say them. They add
 * up to the number.
 * @param rows the history up to the day of the balance, oldest first
 */
export function moneyTerms(
  figure: Extract<Figure, { of: 'package' }>['figure'],
  balance: Pick<PackageBalance, 'price' | 'paid'>,
  rows: readonly HistoryRow[],
): Term[] {
  switch (figure) {
    case 'price':
      return [
        ...rows
          .filter(({ action }) => action === 'added_to_package')
          .flatMap(({ lines }) => lines.map((line) => term(`for ${line.code}`, line.dollarsIncludedChange, 1))),
        ...grouped(
          rows
            .filter(({ action }) => action === 'lapsed')
            .flatMap(({ ref, lines }) => lines.map((line): Change => ['lapsed', line.dollarsIncludedChange, ref])),
        ),
      ]
    case 'paid':
      return grouped(rows.map((row) => [paidWords(row.action), row.paidChange, row.ref]))
    case 'owed':
      return [term('price', balance.price, 1), term('paid', -balance.paid, 1)]
    case 'funds':
      return [
        ...(balance.paid === 0 ? [] : [term('paid', balance.paid, 1)]),
        ...grouped(rows.map((row) => [drawnWords(row.action), row.fundsChange - row.paidChange, row.ref])),
      ]
  }
}

/** The same for a number of a line; `measure` reads its quantities or its dollars. */
export function lineTerms(
  figure: 'included' | 'used' | 'remaining',
  line: number,
  measure: 'quantity' | 'dollars',
  rows: readonly HistoryRow[],
): Term[] {
  const included: Change[] = []
  const used: Change[] = []
  for (const row of rows) {
    const effect = row.lines.find((candidate) => candidate.line === line)
    if (!effect) continue
    const sign = figure === 'remaining' ? -1 : 1
    included.push([includedWords(row, effect, figure), changeOf(effect, 'included', measure), row.ref])
    used.push([usedWords(row.action), sign * changeOf(effect, 'used', measure), row.ref])
  }
  switch (figure) {
    case 'included':
      return grouped(included)
    case 'used':
      return grouped(used)
    case 'remaining':
      // What was sold first, then what was used of it, then what was moved.
      return inOrderOf(grouped([...included, ...used]))
  }
}

function changeOf(effect: LineEffect, of: 'included' | 'used', measure: 'quantity' | 'dollars'): number {
  if (of === 'included') return measure === 'quantity' ? effect.includedChange : effect.dollarsIncludedChange
  return measure === 'quantity' ? effect.usedChange : effect.dollarsUsedChange
}

function inOrderOf(terms: readonly Term[]): Term[] {
  const moved = terms.filter(({ words }) => words.startsWith('transferred'))
  return [...terms.filter((candidate) => !moved.includes(candidate)), ...moved]
}

/** One term for each wording; the count is of the actions' references, so that an invoice counts once. */
function grouped(changes: readonly Change[]): Term[] {
  const groups = Map.groupBy(
    changes.filter(([, value]) => value !== 0),
    ([words]) => words,
  )
  return [...groups].map(([words, members]) =>
    term(
      words,
      members.reduce((sum, [, value]) => sum + value, 0),
      new Set(members.map(([, , ref]) => ref)).size,
    ),
  )
}

function term(words: string, value: number, count: number): Term {
  return { words, value, count }
}

function paidWords(action: HistoryAction): string {
  switch (action) {
    case 'package_payment':
      return 'in # package payment'
    case 'package_refund':
      return 'given back in # package refund'
    case 'transfer_in':
      return 'transferred in'
    case 'transfer_out':
      return 'transferred out'
    case 'package_payment_reversed':
      return 'in # reversed payment'
    case 'opening_payment':
      return 'brought over'
    case 'opening_reversed':
      return 'brought over and taken back'
    case 'lapsed':
      return 'lapsed'
    default:
      return 'otherwise'
  }
}

function drawnWords(action: HistoryAction): string {
  return action === 'item_invoice_paid' || action === 'item_invoice_part_paid'
    ? 'drawn by # invoice'
    : givenBackWords(action)
}

function usedWords(action: HistoryAction): string {
  return action === 'item_invoice_paid' ? 'on # paid invoice' : givenBackWords(action)
}

function givenBackWords(action: HistoryAction): string {
  switch (action) {
    case 'invoice_refund':
      return 'given back by # refund'
    case 'invoice_void':
      return 'given back by # void'
    case 'invoice_delete':
      return 'given back by # deletion'
    case 'item_invoice_unpaid':
      return 'pending again by # reversed payment'
    case 'opening_use':
      return 'used before and brought over'
    case 'opening_reversed':
      return 'brought over and taken back'
    default:
      return 'otherwise'
  }
}

function includedWords(row: HistoryRow, effect: LineEffect, figure: 'included' | 'used' | 'remaining'): string {
  if (row.action === 'hours_adjusted') return 'adjusted'
  if (row.action === 'lapsed') return 'lapsed'
  if (row.action !== 'transfer_hours') return figure === 'included' ? 'as sold' : 'included'
  const other = row.lines.find(({ line }) => line !== effect.line)?.code ?? 'another line'
  return effect.includedChange < 0 || (effect.includedChange === 0 && effect.dollarsIncludedChange < 0)
    ? `transferred to ${other}`
    : `transferred from ${other}`
}
