import { afterEach, expect, test } from 'vitest'
import { dateText, instantText, longDateText } from '../../shared/date-text.ts'
import { businessDate } from '../../shared/dates.ts'

const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'])(
  'a business date never shifts with the time zone of the computer: %s',
  (timeZone) => {
    process.env.TZ = timeZone
    expect(dateText(businessDate('2026-01-05'), 'en-US')).toBe('Jan 5, 2026')
    expect(longDateText(businessDate('2026-01-16'), 'en-US')).toBe('Friday, January 16, 2026')
  },
)

test('a date reads in the school’s locale', () => {
  expect(dateText(businessDate('2026-01-05'), 'de-DE')).toBe('5. Jan. 2026')
})

test('an instant of recording is told by the school’s own clock', () => {
  const text = instantText('2026-01-08T01:05:09.123Z', 'en-US', 'America/Denver')
  expect(text.replaceAll('\u202f', ' ')).toBe('Jan 7, 2026, 6:05:09 PM MST')
})
