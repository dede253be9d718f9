import type { HistoryRow, LineEffect } from '../../../shared/contract/packages.ts'
import type { HistoryAction } from '../../../shared/contract/values.ts'
import { isDollars } from '../../../shared/currency.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths, sumHundredths } from '../../../shared/quantity.ts'
import { signedMoneyText, type MoneyStyle } from '../../../shared/money-text.ts'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'
import { nameOfEffect, type LineNames } from './line-names.ts'
import { say } from '../../../shared/words/say.ts'

export type EffectRow = Pick<HistoryRow, 'action' | 'flownBy' | 'paidChange' | 'fundsChange' | 'lines'>

/** What an entry did to the package, in a few words: "Funds −$409.13; Cessna 172S 1.30 h used", and which member flew. */
export function effectSentence(row: EffectRow, names: LineNames, style: MoneyStyle): string {
  const parts = [...moneyParts(row, style), ...lineParts(row, names, style)]
  const effect = parts.length > 0 ? parts.join('; ') : withoutEffect(row.action)
  if (row.flownBy === null) return effect
  const { name, number } = row.flownBy
  return [effect, say('history.flownBy', { name, number })].join('; ')
}

function moneyParts(row: EffectRow, style: MoneyStyle): string[] {
  const { paidChange, fundsChange } = row
  if (paidChange !== 0 && paidChange === fundsChange)
    return [say('history.effectPaidAndFunds', { amount: signedMoneyText(paidChange, style) })]
  return [
    ...(paidChange === 0 ? [] : [say('history.effectPaid', { amount: signedMoneyText(paidChange, style) })]),
    ...(fundsChange === 0 ? [] : [say('history.effectFunds', { amount: signedMoneyText(fundsChange, style) })]),
  ]
}

function lineParts(row: EffectRow, names: LineNames, style: MoneyStyle): string[] {
  if (row.action === 'added_to_package') return includedAltogether(row.lines, names, style)
  return row.lines.flatMap((effect) => {
    const part = linePart(row.action, effect, names, style)
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
    ...(hours === 0
      ? []
      : [say('history.effectIncluded', { quantity: quantityWithUnit(hours, 'hour', style.locale) })]),
    ...(pieces === 0
      ? []
      : [say('history.effectIncluded', { quantity: quantityWithUnit(pieces, 'product', style.locale) })]),
  ]
}

function linePart(action: HistoryAction, effect: LineEffect, names: LineNames, style: MoneyStyle): string | null {
  const { name, kind } = nameOfEffect(effect, names)
  const amount = (change: number) => quantityWithUnit(hundredths(Math.abs(change)), kind, style.locale)
  const { usedChange, includedChange, dollarsUsedChange, dollarsIncludedChange } = effect
  if (usedChange > 0) return say('history.effectUsed', { line: name, quantity: amount(usedChange) })
  if (usedChange < 0) return say('history.effectGivenBack', { line: name, quantity: amount(usedChange) })
  if (includedChange !== 0)
    return say(includedWords(action, includedChange), { line: name, quantity: amount(includedChange) })
  const dollars = cents(dollarsUsedChange === 0 ? dollarsIncludedChange : dollarsUsedChange)
  return dollars === 0
    ? null
    : say('history.effectDollars', {
        line: name,
        amount: signedMoneyText(dollars, style),
        dollars: isDollars(style.currency) ? 'yes' : 'no',
      })
}

/** Hours on a line become more or fewer by a transfer, an adjustment or a lapse. */
function includedWords(action: HistoryAction, change: number) {
  if (action === 'lapsed') return 'history.effectLapsed'
  if (action === 'hours_adjusted') return change > 0 ? 'history.effectAdjustedIn' : 'history.effectAdjustedOut'
  return change > 0 ? 'history.effectMovedIn' : 'history.effectMovedOut'
}

/** Said in words, so that an empty cell never leaves one guessing. */
function withoutEffect(action: HistoryAction): string {
  switch (action) {
    case 'item_invoice':
      return say('history.noneUntilPaid')
    case 'package_payment_failed':
      return say('history.nonePaymentFailed')
    case 'removed_from_package':
      return say('history.nonePackageClosed')
    case 'invoice_void':
    case 'invoice_delete':
      return say('history.noneNothingPaid')
    case 'end_changed':
      return say('history.noneEndChanged')
    case 'member_added':
      return say('history.noneMemberAdded')
    case 'member_removed':
      return say('history.noneMemberRemoved')
    case 'returned_to_package':
      return say('history.nonePackageOpenAgain')
    case 'customer_merged':
      return say('history.noneMerged')
    default:
      return say('history.noneOnPackage')
  }
}
