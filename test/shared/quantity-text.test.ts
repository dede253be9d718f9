import { expect, test } from 'vitest'
import { quantityDisplay, quantityWithUnit, signedQuantityDisplay } from '../../shared/quantity-text.ts'
import { hundredths } from '../../shared/quantity.ts'

test('hours always show both decimals, so that columns align', () => {
  expect(quantityDisplay(hundredths(4870), 'hour', 'en-US')).toBe('48.70')
  expect(quantityDisplay(hundredths(0), 'hour', 'en-US')).toBe('0.00')
  expect(quantityDisplay(hundredths(123456), 'hour', 'de-DE')).toBe('1.234,56')
})

test('pieces are whole where they are whole', () => {
  expect(quantityDisplay(hundredths(100), 'product', 'en-US')).toBe('1')
  expect(quantityDisplay(hundredths(150), 'service', 'en-US')).toBe('1.50')
})

test('a quantity with its unit', () => {
  expect(quantityWithUnit(hundredths(130), 'hour', 'en-US')).toBe('1.30 h')
  expect(quantityWithUnit(hundredths(100), 'product', 'en-US')).toBe('1 piece')
  expect(quantityWithUnit(hundredths(300), 'product', 'en-US')).toBe('3 pieces')
  expect(quantityWithUnit(hundredths(100), 'service', 'en-US')).toBe('1')
})

test('a change carries its sign', () => {
  expect(signedQuantityDisplay(hundredths(-130), 'hour', 'en-US')).toBe('−1.30')
  expect(signedQuantityDisplay(hundredths(500), 'hour', 'en-US')).toBe('+5.00')
})
