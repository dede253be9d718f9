import { describe, expect, it } from 'vitest'
import { businessDate } from '../../shared/dates.ts'
import { typedDay, typedDayText } from '../../shared/typed-day.ts'

const today = businessDate('2026-11-26')

describe('a day in a field', () => {
  it.each([
    ['en-US', '01/05/2026'],
    ['en-GB', '05/01/2026'],
    ['de-DE', '05.01.2026'],
    ['ja-JP', '2026/01/05'],
    ['sv-SE', '2026-01-05'],
    ['ar-KW', '٠٥/٠١/٢٠٢٦'],
    ['fa-IR', '۲۰۲۶/۰۱/۰۵'],
    ['th-TH', '05/01/2026'],
  ])('is written in the order of %s, and reads back', (locale, written) => {
    const day = businessDate('2026-01-05')
    expect(typedDayText(day, locale).replace(/ .*$/, '')).toBe(written)
    expect(typedDay(written, locale, today)).toBe(day)
    expect(typedDay('2026-01-05', locale, today)).toBe(day)
  })

  it.each([
    ['en-US', '1/5/2026', '2026-01-05'],
    ['en-US', '1-5-26', '2026-01-05'],
    ['en-US', '1/5', '2026-01-05'],
    ['de-DE', '5. 1. 2026', '2026-01-05'],
    ['de-DE', '5.1.', '2026-01-05'],
    ['de-DE', '31/12/25', '2025-12-31'],
    ['ja-JP', '2026年1月5日', '2026-01-05'],
  ])('%s: %s is %s', (locale, typed, day) => expect(typedDay(typed, locale, today)).toBe(day))

  it.each([
    ['en-US', '31/12/2026'],
    ['de-DE', '12/31/2026'],
    ['en-US', '02/30/2026'],
    ['en-US', '5'],
    ['en-US', '1/5/202'],
    ['en-US', '1/5/2026 or so'],
    ['en-US', ''],
    ['en-US', '1/2/3/2026'],
  ])('%s: %s is not taken for another day', (locale, typed) => expect(typedDay(typed, locale, today)).toBeNull())
})
