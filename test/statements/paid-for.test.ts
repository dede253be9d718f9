import { describe, expect, it } from 'vitest'
import { paidForOthers } from '../../electron/reports/packages/paid-for-store.ts'
import { checkStatement, issuedStatement, issueStatement } from '../../electron/statements/issued-store.ts'
import { statementDigest } from '../../electron/statements/digest.ts'
import { makeStatement } from '../../electron/statements/statement.ts'
import { statementPaper } from '../../electron/statements/statement-paper.ts'
import { businessDate } from '../../shared/dates.ts'
import { Scenario } from '../billing/scenario.ts'

async function issue(school: Scenario, number: string) {
  const about = { of: 'customer' as const, number }
  const choice = { about, asOf: null, from: null, inWords: false, notes: false, short: false }
  const by = { today: businessDate('2026-02-01'), userId: null, now: new Date('2026-02-01T12:00:00Z') }
  const issued = await school.database.write((db) => issueStatement(db, { choice, ...by }))
  if (!issued.ok) throw new Error(issued.failure.message)
  return issued.value
}

const short = (rows: readonly { ref: string; customerNumber: string; method: string; amount: number }[] | null) =>
  rows?.map(({ ref, customerNumber, method, amount }) => `${ref} ${customerNumber} ${method} ${amount}`)

/** C-2 pays for C-1: a package twice, an invoice in two parts, and one that C-1 shares in. */
const PAID = `
  add_to_package CP-1 customer=C-1 package=PPL
  account_deposit DEP-1 customer=C-2 amount=500.00 method=card
  package_payment P-1 package=CP-1 customer=C-2 amount=300.00 method=card
  package_payment P-2 package=CP-1 customer=C-2 amount=200.00 method=account
  package_payment P-3 package=CP-1 amount=50.00 method=card
  invoice INV-1 customer=C-1 code=DUAL quantity=4
  invoice_payment INV-1 amount=100.00 method=card
  invoice_payment INV-1 customer=C-2 amount=200.00 method=check
  invoice_payment INV-1 customer=C-2 amount=60.00 method=account
  invoice INV-2 customer=C-1 code=DUAL quantity=1
  invoice_payment INV-2 customer=C-2 amount=90.00 method=ach`

describe('what was paid for whom, on the payer’s statement', () => {
  it('is what stands, as on the page, and comes out again as it was after refunds, reversals and a merge', async () => {
    const school = await Scenario.start()
    await school.plays(PAID)
    const before = await issue(school, 'C-2')
    expect(short(before.paidFor)).toEqual([
      'CP-1 C-1 card 30000',
      'CP-1 C-1 account 20000',
      'INV-1 C-1 check 20000',
      'INV-1 C-1 account 6000',
      'INV-2 C-1 ach 9000',
    ])
    const paper = JSON.stringify(statementPaper(before))
    expect(paper).toContain('Paid for others')
    expect(paper).toContain('850.00')
    await school.plays(`
      payment_reversal REV-1 package=CP-1 to=P-2 note="taken twice"
      invoice_refund INV-1 code=DUAL quantity=1
      invoice_payment_reversal INV-2 method=ach note="came back"`)
    const after = await issue(school, 'C-2')
    expect(short(after.paidFor)).toEqual(['CP-1 C-1 card 30000', 'INV-1 C-1 check 17000'])
    const page = await school.database.read((db) => paidForOthers(db, 'C-2'))
    expect(short(page.rows.toReversed())).toEqual(short(after.paidFor))
    await school.plays('invoice_void INV-1 note="never flown"')
    const voided = await issue(school, 'C-2')
    expect(short(voided.paidFor)).toEqual(['CP-1 C-1 card 30000'])
    await school.plays('merge_customer MERGE-1 customer=C-1 to=C-2 note="one person"')
    expect((await issue(school, 'C-2')).paidFor).toEqual([])
    for (const statement of [before, after, voided]) {
      const number = statement.number ?? ''
      const again = await school.database.read((db) => issuedStatement(db, number))
      expect(again).toEqual({ ok: true, value: statement })
      const check = await school.database.read((db) => checkStatement(db, number, statement.fingerprint))
      expect(check.outcome).toBe('valid')
    }
    await school.verifies()
  })

  it('is of the payer as the payer was then, and of the survivor after the payer’s records became one', async () => {
    const school = await Scenario.start()
    await school.plays(`${PAID}
      invoice INV-3 customer=C-2 code=DUAL quantity=1
      invoice_payment INV-3 customer=C-1 amount=90.00 method=card`)
    const one = await issue(school, 'C-1')
    expect(short(one.paidFor)).toEqual(['INV-3 C-2 card 9000'])
    const two = await issue(school, 'C-2')
    expect(two.paidFor).toHaveLength(5)
    await school.plays('merge_customer MERGE-1 customer=C-2 to=C-1 note="one person"')
    for (const statement of [one, two]) {
      const again = await school.database.read((db) => issuedStatement(db, statement.number ?? ''))
      expect(again).toEqual({ ok: true, value: statement })
    }
    expect((await issue(school, 'C-1')).paidFor).toEqual([])
    await school.verifies()
  })

  it('is no part of statements that were issued before it stood on them', async () => {
    const school = await Scenario.start()
    await school.plays(PAID)
    const about = { of: 'customer' as const, number: 'C-2' }
    const choice = { about, asOf: null, from: null, inWords: false, account: true, ends: true }
    const made = async (paidFor: boolean) => {
      const basis = { choice: { ...choice, paidFor }, today: businessDate('2026-02-01'), head: null }
      const outcome = await school.database.read((db) => makeStatement(db, basis))
      if (!outcome.ok) throw new Error(outcome.failure.message)
      return outcome.value
    }
    const [older, now] = [await made(false), await made(true)]
    expect(older.statement.paidFor).toBeNull()
    expect(JSON.stringify(statementPaper(older.statement))).not.toContain('Paid for others')
    expect(older.digest).toBe(statementDigest({ ...now.statement, paidFor: null }))
    expect(older.digest).not.toBe(now.digest)
  })
})
