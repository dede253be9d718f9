import { z } from 'zod'
import { dateText } from '../../../shared/date-text.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { hundredths, quantityText } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import { broughtOver, packageDrawn } from '../account-names.ts'
import type { Books, PackageCover } from '../books/books.ts'
import { entryOf, type ActionHeader, type Facts, type Recording } from '../books/recording.ts'
import { drawDollars } from '../draw.ts'
import { lineMovement, moneyMovement } from '../movement.ts'
import { firstRefusal, isToday, onPackage, refusal, type Check } from '../refusals.ts'
import { inWords, type BillingTerms } from '../terms.ts'
import { action, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name, optionalAmount, quantity, type Field } from './fields.ts'
import { lineOf, type LineFound } from './nouns.ts'

/** How it was paid before: from the package, or otherwise. */
const METHODS = ['package', 'other'] as const
type PaidBefore = (typeof METHODS)[number]

const method: Field<PaidBefore> = {
  columns: ['method'],
  schema: z.enum(METHODS),
  read: (cells) => (cells.text('method') === '' ? 'package' : (cells.oneOf('method', METHODS) ?? 'package')),
  kept: (value) => [['method', value]],
  said: (kept) => kept['method'] as PaidBefore,
}

/** `amount`: its dollars; null: those of the draw rule */
const fields = { package: name('package'), code: name('code'), quantity, amount: optionalAmount, method }
type Command = CommandOf<'opening_use', typeof fields>

/**
 * What a customer had used of a line before the school took up Blocktime, also after the last valid day; by `package`
 * the funds go down by it. No revenue. Refused: removed, wrong_date, not_found, invalid_input, more_than_available.
 */
export const openingUse = action({
  name: 'opening_use',
  call: 'openings.use',
  access: 'Manage Settings',
  ref: { own: 'OPU-' },
  money: { funds: { debit: 'broughtOver' } },
  fields,
  find: (books: Books, command: Command): Promise<Outcome<LineFound>> => lineOf(books, command.package, command.code),
  async look(books: Books, { pack, date }): Promise<{ readonly cover: PackageCover }> {
    return { cover: await books.packageCover(pack, date) }
  },
  rule: (terms, command) => {
    const refused = firstRefusal(
      onPackage(terms, command.pack, command.date),
      command.quantity > 0 ? undefined : refusal('invalid_input', 'quantityNotPositive', {}, 'quantity'),
      isThere(terms, command),
      dollarsFit(terms, command),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: use,
  words: {
    sentences: { opening_use: '{quantity} of {code} used before is brought over to {package}.' },
    history: { opening_use: 'Use brought over' },
  },
  sentence: (_, { quantity: used, code, package: pack }) =>
    say('sentences.opening_use', { quantity: quantityText(used), code, package: pack }),
})

function isThere(terms: BillingTerms, command: Command & LineFound & { readonly cover: PackageCover }): Check {
  const { pack, line, cover } = command
  const most = cover.available(line.line)
  if (command.quantity <= most.value) return undefined
  const params = {
    available: quantityText(hundredths(Math.max(0, most.value))),
    code: line.code,
    ref: pack.ref,
    day: dateText(most.day, terms.locale),
  }
  const words = isToday(terms, most) ? 'moreThanAvailable' : 'moreThanAvailableOn'
  return refusal('more_than_available', words, params, 'quantity', 'moreThanAvailableToGiveRemedy')
}

/** The last of a line takes exactly the dollars left on it; less takes at most those. */
function dollarsFit(terms: BillingTerms, command: Command & LineFound): Check {
  const { pack, line, amount } = command
  if (amount === null) return undefined
  const { quantity: left, dollars } = line.available
  const params = { left: inWords(terms, dollars), code: line.code, ref: pack.ref }
  if (command.quantity === left && amount !== dollars)
    return refusal('invalid_input', 'useTakesAll', params, 'amount', 'useTakesAllRemedy')
  return amount > dollars
    ? refusal('invalid_input', 'moreThanLineDollars', params, 'amount', 'moreThanLineDollarsRemedy')
    : undefined
}

function use({ minorDigits }: Frozen, command: Command & LineFound & ActionHeader, _: Facts): Recording {
  const { pack, line } = command
  const dollars: Cents = command.amount ?? drawDollars(line, line.available, command.quantity, minorDigits)
  const used = { quantity: command.quantity, dollars: cents(dollars) }
  return {
    entry: entryOf('opening_use', command, {
      postings: [
        ...lineMovement(pack.id, line, 'line_available', 'line_used', used),
        ...(command.method === 'package' ? moneyMovement(broughtOver(), packageDrawn(pack.id), dollars) : []),
      ],
      history: [{ subject: pack.id, action: 'opening_use', amount: dollars }],
    }),
  }
}
