import { describe, expect, it } from 'vitest'
import { Scenario } from './scenario.ts'

describe('adding a customer to a package', () => {
  it('freezes quantities, rates and tax; the lines add up to the price', async () => {
    const school = await Scenario.start()
    await school.plays('add_to_package CP-1 customer=C-1 package=PPL')
    const pack = await school.balance('CP-1')
    expect(pack.total).toBe('13516.44')
    expect(pack.lines.map((line) => line.dollarsIncluded)).toEqual(['9851.25', '3400.00', '0.00', '265.19'])
  })

  it('again is possible only when nothing remains on the earlier one, or the customer was removed from it', async () => {
    const school = await Scenario.start()
    await school.plays('add_to_package CP-1 customer=C-1 package=BLOCK')
    await school.refuses('add_to_package CP-2 customer=C-1 package=BLOCK', 'still_remaining')
    await school.plays(`
      add_to_package CP-3 customer=C-2 package=BLOCK
      remove_from_package RM-1 package=CP-1 note="never started"
      add_to_package CP-2 customer=C-1 package=BLOCK
      invoice INV-1 customer=C-1 package=CP-2 code=C172 quantity=10`)
    await school.refuses('add_to_package CP-4 customer=C-1 package=BLOCK', 'still_remaining')
    await school.plays(`
      invoice_payment INV-1 method=package
      add_to_package CP-4 customer=C-1 package=BLOCK`)
  })

  it('needs a package with lines, and a reference that is free', async () => {
    const school = await Scenario.start()
    await school.refuses('add_to_package CP-1 customer=C-1 package=EMPTY', 'no_lines')
    await school.refuses('add_to_package CP-1 customer=C-9 package=PPL', 'not_found')
    await school.plays('add_to_package CP-1 customer=C-1 package=PPL')
    await school.refuses('add_to_package CP-1 customer=C-2 package=PPL', 'already_exists')
  })
})

describe('package payments and refunds', () => {
  it('a payment is more than 0 and at most what is owed, by any tender but package', async () => {
    const school = await Scenario.start()
    await school.plays('add_to_package CP-1 customer=C-1 package=BLOCK')
    await school.refuses('package_payment P-1 package=CP-1 amount=0 method=card', 'invalid_input')
    await school.refuses('package_payment P-1 package=CP-1 amount=1871.75 method=card', 'more_than_owed')
    await school.refuses('package_payment P-1 package=CP-1 amount=1.00 method=package', 'tender_refused')
    await school.refuses('package_payment P-1 package=CP-1 amount=1.00 method=account', 'more_than_account')
    await school.plays('package_payment P-1 package=CP-1 amount=1871.74 method=card')
    expect(await school.balance('CP-1')).toMatchObject({ paid: '1871.74', owed: '0.00', funds: '1871.74' })
  })

  it('a failed payment is in the history and has no effect', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=BLOCK
      package_payment P-1 package=CP-1 amount=500.00 method=card status=failed`)
    expect(await school.balance('CP-1')).toMatchObject({ paid: '0.00', funds: '0.00' })
    expect((await school.history('CP-1')).at(-1)).toBe('package_payment_failed 500.00')
  })

  it('a refund is at most the unspent funds', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=BLOCK
      package_payment P-1 package=CP-1 amount=500.00 method=card
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=1
      invoice_payment INV-1 method=package`)
    await school.refuses('package_refund R-1 package=CP-1 amount=312.84 method=card', 'more_than_funds')
    await school.plays('package_refund R-1 package=CP-1 amount=312.83 method=account')
    expect(await school.balance('CP-1')).toMatchObject({ paid: '187.17', owed: '1684.57', funds: '0.00' })
    expect(await school.account('C-1')).toBe('312.83')
  })
})

describe('transfers', () => {
  it('of funds go to the account or to another package of the same customer, at most what is owed there', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      add_to_package CP-2 customer=C-1 package=BLOCK
      add_to_package CP-3 customer=C-2 package=BLOCK
      package_payment P-1 package=CP-1 amount=3000.00 method=card`)
    await school.refuses('transfer_funds T-1 package=CP-1 amount=1871.75 to=CP-2', 'more_than_owed')
    await school.refuses('transfer_funds T-1 package=CP-1 amount=1.00 to=CP-3', 'not_transferable')
    await school.refuses('transfer_funds T-1 package=CP-1 amount=1.00 to=CP-1', 'not_transferable')
    await school.refuses('transfer_funds T-1 package=CP-1 amount=3000.01 to=account', 'more_than_funds')
    await school.plays(`
      transfer_funds T-1 package=CP-1 amount=1871.74 to=CP-2
      transfer_funds T-2 package=CP-1 amount=1128.26 to=account`)
    expect(await school.balance('CP-1')).toMatchObject({ paid: '0.00', funds: '0.00' })
    expect(await school.history('CP-2')).toEqual(['added_to_package 1871.74', 'transfer_in 1871.74'])
    expect(await school.account('C-1')).toBe('1128.26')
    await school.verifies()
  })

  it('of hours keep the dollars: received is cut down to hundredths, the odd cents stay with the receiving line', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=PPL
      transfer_hours T-1 package=CP-1 code=DUAL quantity=1 to=C172`)
    expect(await school.line('CP-1', 'C172')).toMatchObject({ included: '50.43', dollarsIncluded: '9936.25' })
    expect(await school.line('CP-1', 'DUAL')).toMatchObject({ included: '39.00', dollarsIncluded: '3315.00' })
    expect(await school.balance('CP-1')).toMatchObject({ total: '13516.44' })
    expect((await school.history('CP-1')).at(-1)).toBe('transfer_hours 85.00')
  })

  it('of hours are refused beyond what is available, to items, to the same and to a free hour type', async () => {
    const school = await Scenario.start()
    await school.plays('add_to_package CP-1 customer=C-1 package=PPL')
    await school.refuses('transfer_hours T-1 package=CP-1 code=DUAL quantity=40.01 to=C172', 'more_than_available')
    await school.refuses('transfer_hours T-1 package=CP-1 code=DUAL quantity=1 to=KIT', 'not_transferable')
    await school.refuses('transfer_hours T-1 package=CP-1 code=DUAL quantity=1 to=DUAL', 'not_transferable')
    await school.refuses('transfer_hours T-1 package=CP-1 code=DUAL quantity=1 to=FREE', 'not_transferable')
    await school.refuses('transfer_hours T-1 package=CP-1 code=FREE quantity=1 to=DUAL', 'not_transferable')
    await school.refuses('transfer_hours T-1 package=CP-1 code=DUAL quantity=1 to=SIM', 'not_found')
  })
})

describe('removal of a customer from a package', () => {
  it('needs a reason, funds of 0 and no open invoice', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=BLOCK
      package_payment P-1 package=CP-1 amount=10.00 method=card`)
    await school.refuses('remove_from_package RM-1 package=CP-1', 'invalid_input')
    await school.refuses('remove_from_package RM-1 package=CP-1 note=leaves', 'funds_not_settled')
    await school.plays(`
      package_refund R-1 package=CP-1 amount=10.00 method=card
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=1`)
    await school.refuses('remove_from_package RM-1 package=CP-1 note=leaves', 'invoice_open')
    await school.plays(`
      invoice_void INV-1 note="no show"
      remove_from_package RM-1 package=CP-1 note=leaves`)
    expect(await school.balance('CP-1')).toMatchObject({ status: 'removed' })
  })

  it('lets nothing be posted to it afterwards, no reversal either', async () => {
    const school = await Scenario.start()
    await school.plays(`
      add_to_package CP-1 customer=C-1 package=BLOCK
      invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=1
      invoice_payment INV-1 method=card
      remove_from_package RM-1 package=CP-1 note=leaves`)
    await school.refuses('package_payment P-1 package=CP-1 amount=1.00 method=card', 'removed')
    await school.refuses('invoice INV-2 customer=C-1 package=CP-1 code=C172 quantity=1', 'removed')
    await school.refuses('invoice_void INV-1 note=late', 'removed')
    await school.refuses('invoice_refund INV-1', 'removed')
    await school.refuses('remove_from_package RM-2 package=CP-1 note=again', 'removed')
  })
})

describe('the account', () => {
  it('takes deposits and withdrawals from outside, and never goes below zero', async () => {
    const school = await Scenario.start()
    await school.plays(`
      account_deposit D-1 customer=C-1 amount=100.00 method=ach
      account_deposit D-2 customer=C-1 amount=50.00 method=card status=failed`)
    await school.refuses('account_withdrawal W-1 customer=C-1 amount=100.01 method=cash', 'more_than_account')
    await school.refuses('account_deposit D-3 customer=C-1 amount=1.00 method=account', 'tender_refused')
    await school.plays('account_withdrawal W-1 customer=C-1 amount=100.00 method=cash')
    expect(await school.account('C-1')).toBe('0.00')
    expect(await school.account('C-2')).toBe('never moved')
  })
})
