import type { HistoryRow, LineEffect } from '../../../shared/contract/packages.ts'
import type { HistoryAction } from '../../../shared/contract/values.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths, sumHundredths } from '../../../shared/quantity.ts'
import { signedMoneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'
import { nameOfEffect, type LineNames } from './line-names.ts'

export type EffectRow = Pick<HistoryRow, 'action' | 'paidChange' | 'fundsChange' | 'lines'>

/** What an entry did to the package, in a few words: "Funds −$409.13; Cessna 172S 1.30 h used". */
export function effectSentence(row: EffectRow, names: LineNames, style: MoneyStyle): string {
  const parts = [...moneyParts(row, style), ...lineParts(row, names, style)]
  return parts.length > 0 ? parts.join('; ') : withoutEffect(row.action)
}

function moneyParts(row: EffectRow, style: MoneyStyle): string[] {
  const { paidChange, fundsChange } = row
  if (paidChange !== 0 && paidChange === fundsChange) return [`Paid and funds ${signedMoneyText(paidChange, style)}`]
  return [
    ...(paidChange === 0 ? [] : [`Paid ${signedMoneyText(paidChange, style)}`]),
    ...(fundsChange === 0 ? [] : [`Funds ${signedMoneyText(fundsChange, style)}`]),
  ]
}

function lineParts(row: EffectRow, names: LineNames, style: MoneyStyle): string[] {
  if (row.action === 'added_to_package') return includedAltogether(row.lines, names, style)
  return row.lines.flatMap((effect) => {
    const part = linePart(effect, names, style)
    return part === null ? [] : [part]
  })
}

/** A package of nine lines would read as a list of nine: the sums say as much. */
function includedAltogether(lines: readonly LineEffect[], names: LineNames, style: MoneyStyle): string[] {
  const ofKind = (hours: boolean) =>
    sumHundredths(
      lines
        .filter((effect) => (nameOfEffect(effect, names).kind === 'hour') === hours)
        .map((line) => line.includedChange),
    )
  const [hours, pieces] = [ofKind(true), ofKind(false)]
  return [
    ...(hours === 0 ? [] : [`${quantityWithUnit(hours, 'hour', style.locale)} included`]),
    ...(pieces === 0 ? [] : [`${quantityWithUnit(pieces, 'product', style.locale)} included`]),
  ]
}

function linePart(effect: LineEffect, names: LineNames, style: MoneyStyle): string | null {
  const { name, kind } = nameOfEffect(effect, names)
  const amount = (change: number) => quantityWithUnit(hundredths(Math.abs(change)), kind, style.locale)
  const { usedChange, includedChange, dollarsUsedChange, dollarsIncludedChange } = effect
  if (usedChange > 0) return `${name} ${amount(usedChange)} used`
  if (usedChange < 0) return `${name} ${amount(usedChange)} given back`
  if (includedChange > 0) return `${name} ${amount(includedChange)} moved in`
  if (includedChange < 0) return `${name} ${amount(includedChange)} moved out`
  const dollars = cents(dollarsUsedChange === 0 ? dollarsIncludedChange : dollarsUsedChange)
  return dollars === 0 ? null : `${name} dollars ${signedMoneyText(dollars, style)}`
}

/** Said in words, so that an empty cell never leaves one guessing. */
function withoutEffect(action: HistoryAction): string {
  switch (action) {
    case 'item_invoice':
      return 'None until it is paid'
    case 'package_payment_failed':
      return 'None, the payment failed'
    case 'removed_from_package':
      return 'None, the package is closed'
    case 'invoice_void':
    case 'invoice_delete':
      return 'None, nothing had been paid'
    case 'added_to_package':
    case 'package_payment':
    case 'package_refund':
    case 'item_invoice_part_paid':
    case 'item_invoice_paid':
    case 'invoice_refund':
    case 'transfer_hours':
    case 'transfer_out':
    case 'transfer_in':
      return 'None on this package'
  }
}
