import { describe, expect, it } from 'vitest'
import { Scenario } from './scenario.ts'

const SOLD = 'add_to_package CP-1 customer=C-1 package=PPL'

describe('a package payment by account', () => {
  it('goes back to the account that it came from', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      account_deposit DEP-1 customer=C-1 amount=500.00 method=card
      package_payment PAY-1 package=CP-1 amount=400.00 method=account
      payment_reversal REV-1 package=CP-1 to=PAY-1 note="wrong package"`)
    expect(await school.account('C-1')).toBe('500.00')
    expect(await school.balance('CP-1')).toMatchObject({ paid: '0.00', funds: '0.00' })
    await school.verifies()
  })

  it('of a payer goes back to the account of the payer', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      account_deposit DEP-1 customer=C-2 amount=500.00 method=card
      package_payment PAY-1 package=CP-1 amount=400.00 method=account customer=C-2
      payment_reversal REV-1 package=CP-1 to=PAY-1 note="wrong package"`)
    expect(await school.account('C-2')).toBe('500.00')
    expect(await school.account('C-1')).toBe('never moved')
    await school.verifies()
  })

  it('goes to whom the account of a merged payer belongs now', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      account_deposit DEP-1 customer=C-2 amount=500.00 method=card
      package_payment PAY-1 package=CP-1 amount=400.00 method=account customer=C-2
      merge_customer MERGE-1 customer=C-2 to=C-1 note="one person"
      payment_reversal REV-1 package=CP-1 to=PAY-1 note="wrong package"`)
    expect(await school.account('C-1')).toBe('500.00')
    expect(await school.account('C-2')).toBe('0.00')
    await school.verifies()
  })
})

describe('a payment by account that is reversed with a date before the merge of its payer', () => {
  const merged = `${SOLD}
    account_deposit DEP-1 customer=C-2 amount=500.00 method=card date=2026-01-10
    DRAWN
    merge_customer MERGE-1 customer=C-2 to=C-1 note="one person" date=2026-01-20`

  it('goes to the survivor: of a package', async () => {
    const school = await Scenario.start()
    await school.plays(`${merged.replace('DRAWN', 'package_payment PAY-1 package=CP-1 amount=400.00 method=account customer=C-2 date=2026-01-11')}
      payment_reversal REV-1 package=CP-1 to=PAY-1 note="wrong package" date=2026-01-15`)
    expect(await school.account('C-1')).toBe('500.00')
    expect(await school.account('C-2')).toBe('0.00')
    await school.verifies()
  })

  it('goes to the survivor: of an invoice', async () => {
    const school = await Scenario.start()
    const drawn = `invoice INV-1 customer=C-1 code=EXAM quantity=0.50 date=2026-01-11
      invoice_payment INV-1 method=account customer=C-2 date=2026-01-11`
    await school.plays(`${merged.replace('DRAWN', drawn)}
      invoice_payment_reversal INV-1 method=account note="wrong invoice" date=2026-01-15`)
    expect(await school.account('C-1')).toBe('500.00')
    expect(await school.account('C-2')).toBe('0.00')
    await school.verifies()
  })
})

describe('an invoice payment by account', () => {
  it('goes back to the account of the payer, where the payment is reversed, refunded or void', async () => {
    const paid = `
      account_deposit DEP-1 customer=C-2 amount=500.00 method=card
      invoice INV-1 customer=C-1 code=KIT quantity=1
      invoice_payment INV-1 method=account customer=C-2`
    for (const back of [
      'invoice_payment_reversal INV-1 method=account note="not theirs"',
      'invoice_refund INV-1',
      'invoice_void INV-1 note="not sold"',
      'invoice_delete INV-1 note="not sold"',
    ]) {
      const school = await Scenario.start()
      await school.plays(`${paid}
        ${back}`)
      expect(await school.account('C-2'), back).toBe('500.00')
      await school.verifies()
    }
  })
})

describe('what was brought over', () => {
  it('is taken back wholly', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      opening_account OPEN-1 customer=C-2 amount=120.00
      opening_payment OPEN-2 package=CP-1 amount=900.00
      opening_reversal OPEN-3 customer=C-2 to=OPEN-1 note="counted twice"
      opening_reversal OPEN-4 package=CP-1 to=OPEN-2 note="counted twice"`)
    expect(await school.account('C-2')).toBe('0.00')
    expect(await school.balance('CP-1')).toMatchObject({ paid: '0.00' })
    await school.verifies()
  })
})

describe('a member who was removed', () => {
  it('is added again on the same day', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      add_member MEM-1 customer=C-2 package=CP-1
      remove_member MEM-2 customer=C-2 package=CP-1
      add_member MEM-3 customer=C-2 package=CP-1
      invoice INV-1 customer=C-2 package=CP-1 code=DUAL quantity=1`)
    await school.verifies()
  })
})
