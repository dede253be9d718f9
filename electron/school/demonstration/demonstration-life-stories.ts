import { allFrom, money, type DemonstrationDesk } from './demonstration-desk.ts'
import type { DemonstrationPackage } from './demonstration-package.ts'

/** Was in the middle of the training when the school took up Blocktime; one thing was typed wrong and taken back. */
export function broughtOver(desk: DemonstrationDesk, customer: string): void {
  const day = -725
  const pack = desk.sell(day, customer, 'PPL')
  desk.other(day, 'OP', { action: 'opening_payment', package: pack.ref, amount: '8000.00' })
  pack.paid += 800_000
  usedBefore(desk, pack, 'C172', 1250, 'package')
  usedBefore(desk, pack, 'DUAL', 1250, 'package')
  usedBefore(desk, pack, 'GROUND', 300, 'other')
  const account = { action: 'opening_account', customer }
  const wrong = desk.other(day, 'OP', { ...account, amount: '150.00' })
  desk.other(day, 'OP', { action: 'opening_reversal', customer, to: wrong, note: 'figures turned about' })
  desk.other(day, 'OP', { ...account, amount: '105.00' })
  desk.other(day, 'OP', { action: 'opening_payment', package: pack.ref, amount: '80.00' })
  const twice = desk.other(day, 'OP', { action: 'opening_payment', package: pack.ref, amount: '80.00' })
  desk.other(day + 1, 'OP', {
    action: 'opening_reversal',
    package: pack.ref,
    to: twice,
    note: 'twice in the spreadsheet',
  })
  pack.paid += 8_000
  for (const [index, time] of [120, 140, 130, 150].entries())
    desk.fly(day + 8 + index * 9, pack, [
      { code: 'C172', quantity: time },
      { code: 'DUAL', quantity: time },
    ])
}

function usedBefore(
  desk: DemonstrationDesk,
  pack: DemonstrationPackage,
  code: string,
  quantity: number,
  method: 'package' | 'other',
): void {
  const cells = { package: pack.ref, code, quantity: money(quantity), method }
  desk.other(-725, 'OP', { action: 'opening_use', ...cells })
  const { dollars } = pack.take(code, quantity)
  if (method === 'package') pack.drawn += dollars
}

/** A block at an agreed price, from which the sister flew for a while, and which the mother paid; a check came back. */
export function family(desk: DemonstrationDesk, [owner, sister, mother]: readonly [string, string, string]): void {
  const pack = desk.sell(-90, owner, 'BLOCK10', { amount: '1700.00', note: 'two of one family' })
  const paid = { action: 'package_payment', package: pack.ref, customer: mother }
  desk.other(-90, 'PAY', { ...paid, amount: '1400.00', method: 'ach' })
  const check = desk.other(-89, 'PAY', { ...paid, amount: '300.00', method: 'check' })
  desk.other(-84, 'REV', { action: 'payment_reversal', package: pack.ref, to: check, note: 'check returned' })
  desk.other(-83, 'PAY', { ...paid, amount: '300.00', method: 'card' })
  desk.other(-82, 'MEM', { action: 'add_member', customer: sister, package: pack.ref })
  for (const [index, quantity] of [90, 110].entries())
    desk.payFromPackages(
      -80 + index * 12,
      desk.invoice(-80 + index * 12, sister, allFrom(pack, [{ code: 'C172', quantity }])),
    )
  desk.fly(-50, pack, [{ code: 'C172', quantity: 120 }])
  const goodwill = { code: 'C172', quantity: '0.50', note: 'waited an hour for the aircraft' }
  desk.other(-49, 'ADJ', { action: 'adjust_hours', package: pack.ref, ...goodwill })
  desk.other(-20, 'MEM', { action: 'remove_member', customer: sister, package: pack.ref })
  paidByCard(desk, pack)
  paidByMother(desk, owner, mother)
}

/** A flight of the package that a card paid; the bank took the money back, and cash came instead. */
function paidByCard(desk: DemonstrationDesk, pack: DemonstrationPackage): void {
  const { ref } = desk.invoice(-25, pack.customer, allFrom(pack, [{ code: 'C172', quantity: 80 }]))
  desk.payInvoice(-25, ref, 'card')
  desk.other(-23, null, { action: 'invoice_payment_reversal', ref, method: 'card', note: 'chargeback' })
  desk.payInvoice(-22, ref, 'cash')
}

/** The mother has a deposit, and pays from it what is not on the package; her second record was found and merged. */
function paidByMother(desk: DemonstrationDesk, owner: string, mother: string): void {
  desk.other(-40, 'DEP', { action: 'account_deposit', customer: mother, amount: '500.00', method: 'ach' })
  const lesson = { customer: owner, code: 'DUAL', quantity: '2.00', amount: '150.00', note: 'agreed' }
  const ref = desk.other(-39, 'INV', { action: 'invoice', ...lesson })
  desk.other(-39, null, { action: 'invoice_payment', ref, method: 'account', customer: mother })
}

/** The second record of somebody: what it had belongs to the first since the merge. */
export function double(desk: DemonstrationDesk, customer: string, first: string): void {
  const gift = desk.sell(-36, customer, 'DISCOVERY')
  desk.pay(-36, gift, gift.price, 'card')
  desk.other(-35, 'DEP', { action: 'account_deposit', customer, amount: '50.00', method: 'cash' })
  desk.other(-34, 'MRG', { action: 'merge_customer', customer, to: first, note: 'the same person' })
  const flight = ['C172', 'DUAL'].map((code) => ({ code, quantity: 100 }))
  desk.payFromPackages(-33, desk.invoice(-33, first, allFrom(gift, flight)))
  const another = desk.sell(-15, first, 'DISCOVERY')
  desk.other(-12, 'RM', { action: 'remove_from_package', package: another.ref, note: 'added by mistake' })
  desk.other(-11, 'RET', { action: 'return_to_package', package: another.ref, note: 'wanted after all' })
  desk.pay(-11, another, another.price, 'card')
}

/** A block that ended, was lengthened while the fleet was grounded, and lapsed; the next one ends soon. */
export function ended(desk: DemonstrationDesk, customer: string): void {
  const pack = desk.sell(-400, customer, 'BLOCK10', { to: '@-60' })
  desk.pay(-400, pack, pack.price, 'ach')
  for (const [index, quantity] of [150, 170, 140, 130].entries())
    desk.fly(-380 + index * 40, pack, [{ code: 'C172', quantity }])
  desk.other(-70, 'END', { action: 'change_end', package: pack.ref, to: '@-30', note: 'the fleet was grounded' })
  desk.other(-10, 'LAP', { action: 'lapse_package', package: pack.ref, note: 'ended, written to twice' })
  const next = desk.sell(-9, customer, 'BLOCK10', { to: '@20' })
  desk.pay(-9, next, 100_000, 'card')
  desk.fly(-3, next, [{ code: 'C172', quantity: 110 }])
}
