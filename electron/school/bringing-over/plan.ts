import type { BusinessDate } from '../../../shared/dates.ts'
import { addMonths } from '../../../shared/dates.ts'
import { cents, sumCents, type Cents } from '../../../shared/money.ts'
import { hundredths, quantityText, type Hundredths } from '../../../shared/quantity.ts'
import { rateText } from '../../../shared/rate.ts'
import { say } from '../../../shared/words/say.ts'
import { drawDollars, lineDollars, shares, type LineTerms } from '../../billing/draw.ts'
import type { OfferedLine, OfferedPackage } from '../../billing/offered-package.ts'
import { inWords, type BillingTerms } from '../../billing/terms.ts'
import type { BroughtRow, SheetProblem } from './brought-rows.ts'

/** A line of a student's package as it will be. */
export interface PlannedLine {
  readonly code: string
  readonly included: Hundredths
  readonly used: Hundredths
}

/** What is recorded for one student's package, and what comes of it. */
export interface PlannedPackage {
  readonly row: number
  readonly offered: OfferedPackage
  readonly ref: string
  readonly added: BusinessDate
  readonly end: BusinessDate | null
  /** agreed; null: the list price */
  readonly agreed: Cents | null
  readonly price: Cents
  readonly paid: Cents
  readonly funds: Cents
  readonly lines: readonly PlannedLine[]
}

/** What a package of a row comes to: its price, what is paid, and what is used of each line. Pure. */
export function plannedPackage(
  terms: BillingTerms,
  brought: BroughtRow,
  offered: OfferedPackage,
  { ref, day }: { readonly ref: string; readonly day: BusinessDate },
): PlannedPackage | SheetProblem {
  const list = offered.lines.map((line) => lineDollars(line, line.quantity, terms.minorDigits))
  const price = brought.price ?? sumCents(list)
  const agreed = price === sumCents(list) ? null : price
  const problems: string[] = []
  const stray = brought.lines.find(({ code }) => !offered.lines.some((line) => line.code === code))
  if (stray) problems.push(say('bring_over.packageWithoutCode', { package: offered.code, code: stray.code }))
  const lines = offered.lines.map((line) => plannedLine(line, brought, problems))
  const paid = paidOf(terms, brought, price, problems)
  if (problems.length > 0) return { row: brought.row, message: problems.join(' ') }
  const sold = agreed === null ? list : shares(agreed, list)
  const soldAt = agreed === null ? undefined : { price: agreed, list: sumCents(list) }
  const used = lines.map((line, index) => usedDollars(terms, line, offered.lines[index], sold[index], soldAt))
  const added = brought.added ?? day
  const months = offered.validMonths
  return {
    row: brought.row,
    offered,
    ref,
    added,
    end: brought.end ?? (months === null ? null : addMonths(added, months)),
    agreed,
    price,
    paid,
    funds: cents(paid - sumCents(used)),
    lines,
  }
}

function plannedLine(line: OfferedLine, brought: BroughtRow, problems: string[]): PlannedLine {
  const { code, quantity: included } = line
  const said = brought.lines.find((each) => each.code === code)
  const whole = quantityText(included)
  if (said?.included !== null && said !== undefined && said.included !== included)
    problems.push(say('bring_over.otherIncluded', { code, said: quantityText(said.included), included: whole }))
  if (said?.rate !== null && said !== undefined && said.rate !== line.rate)
    problems.push(say('bring_over.otherRate', { code, said: rateText(said.rate), rate: rateText(line.rate) }))
  if (said?.used !== null && said !== undefined && said.used > included)
    problems.push(say('bring_over.moreUsed', { code, used: quantityText(said.used), included: whole }))
  if (said?.left !== null && said !== undefined && said.left > included)
    problems.push(say('bring_over.moreLeft', { code, left: quantityText(said.left), included: whole }))
  const used = said === undefined ? 0 : (said.used ?? included - (said.left ?? included))
  return { code, included, used: hundredths(Math.max(0, used)) }
}

function paidOf(terms: BillingTerms, { paid, owed }: BroughtRow, price: Cents, problems: string[]): Cents {
  const words = {
    paid: inWords(terms, paid ?? cents(0)),
    owed: inWords(terms, owed ?? cents(0)),
    price: inWords(terms, price),
  }
  if (paid !== null && owed !== null && paid + owed !== price) problems.push(say('bring_over.paidAndOwed', words))
  const found = paid ?? (owed === null ? 0 : price - owed)
  if (found > price || found < 0) problems.push(say('bring_over.morePaid', words))
  return cents(found)
}

function usedDollars(
  terms: BillingTerms,
  { used, included }: PlannedLine,
  line: LineTerms | undefined,
  dollars: Cents | undefined,
  agreed: LineTerms['agreed'],
): Cents {
  if (!line || dollars === undefined || used === 0) return cents(0)
  return drawDollars({ ...line, agreed }, { quantity: included, dollars }, used, terms.minorDigits)
}
