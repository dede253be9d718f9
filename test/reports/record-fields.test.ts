import { expect, it } from 'vitest'
import { fieldsAfter } from '../../electron/reports/records/record-fields.ts'
import { policyWords } from '../../electron/reports/records/policy-words.ts'

const SCHOOL = { locale: 'de-DE', currency: 'EUR', minorDigits: 2 }

it('a history writes days, rates and amounts as the school does', () => {
  const rates = {
    table: 'rates' as const,
    rows: [{ code: 'C172', from_date: '2026-03-01', rate: 1_990_500, tax_percent: 65_000 }],
  }
  const fields = [...fieldsAfter(new Map(), rates, String, SCHOOL)]
  expect(fields).toEqual([['Rate from 1. März 2026', '199,05, tax 6,5 %']])
  const low = policyWords('running_low', JSON.stringify({ hours: 150, days: 7 }), SCHOOL)
  expect(low).toContain('less than 1,50 hours')
  const fee = { kind: 'percent', percent: 1_250, cap: 20_000 }
  expect(policyWords('withdrawal', JSON.stringify({ repriceUsedHours: true, fee }), SCHOOL)).toMatch(
    /12,5 % of what is unused, at most 200,00\s€/,
  )
})
