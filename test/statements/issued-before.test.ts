import { describe, expect, it } from 'vitest'
import { checkStatement, issuedStatement, issueStatement } from '../../electron/statements/issued-store.ts'
import { statementPaper } from '../../electron/statements/statement-paper.ts'
import type { StatementChoice } from '../../shared/contract/statements.ts'
import { businessDate } from '../../shared/dates.ts'
import { Scenario } from '../billing/scenario.ts'

const TODAY = businessDate('2026-02-01')
const ABOUTS: readonly StatementChoice['about'][] = [
  { of: 'customer', number: 'C-1' },
  { of: 'customer', number: 'C-2' },
  { of: 'package', ref: 'CP-1' },
  { of: 'package', ref: 'CP-2' },
]

async function issue(school: Scenario, about: StatementChoice['about']) {
  const choice = { about, asOf: null, from: null, inWords: false, notes: false, short: false }
  const by = { today: TODAY, userId: null, now: new Date('2026-02-01T12:00:00Z') }
  const issued = await school.database.write((db) => issueStatement(db, { choice, ...by }))
  if (!issued.ok) throw new Error(issued.failure.message)
  return issued.value
}

describe('statements of two customers who become one later', () => {
  it('come out as they were issued: each with its own packages, invoices and account', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      add_to_package CP-2 customer=C-2 package=BLOCK
      account_deposit DEP-1 customer=C-1 amount=70.00 method=card
      account_deposit DEP-2 customer=C-2 amount=90.00 method=card
      invoice INV-1 customer=C-1 code=KIT quantity=1
      invoice INV-2 customer=C-2 package=CP-2 code=C172 quantity=1`)
    const before = []
    for (const about of ABOUTS) before.push(await issue(school, about))
    await school.plays('merge_customer MERGE-1 customer=C-1 to=C-2 note="one person"')
    await school.verifies()
    for (const statement of before) {
      const number = statement.number ?? ''
      const again = await school.database.read((db) => issuedStatement(db, number))
      expect(again).toEqual({ ok: true, value: statement })
      const check = await school.database.read((db) => checkStatement(db, number, statement.fingerprint))
      expect(check.outcome).toBe('valid')
    }
    const one = await issue(school, { of: 'customer', number: 'C-2' })
    expect(one.packages.map(({ ref }) => ref)).toEqual(['CP-1', 'CP-2'])
    expect(one.invoices?.map(({ ref }) => ref)).toEqual(['INV-1', 'INV-2'])
    expect(one.account?.closing).toBe(16_000)
    await school.verifies()
  })
})

describe('the last valid day of a package', () => {
  it('stands on its statement, and stays on one that was issued before it changed', async () => {
    const school = await Scenario.start()
    await school.plays('add_to_package CP-1 customer=C-1 package=PPL to=2026-12-31')
    const before = await issue(school, { of: 'package', ref: 'CP-1' })
    expect(before.packages.map(({ lastValid }) => lastValid)).toEqual(['2026-12-31'])
    expect(JSON.stringify(statementPaper(before))).toContain('valid until Dec 31, 2026')
    await school.plays('change_end END-1 package=CP-1 to=2027-03-31 note="bad weather"')
    const after = await issue(school, { of: 'package', ref: 'CP-1' })
    expect(after.packages.map(({ lastValid }) => lastValid)).toEqual(['2027-03-31'])
    const again = await school.database.read((db) => issuedStatement(db, before.number ?? ''))
    expect(again).toEqual({ ok: true, value: before })
    await school.plays('change_end END-2 package=CP-1 note="it never ends"')
    const never = await issue(school, { of: 'package', ref: 'CP-1' })
    expect(never.packages.map(({ lastValid }) => lastValid)).toEqual([null])
    await school.verifies()
  })
})
