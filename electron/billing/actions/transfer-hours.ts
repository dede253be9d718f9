import { done, type Outcome } from '../../../shared/failure.ts'
import { dateText } from '../../../shared/date-text.ts'
import { hundredths, quantityText, type Hundredths } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books, PackageCover } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { lineByCode, type CustomerPackage, type PackageLine } from '../customer-package.ts'
import { drawDollars, quantityFor, type Holding } from '../draw.ts'
import { lineMovement } from '../movement.ts'
import { firstRefusal, isToday, no, notExpired, onPackage, refusal, type Check } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'
import { action, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name, quantity } from './fields.ts'
import { packageOf } from './nouns.ts'

const fields = { package: name('package'), code: name('code'), quantity, to: name('to') }
type Command = CommandOf<'transfer_hours', typeof fields>

interface Seen {
  readonly pack: CustomerPackage
  readonly giving: PackageLine
  readonly receiving: PackageLine
}

/**
 * Moves hours between two hour types of one customer package. The dollars follow the draw rule; the receiving line
 * gets what they buy at its gross rate, cut down to hundredths, and keeps the odd cents. The price does not change.
 * Refused: removed, wrong_date, expired, not_found, not_transferable, invalid_input, more_than_available.
 */
export const transferHours = action({
  name: 'transfer_hours',
  call: 'packages.transferHours',
  access: ['Access Billing Tab', 'Transfer Package Hours'],
  ref: { own: 'TH-' },
  money: null,
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const pack = await packageOf(books, command.package)
    if (!pack.ok) return pack
    const giving = hourLine(pack.value, command.code, 'code')
    if (!giving.ok) return giving
    const receiving = hourLine(pack.value, command.to, 'to')
    if (!receiving.ok) return receiving
    return done({ pack: pack.value, giving: giving.value, receiving: receiving.value })
  },
  async look(books: Books, { pack, date }): Promise<{ readonly cover: PackageCover }> {
    return { cover: await books.packageCover(pack, date) }
  },
  rule: (terms, command) => {
    const refused = firstRefusal(
      onPackage(terms, command.pack, command.date),
      notExpired(terms, command.pack, command.date),
      mayGive(terms, command),
    )
    if (refused) return { ok: false, failure: refused }
    const { received } = moved(terms, command)
    if (received === undefined || received === 0) {
      const params = { quantity: quantityText(command.quantity), code: command.code, to: command.to }
      return no('not_transferable', 'buysNothing', params, 'quantity', 'buysNothingRemedy')
    }
    return done(NO_FACTS)
  },
  apply: transfer,
  shows: ({ entry }, { to }) => {
    const arrived = entry.postings.find(({ account }) => account.kind === 'line_available' && account.commodity === to)
    return { received: hundredths(arrived?.quantity ?? 0) }
  },
  words: {
    sentences: { transfer_hours: '{quantity} of {code} is transferred to {to} on {package}.' },
    history: { transfer_hours: 'Transfer of hours' },
  },
  sentence: (_, { quantity: hours, code, to, package: pack }) =>
    say('sentences.transfer_hours', { quantity: quantityText(hours), code, to, package: pack }),
})

function hourLine(pack: CustomerPackage, code: string, field: string): Outcome<PackageLine> {
  const line = lineByCode(pack, code)
  if (!line) return no('not_found', 'noLineFor', { ref: pack.ref, code }, field, 'noLineForTransferRemedy')
  return line.kind === 'hour' ? done(line) : no('not_transferable', 'notHours', { code }, field, 'notHoursRemedy')
}

function mayGive(terms: BillingTerms, command: Command & Seen & { readonly cover: PackageCover }): Check {
  const { giving, receiving, cover } = command
  if (giving.line === receiving.line) return refusal('not_transferable', 'sameHourType', {}, 'to', 'sameHourTypeRemedy')
  if (command.quantity <= 0) return refusal('invalid_input', 'quantityNotPositive', {}, 'quantity')
  const most = cover.available(giving.line)
  if (command.quantity <= most.value) return undefined
  const params = {
    quantity: quantityText(command.quantity),
    code: giving.code,
    available: quantityText(hundredths(Math.max(0, most.value))),
    day: dateText(most.day, terms.locale),
  }
  const words = isToday(terms, most) ? 'moreThanAvailableToGive' : 'moreThanAvailableToGiveOn'
  return refusal('more_than_available', words, params, 'quantity', 'moreThanAvailableToTransferRemedy')
}

function moved(frozen: Pick<Frozen, 'minorDigits'>, command: Command & Seen) {
  const { giving, receiving } = command
  const dollars = drawDollars(giving, giving.available, command.quantity, frozen.minorDigits)
  return { dollars, received: quantityFor(receiving, dollars, frozen.minorDigits) }
}

function transfer(frozen: Frozen, command: Command & Seen & ActionHeader): Recording {
  const { pack, giving, receiving } = command
  const { dollars, received = hundredths(0) } = moved(frozen, command)
  const given: Holding = { quantity: command.quantity as Hundredths, dollars }
  return {
    entry: entryOf('transfer_hours', command, {
      postings: [
        ...lineMovement(pack.id, giving, 'line_available', 'line_included', given),
        ...lineMovement(pack.id, receiving, 'line_included', 'line_available', { quantity: received, dollars }),
      ],
      history: [{ subject: pack.id, action: 'transfer_hours', amount: dollars }],
    }),
  }
}
