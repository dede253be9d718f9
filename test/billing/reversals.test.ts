import { describe, expect, it } from 'vitest'
import { Scenario } from './scenario.ts'

const FLOWN = `
  add_to_package CP-1 customer=C-1 package=PPL
  package_payment PAY-1 package=CP-1 amount=5000.00 method=card
  invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=1.30 + package=CP-1 code=DUAL quantity=1.30
  invoice_payment INV-1 method=package
`

describe('a refund', () => {
  it('gives a quantity of one line back to the same line, with its share of the amount, half up', async () => {
    const school = await Scenario.start()
    await school.plays(`${FLOWN}
      invoice_refund INV-1 package=CP-1 code=C172 quantity=0.50`)
    expect(await school.line('CP-1', 'C172')).toMatchObject({ used: '0.80', dollarsUsed: '157.62' })
    expect(await school.invoiceStatus('INV-1')).toBe('partially_refunded')
    expect((await school.history('CP-1')).at(-1)).toBe('invoice_refund 98.51')
  })

  it('takes what is left of the amount with the last of the line', async () => {
    const school = await Scenario.start()
    await school.plays(`${FLOWN}
      invoice_refund INV-1 package=CP-1 code=C172 quantity=0.43
      invoice_refund INV-1 package=CP-1 code=C172 quantity=0.43
      invoice_refund INV-1 package=CP-1 code=C172 quantity=0.44
      invoice_refund INV-1`)
    expect(await school.balance('CP-1')).toMatchObject({ funds: '5000.00' })
    expect(await school.line('CP-1', 'C172')).toMatchObject({ used: '0.00', dollarsUsed: '0.00' })
    expect(await school.invoiceStatus('INV-1')).toBe('refunded')
    await school.refuses('invoice_refund INV-1', 'wrong_state')
    await school.verifies()
  })

  it('of a package line that other tenders paid goes to those, the last one first, and the funds stay', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      account_deposit DEP-1 customer=C-1 amount=100.00 method=ach
      invoice INV-1 customer=C-1 package=CP-1 code=DUAL quantity=2
      invoice_payment INV-1 amount=100.00 method=account
      invoice_payment INV-1 method=card
      invoice_refund INV-1 package=CP-1 code=DUAL quantity=1`)
    expect(await school.account('C-1')).toBe('15.00')
    expect(await school.balance('CP-1')).toMatchObject({ funds: '0.00' })
    expect((await school.history('CP-1')).at(-1)).toBe('invoice_refund 85.00')
  })

  it('is only for a paid invoice, and never for more than is left', async () => {
    const school = await Scenario.start()
    await school.plays(`${FLOWN}
      invoice INV-2 customer=C-1 package=CP-1 code=DUAL quantity=1`)
    await school.refuses('invoice_refund INV-2', 'wrong_state')
    await school.refuses('invoice_refund INV-1 package=CP-1 code=DUAL quantity=1.31', 'more_than_left')
    await school.refuses('invoice_refund INV-1 package=CP-1 code=KIT quantity=1', 'not_found')
    await school.refuses('invoice_refund INV-1 code=DUAL quantity=1', 'not_found')
  })
})

describe('void and delete', () => {
  it('undo exactly what still stands', async () => {
    const school = await Scenario.start()
    await school.plays(`${FLOWN}
      invoice_refund INV-1 package=CP-1 code=DUAL quantity=0.30
      invoice_void INV-1 note="wrong aircraft"`)
    expect(await school.balance('CP-1')).toMatchObject({ funds: '5000.00', paid: '5000.00' })
    expect(await school.line('CP-1', 'DUAL')).toMatchObject({ used: '0.00', remaining: '40.00' })
    expect((await school.history('CP-1')).at(-1)).toBe('invoice_void 341.13')
    await school.verifies()
  })

  it('give back what was paid in part, and free the pending quantities', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      account_deposit DEP-1 customer=C-1 amount=50.00 method=cash
      invoice INV-1 customer=C-1 package=CP-1 code=DUAL quantity=2 + code=EXAM quantity=1
      invoice_payment INV-1 method=package
      invoice_payment INV-1 amount=50.00 method=account
      invoice_delete INV-1 note="entered twice"`)
    expect(await school.balance('CP-1')).toMatchObject({ funds: '0.00' })
    expect(await school.line('CP-1', 'DUAL')).toMatchObject({ pending: '0.00', used: '0.00' })
    expect(await school.account('C-1')).toBe('50.00')
    expect((await school.history('CP-1')).at(-1)).toBe('invoice_delete 170.00')
    expect(await school.invoiceStatus('INV-1')).toBe('deleted')
  })

  it('of an invoice on which nothing was paid amounts to 0', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      invoice INV-1 customer=C-1 package=CP-1 code=DUAL quantity=2
      invoice_void INV-1 note="no show"`)
    expect((await school.history('CP-1')).at(-1)).toBe('invoice_void 0.00')
  })

  it('need a reason, and are final', async () => {
    const school = await Scenario.start()
    await school.plays(FLOWN)
    await school.refuses('invoice_void INV-1', 'invalid_input')
    await school.plays('invoice_void INV-1 note=wrong')
    await school.refuses('invoice_delete INV-1 note=again', 'wrong_state')
    await school.refuses('invoice_payment INV-1 method=cash', 'wrong_state')
  })

  it('make a completed package active again', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=BLOCK
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=10
      invoice_payment INV-1 method=package`)
    expect(await school.balance('CP-1')).toMatchObject({ status: 'completed' })
    await school.plays('invoice_void INV-1 note=wrong')
    expect(await school.balance('CP-1')).toMatchObject({ status: 'active', funds: '0.00' })
  })
})
