import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-school.ts'
import { buildShim, cutPower, failWrites } from './disk-faults.ts'
import { KILL_KINDS } from './kill-kinds.ts'
import { firstTrials } from './kills.ts'
import { tamper } from './tampers.ts'

// The short form of the fault figures. The long one: npm run test:faults -- --figures

const KILLS: Readonly<Record<string, number>> = { posting: 2 }

describe('killed', () => {
  it.each(Object.keys(KILL_KINDS))(
    'while %s: what was acknowledged is there, nothing is half done, verify finds nothing',
    async (kind) => {
      const { wrong } = await KILL_KINDS[kind]!(temporaryFolder(), firstTrials(KILLS[kind] ?? 1))
      expect(wrong).toEqual([])
    },
    300_000,
  )
})

describe('a disk that fails', () => {
  const library = () => buildShim(temporaryFolder())
  const cannot = process.platform !== 'linux'

  it.skipIf(cannot)(
    'a power cut leaves every acknowledged payment',
    async ({ skip }) => {
      const shim = library()
      if (shim === null) return skip('there is no C compiler')
      const { wrong } = await cutPower(temporaryFolder(), shim, firstTrials(1))
      expect(wrong).toEqual([])
    },
    300_000,
  )

  it.skipIf(cannot).each(['EIO', 'ENOSPC'] as const)(
    '%s at a write undoes the payment and is said in a sentence',
    async (error) => {
      const shim = library()
      if (shim === null) return
      const folder = join(temporaryFolder(), 'disk')
      mkdirSync(folder)
      const { wrong, done } = await failWrites(folder, shim, firstTrials(200), error, 19)
      expect(wrong).toEqual([])
      expect(done).toBeGreaterThan(0)
    },
    300_000,
  )
})

it('a changed bit that changes what the school says is noticed', async () => {
  const { missed, found } = await tamper(temporaryFolder(), firstTrials(8))
  expect(missed).toEqual([])
  expect(found).toBeGreaterThan(0)
}, 300_000)
