import { money, type DemonstrationDesk, type DemonstrationPackage } from './demonstration-desk.ts'
import type { SeededChance } from './seeded-chance.ts'

/** What students of each package fly, in hundredths of an hour: least and most of each code of a lesson. */
const LESSONS: Readonly<Record<string, readonly (readonly [code: string, least: number, most: number])[]>> = {
  PPL: [
    ['C172', 100, 180],
    ['DUAL', 100, 180],
    ['BRIEF', 20, 40],
  ],
  PPL24: [
    ['C172', 100, 180],
    ['DUAL', 80, 150],
  ],
  IFR: [
    ['C172', 110, 190],
    ['DUAL', 110, 190],
    ['GROUND', 50, 100],
  ],
  CPL: [
    ['C172RG', 100, 170],
    ['DUAL', 100, 170],
    ['GROUND', 40, 80],
  ],
  BLOCK10: [['C172', 80, 170]],
}

/** A student in the ordinary course of things: pays in parts, flies once or twice a week, now and then something else. */
export function ordinaryStudent(
  desk: DemonstrationDesk,
  chance: SeededChance,
  customer: string,
  code: string,
  start: number,
): void {
  const pack = desk.sell(start, customer, code)
  desk.pay(
    start,
    pack,
    roundedTo(pack.price * chance.of([0.2, 0.25, 0.3, 0.5]), 5_000),
    chance.of(['card', 'check', 'ach']),
  )
  if (pack.left.has('KIT')) desk.fly(start, pack, [{ code: 'KIT', quantity: 100 }])
  let day = start + chance.whole(2, 6)
  const lesson = LESSONS[code] ?? []
  while (day < 0) {
    keepFunded(desk, chance, pack, day)
    const flown = lesson.map(([line, least, most]) => ({
      code: line,
      quantity: roundedTo(chance.whole(least, most), 10),
    }))
    if (!oneLesson(desk, chance, pack, day, flown)) break
    day += chance.whole(2, 7)
    if (chance.happens(0.04)) day += chance.whole(10, 35)
  }
}

/** Students pay the next instalment before the funds run out; some cards are declined at first. */
function keepFunded(desk: DemonstrationDesk, chance: SeededChance, pack: DemonstrationPackage, day: number): void {
  if (pack.paid - pack.drawn > 60_000 || pack.paid >= pack.price) return
  const instalment = chance.of([100_000, 150_000, 200_000, 250_000])
  if (chance.happens(0.08)) desk.pay(day, pack, instalment, 'card', true)
  desk.pay(day, pack, instalment, chance.of(['card', 'card', 'check', 'ach', 'cash']))
}

function oneLesson(
  desk: DemonstrationDesk,
  chance: SeededChance,
  pack: DemonstrationPackage,
  day: number,
  flown: readonly { code: string; quantity: number }[],
): boolean {
  if (day > -4 && chance.happens(0.5))
    return (
      desk.invoice(
        day,
        pack.customer,
        flown.map((line) => ({ ...line, from: pack })),
      ).lines.length > 0
    )
  if (chance.happens(0.02)) return voidedAndCorrected(desk, pack, day, flown)
  if (chance.happens(0.03)) return withSomethingBought(desk, chance, pack, day, flown)
  return desk.fly(day, pack, flown)
}

/** Entered for too many hours, voided, and entered again. */
function voidedAndCorrected(
  desk: DemonstrationDesk,
  pack: DemonstrationPackage,
  day: number,
  flown: readonly { code: string; quantity: number }[],
): boolean {
  const wrong = desk.invoice(
    day,
    pack.customer,
    flown.map((line) => ({ code: line.code, quantity: line.quantity + 50, from: pack })),
  )
  if (wrong.lines.length === 0) return false
  desk.payInvoice(day, wrong.ref, 'package')
  desk.other(day, null, { action: 'invoice_void', ref: wrong.ref, note: 'wrong hours on the sheet' })
  for (const { code, quantity } of wrong.lines) pack.left.set(code, (pack.left.get(code) ?? 0) + quantity)
  return desk.fly(day, pack, flown)
}

/** A lesson and something from the shop on one invoice: the package pays its lines, the card the rest. */
function withSomethingBought(
  desk: DemonstrationDesk,
  chance: SeededChance,
  pack: DemonstrationPackage,
  day: number,
  flown: readonly { code: string; quantity: number }[],
): boolean {
  const bought = { code: chance.of(['CHARTS', 'KNEEBOARD']), quantity: 100, from: null }
  const made = desk.invoice(day, pack.customer, [...flown.map((line) => ({ ...line, from: pack })), bought])
  if (made.lines.length > 1) desk.payInvoice(day, made.ref, 'package')
  desk.payInvoice(day, made.ref, chance.of(['card', 'cash']))
  pack.drawn += made.drawn
  return made.lines.length > 1
}

/** Flew a lot on promises: the funds are below zero. */
export function usedBeforePaid(desk: DemonstrationDesk, customer: string): void {
  const pack = desk.sell(-70, customer, 'PPL')
  desk.pay(-70, pack, 150_000, 'card')
  for (let day = -66; day < -20; day += 5)
    desk.fly(day, pack, [
      { code: 'C172', quantity: 130 },
      { code: 'DUAL', quantity: 130 },
    ])
  desk.pay(-12, pack, 250_000, 'card', true)
}

/** Flew a block to the last tenth, and bought it again. */
export function exhausted(desk: DemonstrationDesk, customer: string): void {
  const first = desk.sell(-120, customer, 'BLOCK10')
  desk.pay(-120, first, first.price, 'check')
  for (const [index, quantity] of [150, 130, 170, 160, 140, 150, 100].entries())
    desk.fly(-115 + index * 9, first, [{ code: 'C172', quantity }])
  const second = desk.sell(-48, customer, 'BLOCK10')
  desk.pay(-48, second, 90_000, 'card')
  desk.fly(-30, second, [{ code: 'C172', quantity: 140 }])
}

/** Two packages at once, and hours and funds moved about. */
export function twoPackages(desk: DemonstrationDesk, customer: string): void {
  const rating = desk.sell(-160, customer, 'IFR')
  desk.pay(-160, rating, 900_000, 'ach')
  const block = desk.sell(-150, customer, 'BLOCK10')
  desk.other(-150, 'TF', { action: 'transfer_funds', package: rating.ref, amount: '800.00', to: block.ref })
  desk.other(-149, 'DEP', { action: 'account_deposit', customer, amount: '500.00', method: 'check' })
  desk.other(-140, 'TH', {
    action: 'transfer_hours',
    package: rating.ref,
    code: 'SIM',
    quantity: '6.00',
    to: 'C172',
    note: 'more in the aircraft',
  })
  rating.left.set('SIM', (rating.left.get('SIM') ?? 0) - 600)
  desk.other(-139, 'TH', {
    action: 'transfer_hours',
    package: rating.ref,
    code: 'GROUND',
    quantity: '5.00',
    to: 'DUAL',
  })
  rating.left.set('GROUND', (rating.left.get('GROUND') ?? 0) - 500)
  for (let day = -138; day < -3; day += 9) {
    const lines = [
      { code: 'DUAL', quantity: 140, from: rating },
      { code: 'C172', quantity: 60, from: block },
      { code: 'C172', quantity: 80, from: rating },
    ]
    const made = desk.invoice(day, customer, lines, 'two packages')
    desk.payInvoice(day, made.ref, 'package')
  }
}

/** Bought supplies, and brought the headset back unopened. */
export function suppliesOnly(desk: DemonstrationDesk, customer: string, returned: boolean): void {
  const pack = desk.sell(-40, customer, 'STARTER')
  desk.pay(-40, pack, 100_000, 'card')
  const made = desk.invoice(
    -40,
    customer,
    ['KIT', 'HEADSET', 'KNEEBOARD'].map((code) => ({ code, quantity: 100, from: pack })),
  )
  desk.payInvoice(-40, made.ref, 'package')
  if (returned)
    desk.other(-36, null, {
      action: 'invoice_refund',
      ref: made.ref,
      package: pack.ref,
      code: 'HEADSET',
      quantity: '1',
      note: 'returned unopened',
    })
}

/** Gave up: the last flight and the unspent funds went back, then the customer was removed from the package. */
export function leaver(desk: DemonstrationDesk, customer: string): void {
  const pack = desk.sell(-200, customer, 'PPL')
  desk.pay(-200, pack, 500_000, 'card')
  for (let day = -195; day < -160; day += 7)
    desk.fly(day, pack, [
      { code: 'C172', quantity: 120 },
      { code: 'DUAL', quantity: 120 },
    ])
  const last = desk.invoice(-158, customer, [{ code: 'GROUND', quantity: 200, from: pack }])
  desk.payInvoice(-158, last.ref, 'package')
  desk.other(-150, null, { action: 'invoice_refund', ref: last.ref, note: 'did not take place' })
  desk.other(-150, 'REF', {
    action: 'package_refund',
    package: pack.ref,
    amount: money(pack.paid - pack.drawn),
    method: 'card',
    note: 'leaves the school',
  })
  desk.other(-150, 'RM', { action: 'remove_from_package', package: pack.ref, note: 'moved to another state' })
}

/** One flight, a gift: paid at once, flown, completed. */
export function discovery(desk: DemonstrationDesk, customer: string, day: number): void {
  const pack = desk.sell(day, customer, 'DISCOVERY')
  desk.pay(day, pack, pack.price, 'card')
  desk.fly(day + 3, pack, [
    { code: 'C172', quantity: 100 },
    { code: 'DUAL', quantity: 100 },
  ])
}

function roundedTo(value: number, step: number): number {
  return Math.max(step, Math.round(value / step) * step)
}
