import { expect, test } from 'vitest'
import { otherRates } from '../../renderer/invoices/form/rates-taken.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'

const before = (code: string, rate: string, more: { packageRef?: string; agreed?: boolean } = {}) => ({
  code,
  name: code,
  kind: 'hour' as const,
  packageRef: null,
  quantity: hundredths(100),
  rate,
  taxPercent: '8.1',
  amount: cents(19_458),
  agreed: false,
  refundedQuantity: hundredths(0),
  refundedAmount: cents(0),
  ...more,
})
const line = (code: string, from: string | null = null, agreed = '') => ({ code, from, agreed })
const now = (rate: string, taxPercent = '8.1') => ({ rate, taxPercent })

test('a correction names each code that takes another standard rate or tax than the invoice had, once', () => {
  const original = { lines: [before('PA28', '180.00'), before('DUAL', '90.00'), before('SIM', '75.00')] }
  const lines = [line('PA28'), line('PA28'), line('DUAL'), line('SIM'), line('KIT')]
  const rates = [now('192.00'), now('192.00'), now('90.00'), now('75.00', '7.7'), now('249.00')]
  expect(otherRates(original, lines, rates)).toEqual([
    { code: 'PA28', now: now('192.00'), before: now('180.00') },
    { code: 'SIM', now: now('75.00', '7.7'), before: now('75.00') },
  ])
})

test('nothing is said of what is drawn from a package or agreed, on either, nor before the engine has answered', () => {
  const original = { lines: [before('PA28', '180.00')] }
  expect(otherRates(original, [line('PA28', 'CP-1')], [now('171.00')])).toEqual([])
  expect(otherRates(original, [line('PA28', null, '150')], [now('192.00')])).toEqual([])
  expect(otherRates(original, [line('PA28')], [])).toEqual([])
  const others = [before('PA28', '171.00', { packageRef: 'CP-1' }), before('PA28', '180.00', { agreed: true })]
  expect(otherRates({ lines: others }, [line('PA28')], [now('192.00')])).toEqual([])
})
