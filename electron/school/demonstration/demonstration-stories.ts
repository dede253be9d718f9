import { allFrom, money, type DemonstrationDesk } from './demonstration-desk.ts'
import { voidedAndCorrected } from './demonstration-students.ts'

/** Flew a lot on promises: the funds are below zero. */
export function usedBeforePaid(desk: DemonstrationDesk, customer: string): void {
  const pack = desk.sell(-70, customer, 'PPL')
  desk.pay(-70, pack, 150_000, 'card')
  for (const [index, time] of [110, 130, 120, 150, 140, 130, 160, 120, 140, 130].entries())
    desk.fly(-66 + index * 5, pack, [
      { code: 'C172', quantity: time },
      { code: 'DUAL', quantity: time },
      { code: 'BRIEF', quantity: 30 },
    ])
  desk.payDeclined(-12, pack, 250_000, 'declined, will bring a check')
}

/** Flew a block to the last tenth, and has begun another. */
export function exhausted(desk: DemonstrationDesk, customer: string): void {
  const first = desk.sell(-120, customer, 'BLOCK10')
  desk.pay(-120, first, first.price, 'check')
  for (const [index, quantity] of [150, 130, 170, 160, 140, 150, 100].entries())
    desk.fly(-115 + index * 9, first, [{ code: 'C172', quantity }])
  const second = desk.sell(-48, customer, 'BLOCK10')
  desk.pay(-48, second, 90_000, 'card')
  desk.fly(-30, second, [{ code: 'C172', quantity: 140 }])
}

/** Two packages at once, on the same invoices; hours and funds were moved about. */
export function twoPackages(desk: DemonstrationDesk, customer: string): void {
  const rating = desk.sell(-160, customer, 'IFR')
  desk.pay(-160, rating, 900_000, 'ach')
  const block = desk.sell(-150, customer, 'BLOCK10')
  desk.transferFunds(-150, rating, 80_000, block)
  desk.other(-149, 'DEP', { action: 'account_deposit', customer, amount: '800.00', method: 'check' })
  desk.transferHours(-140, rating, { code: 'SIM', quantity: 600 }, 'C172', 'more in the aircraft')
  desk.transferHours(-139, rating, { code: 'GROUND', quantity: 500 }, 'DUAL', '')
  for (let day = -138; day < -3; day += 9) {
    const made = desk.invoice(day, customer, [
      { code: 'C172', quantity: 60, from: block },
      { code: 'C172', quantity: 80, from: rating },
      { code: 'DUAL', quantity: 140, from: rating },
      { code: 'GROUND', quantity: 40, from: rating },
    ])
    desk.payFromPackages(day, made)
  }
  desk.pay(-60, block, 50_000, 'card')
  desk.pay(-20, block, block.owed, 'account')
}

/** Bought supplies; some bring the headset back unopened. */
export function suppliesOnly(desk: DemonstrationDesk, customer: string, day: number, returned: boolean): void {
  const pack = desk.sell(day, customer, 'STARTER')
  desk.pay(day, pack, pack.price, 'card')
  const supplies = ['KIT', 'HEADSET', 'KNEEBOARD'].map((code) => ({ code, quantity: 100 }))
  const made = desk.invoice(day, customer, allFrom(pack, supplies))
  desk.payFromPackages(day, made)
  if (!returned) return
  const cells = { ref: made.ref, package: pack.ref, code: 'HEADSET', quantity: '1', note: 'returned unopened' }
  desk.other(day + 4, null, { action: 'invoice_refund', ...cells })
}

/** Gave up: what did not take place and the unspent funds went back, then the customer was removed. */
export function leaver(desk: DemonstrationDesk, customer: string): void {
  const pack = desk.sell(-200, customer, 'PPL')
  desk.pay(-200, pack, 500_000, 'card')
  for (const [index, time] of [120, 110, 130, 120, 140].entries())
    desk.fly(-195 + index * 7, pack, [
      { code: 'C172', quantity: time },
      { code: 'DUAL', quantity: time },
    ])
  const unspent = pack.funds
  const last = desk.invoice(-158, customer, allFrom(pack, [{ code: 'GROUND', quantity: 200 }]))
  desk.payFromPackages(-158, last)
  desk.other(-150, null, { action: 'invoice_refund', ref: last.ref, note: 'did not take place' })
  const refund = { package: pack.ref, amount: money(unspent), method: 'card', note: 'leaves the school' }
  desk.other(-150, 'REF', { action: 'package_refund', ...refund })
  desk.other(-150, 'RM', { action: 'remove_from_package', package: pack.ref, note: 'moved to another state' })
}

/** Rents from the account, has a block as well whose spare funds went there, and pays in more than one way. */
export function accountCustomer(desk: DemonstrationDesk, customer: string): void {
  const deposit = { action: 'account_deposit', customer, amount: '2000.00' }
  desk.other(-300, 'DEP', { ...deposit, method: 'card', status: 'failed', note: 'declined' })
  desk.other(-299, 'DEP', { ...deposit, method: 'ach' })
  for (const [index, quantity] of [150, 120, 210, 140].entries())
    rented(desk, customer, -290 + index * 30, quantity, 'account')
  const block = desk.sell(-120, customer, 'BLOCK10')
  desk.pay(-120, block, block.price, 'ach')
  for (const [index, quantity] of [140, 180, 160].entries())
    desk.fly(-110 + index * 25, block, [{ code: 'C172', quantity }])
  const twice = desk.invoice(-60, customer, allFrom(block, [{ code: 'C172', quantity: 160 }]))
  desk.payFromPackages(-60, twice)
  desk.undo(-59, twice, 'invoice_delete', 'entered twice')
  desk.transferFunds(-40, block, 50_000, 'account')
  desk.other(-38, 'WD', { action: 'account_withdrawal', customer, amount: '250.00', method: 'check' })
  const tools = desk.invoice(-10, customer, [
    { code: 'HEADSET', quantity: 100, from: null },
    { code: 'CHARTS', quantity: 100, from: null },
  ])
  desk.payInvoice(-10, tools.ref, 'cash', 40_000)
  desk.payInvoice(-9, tools.ref, 'card')
}

function rented(desk: DemonstrationDesk, customer: string, day: number, quantity: number, method: string): void {
  const made = desk.invoice(day, customer, [{ code: 'C172', quantity, from: null }])
  desk.payInvoice(day, made.ref, method)
}

/** In the middle of a rating, with a corrected invoice behind and unpaid ones of these days before. */
export function openInvoices(desk: DemonstrationDesk, customer: string): void {
  const pack = desk.sell(-58, customer, 'PPL')
  desk.pay(-58, pack, 500_000, 'check')
  desk.fly(-58, pack, [{ code: 'KIT', quantity: 100 }])
  const lesson = (time: number) => [
    { code: 'C172', quantity: time },
    { code: 'DUAL', quantity: time },
    { code: 'BRIEF', quantity: 40 },
  ]
  for (const [index, time] of [100, 120, 130, 110, 140, 150].entries()) desk.fly(-54 + index * 6, pack, lesson(time))
  voidedAndCorrected(desk, pack, -15, lesson(130))
  desk.invoice(-2, customer, allFrom(pack, lesson(120)))
  const latest = [...allFrom(pack, lesson(140)), { code: 'CHARTS', quantity: 100, from: null }]
  const partlyPaid = desk.invoice(0, customer, latest)
  desk.payFromPackages(0, partlyPaid)
  desk.payInvoiceDeclined(0, partlyPaid.ref, 'declined')
}
