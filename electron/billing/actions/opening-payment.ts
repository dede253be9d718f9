import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { broughtOver, packagePaid } from '../account-names.ts'
import type { Books, PackageCover } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { moneyMovement } from '../movement.ts'
import { atMostOwed, firstRefusal, moreThanNothing, onPackage } from '../refusals.ts'
import { inWords } from '../terms.ts'
import { action, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { amount, name } from './fields.ts'
import { packageFound, type PackageFound } from './nouns.ts'

const fields = { package: name('package'), amount }
type Command = CommandOf<'opening_payment', typeof fields>

/**
 * What a customer had paid on a package before the school took up Blocktime: paid and funds go up, no takings.
 * Refused: removed, wrong_date, invalid_input, more_than_owed.
 */
export const openingPayment = action({
  name: 'opening_payment',
  call: 'openings.payment',
  access: 'Manage Settings',
  ref: { own: 'OPP-' },
  money: { funds: { credit: 'broughtOver' } },
  fields,
  find: packageFound<Command>,
  async look(books: Books, { pack, date }): Promise<{ readonly cover: PackageCover }> {
    return { cover: await books.packageCover(pack, date) }
  },
  rule: (terms, { pack, date, amount: paid, cover }) => {
    const refused = firstRefusal(
      onPackage(terms, pack, date),
      moreThanNothing(paid),
      atMostOwed(terms, pack, paid, cover.owed),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & PackageFound & ActionHeader): Recording => {
    const { pack, amount: paid } = command
    return {
      entry: entryOf('opening_payment', command, {
        postings: moneyMovement(packagePaid(pack.id), broughtOver(), paid),
        history: [{ subject: pack.id, action: 'opening_payment', amount: paid }],
      }),
    }
  },
  words: {
    sentences: { opening_payment: '{amount} paid before is brought over to {package}.' },
    history: { opening_payment: 'Payment brought over' },
  },
  sentence: (terms, { amount: paid, package: pack }) =>
    say('sentences.opening_payment', { amount: inWords(terms, paid), package: pack }),
})
