import { describe, expect, it } from 'vitest'
import { Scenario } from './scenario.ts'

const SOLD = `
  add_to_package CP-1 customer=C-1 package=PPL
  package_payment PAY-1 package=CP-1 amount=5000.00 method=card
`

describe('hours and items leave a package only when the invoice becomes paid', () => {
  it('an open invoice holds its quantity as pending', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=1.30`)
    expect(await school.line('CP-1', 'C172')).toMatchObject({ remaining: '50.00', pending: '1.30', used: '0.00' })
    expect(await school.history('CP-1')).toContain('item_invoice 256.13')
  })

  it('a failed payment and a partial payment move no hours', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=1.30
      invoice_payment INV-1 method=card status=failed
      invoice_payment INV-1 amount=100.00 method=cash`)
    expect(await school.line('CP-1', 'C172')).toMatchObject({ pending: '1.30', used: '0.00' })
    expect(await school.invoiceStatus('INV-1')).toBe('partially_paid')
    expect(await school.history('CP-1')).toHaveLength(3)
  })

  it('the payment of the rest moves them, whatever tender paid', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=1.30
      invoice_payment INV-1 amount=100.00 method=cash
      invoice_payment INV-1 method=card`)
    expect(await school.line('CP-1', 'C172')).toMatchObject({ pending: '0.00', used: '1.30', dollarsUsed: '256.13' })
    expect(await school.balance('CP-1')).toMatchObject({ funds: '5000.00' })
    expect(await school.history('CP-1')).toContain('item_invoice_paid 256.13')
    await school.verifies()
  })

  it('an invoice that comes to 0 is paid by a payment of 0', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      invoice INV-1 customer=C-1 package=CP-1 code=FREE quantity=2
      invoice_payment INV-1 method=package`)
    expect(await school.invoiceStatus('INV-1')).toBe('paid')
    expect(await school.line('CP-1', 'FREE')).toMatchObject({ used: '2.00', dollarsUsed: '0.00' })
  })
})

describe('a package line may not exceed what is available', () => {
  it('pending quantities are not available', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=49`)
    await school.refuses('invoice INV-2 customer=C-1 package=CP-1 code=C172 quantity=1.01', 'more_than_available')
    await school.plays('invoice INV-2 customer=C-1 package=CP-1 code=C172 quantity=1')
  })

  it('two lines of one invoice share what is available, and the one that empties the line takes the odd cents', async () => {
    const school = await Scenario.start()
    await school.plays('add_to_package CP-1 customer=C-1 package=BLOCK')
    await school.refuses(
      'invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=6 + package=CP-1 code=C172 quantity=5',
      'more_than_available',
    )
    await school.plays(`
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=3.33 + package=CP-1 code=C172 quantity=6.67
      invoice_payment INV-1 method=package`)
    expect(await school.balance('CP-1')).toMatchObject({ status: 'completed', funds: '-1871.74' })
    expect(await school.line('CP-1', 'C172')).toMatchObject({ remaining: '0.00', dollarsRemaining: '0.00' })
    await school.verifies()
  })

  it("another customer's package cannot be drawn from", async () => {
    const school = await Scenario.start()
    await school.plays(SOLD)
    await school.refuses('invoice INV-1 customer=C-2 package=CP-1 code=C172 quantity=1', 'not_found')
  })
})

describe('the package tender', () => {
  it('pays all package lines, each from its own package, and nothing else', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      add_to_package CP-2 customer=C-1 package=BLOCK
      invoice INV-1 customer=C-1 package=CP-1 code=DUAL quantity=2 + package=CP-2 code=C172 quantity=2 + code=EXAM quantity=1
      invoice_payment INV-1 method=package`)
    expect(await school.invoiceStatus('INV-1')).toBe('partially_paid')
    expect(await school.balance('CP-1')).toMatchObject({ funds: '4830.00' })
    expect(await school.balance('CP-2')).toMatchObject({ funds: '-374.35' })
    await school.refuses('invoice_payment INV-1 method=package', 'tender_refused')
    await school.plays('invoice_payment INV-1 method=check')
    expect(await school.history('CP-2')).toEqual([
      'added_to_package 1871.74',
      'item_invoice 374.35',
      'item_invoice_part_paid 374.35',
      'item_invoice_paid 374.35',
    ])
  })

  it('is refused where other tenders have paid so much that less than the package lines is due', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      invoice INV-1 customer=C-1 package=CP-1 code=DUAL quantity=2 + code=EXAM quantity=1
      invoice_payment INV-1 amount=800.01 method=cash`)
    await school.refuses('invoice_payment INV-1 method=package', 'tender_refused')
  })

  it('is refused on an invoice without package lines, and for another amount than theirs', async () => {
    const school = await Scenario.start()
    await school.plays(`${SOLD}
      invoice INV-1 customer=C-1 code=EXAM quantity=1
      invoice INV-2 customer=C-1 package=CP-1 code=DUAL quantity=2`)
    await school.refuses('invoice_payment INV-1 method=package', 'tender_refused')
    await school.refuses('invoice_payment INV-2 amount=100.00 method=package', 'invalid_input')
  })

  it('may not take funds below zero where the school forbids it', async () => {
    const school = await Scenario.start({ fundsBelowZero: false })
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      package_payment PAY-1 package=CP-1 amount=169.99 method=card
      invoice INV-1 customer=C-1 package=CP-1 code=DUAL quantity=2`)
    await school.refuses('invoice_payment INV-1 method=package', 'more_than_funds')
    await school.plays(`
      package_payment PAY-2 package=CP-1 amount=0.01 method=card
      invoice_payment INV-1 method=package`)
    expect(await school.balance('CP-1')).toMatchObject({ funds: '0.00' })
  })
})

describe('payments of an invoice', () => {
  it('are at most what is due, and none once it is paid', async () => {
    const school = await Scenario.start()
    await school.plays('invoice INV-1 customer=C-1 code=EXAM quantity=1')
    await school.refuses('invoice_payment INV-1 amount=800.01 method=cash', 'more_than_due')
    await school.refuses('invoice_payment INV-1 amount=0 method=cash', 'invalid_input')
    await school.plays('invoice_payment INV-1 amount=800.00 method=cash')
    await school.refuses('invoice_payment INV-1 amount=1.00 method=cash', 'wrong_state')
  })

  it('never take an account below zero', async () => {
    const school = await Scenario.start()
    await school.plays(`
      account_deposit DEP-1 customer=C-1 amount=799.99 method=cash
      invoice INV-1 customer=C-1 code=EXAM quantity=1`)
    await school.refuses('invoice_payment INV-1 method=account', 'more_than_account')
    await school.plays('invoice_payment INV-1 amount=799.99 method=account')
    expect(await school.account('C-1')).toBe('0.00')
  })
})
