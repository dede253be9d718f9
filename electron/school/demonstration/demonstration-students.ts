import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { COURSES, type Course } from './demonstration-courses.ts'
import { allFrom, type DemonstrationDesk, type Flown } from './demonstration-desk.ts'
import { nextLesson } from './demonstration-lessons.ts'
import type { DemonstrationPackage } from './demonstration-package.ts'
import type { SeededChance } from './seeded-chance.ts'

/** Where the demonstration is written: the desk that writes it, chance, and the calendar. */
export interface DemonstrationPlay {
  readonly desk: DemonstrationDesk
  readonly chance: SeededChance
  readonly calendar: DemonstrationCalendar
}

/** Below this, in cents, a student pays the next instalment: more than any one lesson costs. */
const LOW_FUNDS = 100_000
const INSTALMENTS = [100_000, 150_000, 200_000, 250_000]
/** Packages up to this price, in cents, are paid at once. */
const PAID_AT_ONCE = 100_000
/** Since so many days some invoices wait for their payment. */
const NOT_YET_PAID = -4

/**
 * A student in the ordinary course of things: pays in instalments, flies once or twice a week, now and then buys
 * something. Stops after the day `until`, or with the package completed.
 * @returns the day of completion, null where it is not completed
 */
export function ordinaryStudent(
  play: DemonstrationPlay,
  customer: string,
  code: string,
  start: number,
  until = 0,
): number | null {
  const { desk, chance } = play
  const course = COURSES[code]
  if (!course) throw new Error(`the demonstration has no course for ${code}`)
  const pack = desk.sell(start, customer, code)
  const deposit = pack.price <= PAID_AT_ONCE ? pack.price : roundedTo(pack.price * chance.of([0.15, 0.2, 0.3]), 50_000)
  desk.pay(start, pack, deposit, chance.of(['card', 'check', 'ach']))
  for (let day = nextDay(play, start); day <= until; day = nextDay(play, day)) {
    keepFunded(play, pack, day)
    takeMilestones(desk, course, pack, day)
    const flown = nextLesson(chance, course, pack)
    if (flown.length === 0) {
      finish(desk, pack, day)
      return day
    }
    oneLesson(play, pack, day, flown)
  }
  return null
}

/** Rents by blocks: when one is empty, the flight is finished at the standard rate and the next block bought. */
export function blockFlyer(play: DemonstrationPlay, customer: string, start: number, blocks: number): void {
  const { desk, chance } = play
  let day = start
  for (let block = 0; block < blocks && day <= 0; block++) {
    const pack = desk.sell(day, customer, 'BLOCK10')
    desk.pay(day, pack, pack.price, chance.of(['card', 'check', 'ach']))
    while (pack.left('C172') > 0) {
      day = nextDay(play, day) + chance.whole(2, 9)
      if (day > 0) return
      desk.flySplit(day, pack, { code: 'C172', quantity: chance.whole(8, 22) * 10 }, 'card')
    }
    day += chance.whole(3, 60)
  }
}

/** One flight, a gift: paid at once, flown a few days later, completed. */
export function discovery({ desk }: DemonstrationPlay, customer: string, day: number, flight: number): void {
  const pack = desk.sell(day, customer, 'DISCOVERY')
  desk.pay(day, pack, pack.price, 'card')
  desk.fly(flight, pack, [
    { code: 'C172', quantity: 100 },
    { code: 'DUAL', quantity: 100 },
  ])
}

function nextDay({ chance, calendar }: DemonstrationPlay, day: number): number {
  const pause = chance.happens(0.04) ? chance.whole(8, 25) : 0
  return calendar.busyDay(chance, day + chance.whole(2, 8) + pause)
}

/** Students pay the next instalment before the funds run out; some cards are declined at first. */
function keepFunded({ desk, chance }: DemonstrationPlay, pack: DemonstrationPackage, day: number): void {
  if (pack.funds > LOW_FUNDS || pack.owed === 0) return
  const instalment = chance.of(INSTALMENTS)
  if (chance.happens(0.08)) desk.payDeclined(day, pack, instalment, 'declined')
  desk.pay(day, pack, instalment, chance.of(['card', 'card', 'check', 'ach', 'cash']))
}

function takeMilestones(desk: DemonstrationDesk, course: Course, pack: DemonstrationPackage, day: number): void {
  for (const [code, from] of course.milestones)
    if (pack.progress >= from && pack.left(code) > 0) desk.fly(day, pack, [{ code, quantity: 100 }])
}

/** The hours are flown: everything is paid, and the checkride and whatever else was not taken yet are. */
function finish(desk: DemonstrationDesk, pack: DemonstrationPackage, day: number): void {
  desk.pay(day, pack, pack.owed, 'check')
  const rest = pack.lines.filter(({ code }) => pack.left(code) > 0)
  desk.fly(
    day,
    pack,
    rest.map(({ code }) => ({ code, quantity: pack.left(code) })),
  )
}

function oneLesson(play: DemonstrationPlay, pack: DemonstrationPackage, day: number, flown: readonly Flown[]): void {
  const { desk, chance } = play
  if (day >= NOT_YET_PAID && chance.happens(0.4)) desk.invoice(day, pack.customer, allFrom(pack, flown))
  else if (chance.happens(0.01)) voidedAndCorrected(desk, pack, day, flown)
  else if (chance.happens(0.04)) withSomethingBought(play, pack, day, flown)
  else desk.fly(day, pack, flown)
}

/** Entered for half an hour too much, voided, and entered again. */
export function voidedAndCorrected(
  desk: DemonstrationDesk,
  pack: DemonstrationPackage,
  day: number,
  flown: readonly Flown[],
): void {
  const tooMuch = flown.map(({ code, quantity }) => ({ code, quantity: quantity + 50 }))
  const wrong = desk.invoice(day, pack.customer, allFrom(pack, tooMuch))
  desk.payFromPackages(day, wrong)
  desk.undo(day, wrong, 'invoice_void', 'wrong hours on the sheet')
  desk.fly(day, pack, flown, 'corrected')
}

/** A lesson and something from the shop on one invoice: the package pays its lines, another tender the rest. */
function withSomethingBought(
  { desk, chance }: DemonstrationPlay,
  pack: DemonstrationPackage,
  day: number,
  flown: readonly Flown[],
): void {
  const bought = { code: chance.of(['CHARTS', 'KNEEBOARD']), quantity: 100, from: null }
  const made = desk.invoice(day, pack.customer, [...allFrom(pack, flown), bought])
  desk.payFromPackages(day, made)
  if (chance.happens(0.15)) desk.payInvoiceDeclined(day, made.ref, 'declined')
  desk.payInvoice(day, made.ref, chance.of(['card', 'cash']))
}

function roundedTo(value: number, step: number): number {
  return Math.max(step, Math.round(value / step) * step)
}
