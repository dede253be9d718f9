import { describe, expect, it } from 'vitest'
import { wholeHistory } from '../../electron/reports/packages/package-history.ts'
import { paperOfInvoice } from '../../electron/reports/papers/papers.ts'
import type { MoneyStyle } from '../../shared/money-text.ts'
import { readSchool } from '../../electron/billing/school-store.ts'
import { Scenario } from '../billing/scenario.ts'

async function paperOf(school: Scenario, ref: string): Promise<string> {
  return school.database.read(async (db) => {
    const style: MoneyStyle | undefined = await readSchool(db)
    if (!style) throw new Error('no school')
    const outcome = await paperOfInvoice(db, ref, { school: style, notes: false })
    if (!outcome.ok) throw new Error(outcome.failure.message)
    return JSON.stringify(outcome.value.paper)
  })
}

describe('the History of a package', () => {
  it('says which member flew, and nothing where it was its own customer', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      package_payment PAY-1 package=CP-1 amount=900.00 method=card
      add_member MEM-1 package=CP-1 customer=C-2
      invoice INV-1 customer=C-2 package=CP-1 code=C172 quantity=1
      invoice_payment INV-1 method=package
      invoice INV-2 customer=C-1 package=CP-1 code=C172 quantity=1
      invoice_void INV-1 note="wrong aircraft"`)
    const flown = async () =>
      (await school.database.read((db) => wholeHistory(db, 'CP-1', null))).map(({ ref, action, flownBy }) => [
        ref,
        action,
        flownBy?.number ?? '',
      ])
    const rest = [
      ['CP-1', 'added_to_package', ''],
      ['PAY-1', 'package_payment', ''],
      ['MEM-1', 'member_added', ''],
    ]
    const byMember = (who: string) => [
      ['INV-1', 'item_invoice', who],
      ['INV-1', 'item_invoice_paid', who],
      ['INV-2', 'item_invoice', ''],
      ['INV-1', 'invoice_void', who],
    ]
    expect(await flown()).toEqual([...rest, ...byMember('C-2')])
    await school.plays('merge_customer MERGE-1 customer=C-2 to=C-1 note="one person"')
    expect((await flown()).filter(([ref]) => ref !== 'MERGE-1')).toEqual([...rest, ...byMember('')])
  })
})

describe('the paper of an invoice', () => {
  it('names whose the package is that a member flew from, and goes on doing so after a merge', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      add_member MEM-1 package=CP-1 customer=C-2
      invoice INV-1 customer=C-2 package=CP-1 code=C172 quantity=1
      invoice INV-2 customer=C-1 package=CP-1 code=C172 quantity=1`)
    expect(await paperOf(school, 'INV-1')).toContain('of Amelia Osei (C-1)')
    expect(await paperOf(school, 'INV-2')).not.toContain('of Amelia Osei')
    await school.plays('merge_customer MERGE-1 customer=C-2 to=C-1 note="one person"')
    expect(await paperOf(school, 'INV-1')).toContain('of Amelia Osei (C-1)')
    expect(await paperOf(school, 'INV-2')).not.toContain('of Amelia Osei')
  })
})
