import { broughtOver, double, ended, family } from './demonstration-life-stories.ts'
import { DEMONSTRATION_CUSTOMERS } from './demonstration-people.ts'
import {
  accountCustomer,
  exhausted,
  leaver,
  openInvoices,
  suppliesOnly,
  twoPackages,
  usedBeforePaid,
} from './demonstration-stories.ts'
import { blockFlyer, discovery, ordinaryStudent, type DemonstrationPlay } from './demonstration-students.ts'

/** The customer that the user `student` is: the one with two packages. */
export const STUDENT = 'C-003'

/** Those whose overviews the instructor `cfi` may see. */
export const INSTRUCTORS_STUDENTS = ['C-001', 'C-003', 'C-009', 'C-011', 'C-012', 'C-013', 'C-014', 'C-015']

/** So many of the last customers have a story of a package's life. */
const LIVES = 6

/** The first day of the two years. */
const FIRST_DAY = -730

/** Plays every customer's time at the school; the first ones have a story of their own. */
export function playEverybody(play: DemonstrationPlay): void {
  const stories = storiesOf(play)
  const everyday = DEMONSTRATION_CUSTOMERS.slice(0, -LIVES)
  for (const [index, { number }] of everyday.entries()) {
    const story = stories[index]
    if (story) story(number)
    else playOther(play, number, index - stories.length)
  }
  playLives(
    play,
    DEMONSTRATION_CUSTOMERS.slice(-LIVES).map(({ number }) => number),
  )
}

/** The last customers, whose packages are brought over, shared, paid by others, merged and ended. */
function playLives({ desk }: DemonstrationPlay, numbers: readonly string[]): void {
  const [old = '', owner = '', sister = '', mother = '', second = '', late = ''] = numbers
  broughtOver(desk, old)
  family(desk, [owner, sister, mother])
  double(desk, second, mother)
  ended(desk, late)
}

/** By the customers' order in demonstration-people.ts. */
function storiesOf(play: DemonstrationPlay): ((customer: string) => void)[] {
  const { desk } = play
  return [
    (customer) => usedBeforePaid(desk, customer),
    (customer) => exhausted(desk, customer),
    (customer) => twoPackages(desk, customer),
    (customer) => suppliesOnly(desk, customer, -40, true),
    (customer) => suppliesOnly(desk, customer, -210, false),
    (customer) => leaver(desk, customer),
    (customer) => discovery(play, customer, -25, -22),
    (customer) => accountCustomer(desk, customer),
    (customer) => openInvoices(desk, customer),
    (customer) => discovery(play, customer, -6, 0),
  ]
}

/** Fifty others, by their place: most of them in the middle of a rating. */
function playOther(play: DemonstrationPlay, customer: string, place: number): void {
  const { chance } = play
  const recent = -chance.whole(15, 220)
  if (place < 13) return void ordinaryStudent(play, customer, 'PPL', recent)
  if (place < 18) return void ordinaryStudent(play, customer, 'IFR', recent)
  if (place < 21) return void ordinaryStudent(play, customer, 'CPL', recent)
  if (place < 27) return thenInstrument(play, customer, 'PPL24', FIRST_DAY + (place - 21) * 15)
  if (place < 28) return void ordinaryStudent(play, customer, 'PPL24', FIRST_DAY + 30, FIRST_DAY + 150)
  if (place < 32) return thenInstrument(play, customer, 'PPL', -chance.whole(400, 560))
  if (place < 34) return void ordinaryStudent(play, customer, 'PPL', -300, -220)
  if (place < 39) return blockFlyer(play, customer, -chance.whole(200, 700), 4)
  if (place < 42) return void ordinaryStudent(play, customer, 'REFRESH', -chance.whole(30, 600))
  const flight = -chance.whole(10, 690)
  discovery(play, customer, flight - chance.whole(2, 30), flight)
  if (place >= 47) ordinaryStudent(play, customer, 'PPL', Math.min(flight + 12, 0))
}

/** Finishes one rating and, often, comes back for the instrument rating. */
function thenInstrument(play: DemonstrationPlay, customer: string, code: string, start: number): void {
  const finished = ordinaryStudent(play, customer, code, start)
  if (finished === null || play.chance.happens(0.5)) return
  const back = finished + play.chance.whole(20, 90)
  if (back <= 0) ordinaryStudent(play, customer, 'IFR', back)
}
