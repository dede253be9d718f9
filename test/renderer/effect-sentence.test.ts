import { expect, test } from 'vitest'
import { effectSentence, type EffectRow } from '../../renderer/packages/history/effect-sentence.ts'
import { lineNamesOf } from '../../renderer/packages/history/line-names.ts'
import type { BalanceLine, LineEffect } from '../../shared/contract/packages.ts'
import { HISTORY_ACTIONS } from '../../shared/contract/history-actions.ts'
import { cents, NO_MONEY } from '../../shared/money.ts'
import { hundredths, NOTHING } from '../../shared/quantity.ts'

const dollars = { locale: 'en-US', currency: 'USD', minorDigits: 2 }
const names = lineNamesOf([
  line(1, 'C172S', 'Cessna 172S', 'hour'),
  line(2, 'DUAL', 'Dual', 'hour'),
  line(3, 'KIT', 'Pilot kit', 'product'),
])

test.each<[string, Partial<EffectRow>, string]>([
  [
    'a paid invoice draws funds and hours',
    {
      action: 'item_invoice_paid',
      fundsChange: cents(-40913),
      lines: [effect(1, 'C172S', { usedChange: hundredths(130) })],
    },
    'Funds −$409.13; Cessna 172S 1.30 h used',
  ],
  [
    'a payment adds to paid and funds alike',
    { action: 'package_payment', paidChange: cents(500000), fundsChange: cents(500000) },
    'Paid and funds +$5,000.00',
  ],
  [
    'a void gives back',
    { action: 'invoice_void', fundsChange: cents(24332), lines: [effect(3, 'KIT', { usedChange: hundredths(-100) })] },
    'Funds +$243.32; Pilot kit 1 piece given back',
  ],
  [
    'a transfer of hours moves from one line to another',
    {
      action: 'transfer_hours',
      lines: [
        effect(2, 'DUAL', { includedChange: hundredths(-500) }),
        effect(1, 'C172S', { includedChange: hundredths(210) }),
      ],
    },
    'Dual 5.00 h moved out; Cessna 172S 2.10 h moved in',
  ],
  [
    'adding to a package tells the sums, not each line',
    {
      action: 'added_to_package',
      lines: [
        effect(1, 'C172S', { includedChange: hundredths(5000) }),
        effect(2, 'DUAL', { includedChange: hundredths(4000) }),
        effect(3, 'KIT', { includedChange: hundredths(100) }),
      ],
    },
    '90.00 h included; 1 piece included',
  ],
  [
    'odd cents alone are told as dollars',
    { action: 'invoice_refund', lines: [effect(1, 'C172S', { dollarsUsedChange: cents(-1) })] },
    'Cessna 172S dollars −$0.01',
  ],
  [
    'an adjustment gives, and takes back',
    { action: 'hours_adjusted', lines: [effect(1, 'C172S', { includedChange: hundredths(50) })] },
    'Cessna 172S 0.50 h given',
  ],
  [
    'an adjustment that takes back says so',
    { action: 'hours_adjusted', lines: [effect(1, 'C172S', { includedChange: hundredths(-20) })] },
    'Cessna 172S 0.20 h taken back',
  ],
  [
    'what lapses is not moved anywhere',
    { action: 'lapsed', lines: [effect(1, 'C172S', { includedChange: hundredths(-850) })] },
    'Cessna 172S 8.50 h lapsed',
  ],
  [
    'who was removed may not fly any more',
    { action: 'member_removed' },
    'None on the numbers: a member may not fly from it any more',
  ],
  ['hours move only when the invoice is paid', { action: 'item_invoice' }, 'None until it is paid'],
  ['a failed payment has no effect', { action: 'package_payment_failed' }, 'None, the payment failed'],
])('%s', (_, row, sentence) => {
  expect(effectSentence(rowOf(row), names, dollars)).toBe(sentence)
})

test('every action says something even without an effect', () => {
  for (const action of HISTORY_ACTIONS) expect(effectSentence(rowOf({ action }), names, dollars)).toMatch(/^None/)
})

test('a line that the balance does not know goes by its code', () => {
  const row = rowOf({ action: 'item_invoice_paid', lines: [effect(9, 'SIM', { usedChange: hundredths(200) })] })
  expect(effectSentence(row, names, dollars)).toBe('SIM 2.00 h used')
})

test('a flight of a member says whose it was', () => {
  const flownBy = { number: 'C-2', name: 'Jun Tanaka' }
  expect(effectSentence(rowOf({ action: 'item_invoice', flownBy }), names, dollars)).toBe(
    'None until it is paid; flown by Jun Tanaka (C-2)',
  )
})

function rowOf(row: Partial<EffectRow>): EffectRow {
  return { action: 'item_invoice_paid', flownBy: null, paidChange: NO_MONEY, fundsChange: NO_MONEY, lines: [], ...row }
}

function effect(place: number, code: string, change: Partial<LineEffect>): LineEffect {
  const none = {
    includedChange: NOTHING,
    usedChange: NOTHING,
    dollarsIncludedChange: NO_MONEY,
    dollarsUsedChange: NO_MONEY,
  }
  return { line: place, code, ...none, ...change }
}

function line(place: number, code: string, name: string, kind: BalanceLine['kind']): BalanceLine {
  const quantities = { included: NOTHING, used: NOTHING, remaining: NOTHING, pending: NOTHING, adjusted: NOTHING }
  const money = { dollarsIncluded: NO_MONEY, dollarsUsed: NO_MONEY, dollarsRemaining: NO_MONEY }
  return { line: place, code, name, kind, ...quantities, ...money }
}
