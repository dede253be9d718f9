import { dateText } from '../../../shared/date-text.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths, quantityText } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books, PackageCover } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { lineMovement } from '../movement.ts'
import { firstRefusal, isToday, notExpired, onPackage, reasonGiven, refusal, type Check } from '../refusals.ts'
import { inWords, type BillingTerms } from '../terms.ts'
import { action, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name, signedQuantity } from './fields.ts'
import { lineOf, type LineFound } from './nouns.ts'

/** `quantity`: what is given; below 0: what is taken back */
const fields = { package: name('package'), code: name('code'), quantity: signedQuantity }
type Command = CommandOf<'adjust_hours', typeof fields>

/**
 * Gives a quantity to a line, or takes back what was given, without dollars and with a reason.
 * Refused: removed, wrong_date, expired, not_found, invalid_input, more_than_left, more_than_available.
 */
export const adjustHours = action({
  name: 'adjust_hours',
  call: 'packages.adjust',
  access: ['Access Billing Tab', 'Adjust Packages'],
  ref: { own: 'ADJ-' },
  money: null,
  fields,
  find: (books: Books, command: Command): Promise<Outcome<LineFound>> => lineOf(books, command.package, command.code),
  async look(books: Books, { pack, date }): Promise<{ readonly cover: PackageCover }> {
    return { cover: await books.packageCover(pack, date) }
  },
  rule: (terms, command) => {
    const { pack, date, note, quantity } = command
    const refused = firstRefusal(
      onPackage(terms, pack, date),
      notExpired(terms, pack, date),
      reasonGiven(note),
      quantity === 0 ? refusal('invalid_input', 'quantityZero', {}, 'quantity') : undefined,
      quantity < 0 ? mayTakeBack(terms, command) : undefined,
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: adjust,
  words: {
    sentences: {
      adjust_hours_give: '{quantity} of {code} is given to {package}.',
      adjust_hours_take: '{quantity} of {code} is taken back from {package}.',
    },
    history: { hours_adjusted: 'Hours adjusted' },
  },
  sentence: (_, { quantity, code, package: pack }) =>
    say(quantity < 0 ? 'sentences.adjust_hours_take' : 'sentences.adjust_hours_give', {
      quantity: quantityText(hundredths(Math.abs(quantity))),
      code,
      package: pack,
    }),
})

function mayTakeBack(terms: BillingTerms, command: Command & LineFound & { readonly cover: PackageCover }): Check {
  const { pack, line, cover } = command
  const taken = -command.quantity
  const params = { ref: pack.ref, code: line.code }
  if (taken > line.adjusted) {
    const given = quantityText(line.adjusted)
    return refusal('more_than_left', 'moreThanAdjusted', { ...params, given }, 'quantity', 'moreThanAdjustedRemedy')
  }
  const most = cover.available(line.line)
  if (taken > most.value) {
    const available = quantityText(hundredths(Math.max(0, most.value)))
    const words = isToday(terms, most) ? 'moreThanAvailable' : 'moreThanAvailableOn'
    const said = { ...params, available, day: dateText(most.day, terms.locale) }
    return refusal('more_than_available', words, said, 'quantity', 'moreThanAvailableToGiveRemedy')
  }
  const { quantity, dollars } = line.available
  if (taken < quantity || dollars === 0) return undefined
  const said = { ...params, dollars: inWords(terms, dollars) }
  return refusal('more_than_left', 'lastWithDollars', said, 'quantity', 'lastWithDollarsRemedy')
}

function adjust(_: Frozen, command: Command & LineFound & ActionHeader): Recording {
  const { pack, line, quantity } = command
  const given = { quantity, dollars: cents(0) }
  return {
    states: new Map([[pack.id, { adjusted: { line: line.line, by: quantity } }]]),
    entry: entryOf('adjust_hours', command, {
      postings: lineMovement(pack.id, line, 'line_included', 'line_available', given),
      history: [{ subject: pack.id, action: 'hours_adjusted', amount: 0 }],
    }),
  }
}
