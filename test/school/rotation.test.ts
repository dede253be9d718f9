import { describe, expect, it } from 'vitest'
import type { BackupCopy } from '../../shared/contract/backups.ts'
import { outlived } from '../../electron/school/backups/rotation.ts'

function copy(madeAt: string, more: Partial<BackupCopy> = {}): BackupCopy {
  const known = { lastDay: null, entries: 1, bytes: 1, school: 'Kestrel', encrypted: false, finding: null } as const
  return { ...known, file: madeAt, name: madeAt, madeAt, reason: 'day', state: 'checked', ...more }
}

/** One each evening, the newest on 31 December 2026. */
function evenings(days: number): BackupCopy[] {
  const last = Date.parse('2026-12-31T18:00:00Z')
  return Array.from({ length: days }, (_, day) => copy(new Date(last - day * 86_400_000).toISOString()))
}

describe('of the automatic backups are kept', () => {
  it('the last of each of 7 days, 5 weeks and 12 months', () => {
    const all = evenings(400)
    const gone = new Set(outlived(all))
    const kept = all.filter((one) => !gone.has(one)).map(({ madeAt }) => madeAt.slice(0, 10))
    expect(kept.slice(0, 11)).toEqual([
      '2026-12-31',
      '2026-12-30',
      '2026-12-29',
      '2026-12-28',
      '2026-12-27',
      '2026-12-26',
      '2026-12-25',
      '2026-12-20',
      '2026-12-13',
      '2026-12-06',
      '2026-11-30',
    ])
    expect(kept.slice(11)).toEqual([
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
    ])
  })

  it('the newest of a day with several', () => {
    const several = [copy('2026-01-05T18:00:00.000Z'), copy('2026-01-05T09:00:00.000Z')]
    expect(outlived(several).map(({ madeAt }) => madeAt)).toEqual(['2026-01-05T09:00:00.000Z'])
  })

  it('every one that was asked for, and what is not surely a whole backup', () => {
    const others = evenings(400).flatMap((one) => [
      { ...one, reason: 'asked' as const },
      { ...one, state: 'broken' as const },
      { ...one, state: 'unknown' as const },
    ])
    expect(outlived(others)).toEqual([])
  })

  it('the last checked one, however many that do not verify came after it', () => {
    const good = copy('2025-01-01T18:00:00.000Z')
    const asItIs = evenings(20).map((one) => ({ ...one, state: 'as_it_is' as const }))
    const gone = outlived([...asItIs, good])
    expect(gone).not.toContain(good)
    expect(gone.length).toBe(17)
  })
})
