import { describe, expect, it } from 'vitest'
import { parseTypedPercent, parseTypedRate } from '../../renderer/settings/typed-rate.ts'

describe('a rate as people of the school type it', () => {
  it.each([
    ['199', 'en-US', '199'],
    ['1,5', 'de-DE', '1.5'],
    ['1.500', 'de-DE', '1500'],
    ['1.500', 'en-US', '1.500'],
    ['0,1234', 'fr-FR', '0.1234'],
    ['١٢٫٥', 'ar-KW', '12.5'],
    ['１２.5', 'ja-JP', '12.5'],
  ])('%s in %s is %s', (typed, locale, plain) => {
    expect(parseTypedRate(typed, locale)).toBe(plain)
  })

  it.each([
    // The engine would read these as one and a half, and nobody knows whether that was meant.
    ['1.500', 'fr-FR', /^“1\.500” can be read in two ways\. Write it like 12,50\.$/],
    ['12.000', 'fr-FR', /can be read in two ways/],
    ['5,000', 'de-CH', /can be read in two ways/],
    ['1e3', 'de-DE', /^“1e3” is not a rate\. Write it in digits, like 12,50\.$/],
    ['-5', 'en-US', /^“-5” is not a rate\. Write it in digits, like 12\.50\.$/],
    ['0x10', 'en-US', /is not a rate/],
    ['5k', 'en-US', /is not a rate/],
    ['1.23456', 'en-US', /^“1\.23456” has more than 4 decimals\. Write it like 12\.50\.$/],
    ['', 'en-US', /^Write a rate\.$/],
  ])('"%s" in %s is refused in the words and digits of the school', (typed, locale, problem) => {
    expect(parseTypedRate(typed, locale)).toEqual({ problem: expect.stringMatching(problem) })
  })

  it('is called a percentage where it is one, and no time of a clock', () => {
    for (const typed of ['1:18', '5%', 'ten'])
      expect(parseTypedPercent(typed, 'en-US', 2)).toEqual({ problem: expect.stringMatching(/is not a percentage/) })
    expect(parseTypedPercent('7,125', 'de-DE', 2)).toEqual({ problem: expect.stringMatching(/two ways/) })
  })
})
