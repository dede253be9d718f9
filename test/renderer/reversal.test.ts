import { describe, expect, it } from 'vitest'
import { invoicePaid } from '../../renderer/invoices/invoice-reversal.ts'
import type { Invoice } from '../../renderer/invoices/invoices-queries.ts'
import {
  accountMoneyMoved,
  fundsTransferred,
  hoursTransferred,
  packageMoneyMoved,
} from '../../renderer/packages/actions/reversal.ts'
import { PERMISSIONS } from '../../shared/permissions.ts'
import { businessDate } from '../../shared/dates.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'

const amount = cents(5_000)
const date = businessDate('2026-02-01')

describe('the form that takes an action back', () => {
  it('of funds that went to another package transfers them back from there', () => {
    expect(fundsTransferred('C-1', { ref: 'CP-1', amount, to: 'CP-2' }).undo).toEqual({
      of: 'action',
      view: { kind: 'transferFunds', customer: 'C-1', ref: 'CP-2', filled: { amount, to: 'CP-1' } },
    })
  })

  it('of funds that went to the account pays the package from the account', () => {
    expect(fundsTransferred('C-1', { ref: 'CP-1', amount, to: 'account' }).undo).toEqual({
      of: 'action',
      view: { kind: 'pay', customer: 'C-1', ref: 'CP-1', filled: { amount, method: 'account' } },
    })
  })

  it('of a transfer of hours moves what arrived, the other way', () => {
    expect(hoursTransferred('C-1', { ref: 'CP-1', code: 'C172', to: 'SIM' }, hundredths(350)).undo).toMatchObject({
      view: { kind: 'transferHours', filled: { code: 'SIM', to: 'C172', quantity: 350 } },
    })
  })

  it('is not offered for money that did not move', () => {
    const made = { customer: 'C-1', amount, method: 'cash', payment: 'DEP-1', date } as const
    expect(accountMoneyMoved('deposit', { ...made, failed: true }).undo).toBeNull()
    expect(accountMoneyMoved('withdraw', { ...made, failed: false }).undo).toEqual({
      of: 'action',
      view: { kind: 'deposit', customer: 'C-1', filled: { amount, method: 'cash' } },
    })
  })

  it('of a deposit and of a package payment is its reversal, not a refund', () => {
    const made = { amount, method: 'check', payment: 'PAY-1', date, failed: false } as const
    expect(accountMoneyMoved('deposit', { ...made, customer: 'C-1' }).undo).toMatchObject({
      view: { kind: 'reversePayment', payment: { payment: { of: 'account', customer: 'C-1', payment: 'PAY-1' } } },
    })
    expect(packageMoneyMoved('pay', 'C-1', { ...made, ref: 'CP-1', payer: '' }).undo).toMatchObject({
      view: { kind: 'reversePayment', payment: { payment: { of: 'package', package: 'CP-1', payment: 'PAY-1' } } },
    })
  })
})

describe('what the package tender paid of an invoice goes back', () => {
  const line = { packageRef: 'CP-1', amount: cents(3_000) }
  const invoice = { ref: 'INV-1', due: cents(5_000), lines: [line, { packageRef: null, amount: cents(2_000) }] }
  it.each([
    ['by a refund where it paid the invoice', { amount: 5_000, failed: false }, PERMISSIONS, 'refund'],
    ['by a void where something is still due', { amount: null, failed: false }, PERMISSIONS, 'void'],
    ['by a void for those who may not refund', { amount: 5_000, failed: false }, ['Void Invoices'] as const, 'void'],
  ])('%s', (_, payment, permissions, kind) => {
    expect(
      invoicePaid(invoice as unknown as Invoice, { ...payment, method: 'package', date }, permissions).undo,
    ).toEqual({
      of: 'invoice',
      view: { kind, ref: 'INV-1' },
    })
  })
})

it('any other payment of an invoice is reversed', () => {
  const invoice = { ref: 'INV-1', customerNumber: 'C-1', due: cents(5_000), lines: [] } as unknown as Invoice
  const paid = { amount: 2_000, method: 'card', failed: false, date } as const
  expect(invoicePaid(invoice, paid, PERMISSIONS).undo).toMatchObject({
    view: { kind: 'reversePayment', payment: { payment: { of: 'invoice', invoice: 'INV-1', amount: 2_000 } } },
  })
  expect(invoicePaid(invoice, { ...paid, failed: true }, PERMISSIONS).undo).toBeNull()
})
