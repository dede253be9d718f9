import { describe, expect, it } from 'vitest'
import type { CatalogueEntry } from '../../shared/contract/catalogue.ts'
import { linesAreRead, typedMonths, type OfferDraft } from '../../renderer/settings/offers/offer-draft.ts'

const draft = (quantity: string, rate: string): OfferDraft => ({
  code: 'PPL',
  name: 'Private Pilot',
  months: '',
  discount: '',
  lines: { C172: { quantity, rate }, DUAL: { quantity: '40', rate: '80,00' } },
})

const ENTRIES = [
  { code: 'C172', kind: 'hour' },
  { code: 'DUAL', kind: 'hour' },
  { code: 'KIT', kind: 'product' },
] as CatalogueEntry[]

describe('a package as it is typed', () => {
  it('is not made while a line cannot be read, which would be missing from it', () => {
    expect(linesAreRead(draft('50', '180,00'), ENTRIES, 'de-DE')).toBe(true)
    expect(linesAreRead(draft('5k', '180,00'), ENTRIES, 'de-DE')).toBe(false)
    expect(linesAreRead(draft('50', '1e3'), ENTRIES, 'de-DE')).toBe(false)
    expect(linesAreRead(draft('50', '1.500'), ENTRIES, 'fr-FR')).toBe(false)
    // Hours have minutes, pieces have none.
    const kit = { ...draft('1:18', '180,00'), lines: { KIT: { quantity: '1:18', rate: '80,00' } } }
    expect(linesAreRead(draft('1:18', '180,00'), ENTRIES, 'de-DE')).toBe(true)
    expect(linesAreRead(kit, ENTRIES, 'de-DE')).toBe(false)
    // Without a quantity a line is no part of it.
    expect(linesAreRead(draft('', 'x'), ENTRIES, 'de-DE')).toBe(true)
  })

  it('has months in the digits of any script, and no others', () => {
    expect([typedMonths('12'), typedMonths('١٢'), typedMonths(' ')]).toEqual([12, 12, null])
    for (const months of ['0', '1201', '1.5', '-3', 'one', '1e2'])
      expect(typedMonths(months)).toMatchObject({ problem: expect.any(String) })
  })
})
