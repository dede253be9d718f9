import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { funds, onOpenInvoice, type CustomerPackage } from '../customer-package.ts'
import { firstRefusal, notBefore, onPackage, reasonGiven, refusal, type Check } from '../refusals.ts'
import { inWords, type BillingTerms } from '../terms.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name } from './fields.ts'
import { packageFound, type PackageFound } from './nouns.ts'

const fields = { package: name('package') }
type Command = CommandOf<'remove_from_package', typeof fields>

/**
 * Removes a customer from a package, with a reason, when package funds are 0 and no invoice is open on it.
 * Afterwards nothing can be posted to it. Refused: removed, wrong_date, invalid_input, funds_not_settled, invoice_open.
 */
export const removeFromPackage = action({
  name: 'remove_from_package',
  call: 'packages.remove',
  access: 'Manage Packages',
  ref: { own: 'RM-' },
  money: null,
  fields,
  find: packageFound<Command>,
  look: noLook,
  rule: (terms, { pack, date, note }) => {
    const refused = firstRefusal(
      onPackage(terms, pack, date),
      reasonGiven(note),
      settled(terms, pack),
      notBefore(terms, date, pack.lastDay, 'beforeLastAction', { ref: pack.ref }),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & PackageFound & ActionHeader): Recording => ({
    states: new Map([[command.pack.id, { removedOn: command.date }]]),
    entry: entryOf('remove_from_package', command, {
      history: [{ subject: command.pack.id, action: 'removed_from_package', amount: 0 }],
    }),
  }),
  words: {
    sentences: { remove_from_package: 'The customer is removed from {package}.' },
    history: { removed_from_package: 'Removed from package' },
  },
  sentence: (_, command) => say('sentences.remove_from_package', { package: command.package }),
})

function settled(terms: BillingTerms, pack: CustomerPackage): Check {
  if (onOpenInvoice(pack))
    return refusal('invoice_open', 'invoiceOpen', { ref: pack.ref }, 'package', 'invoiceOpenRemedy')
  const left = funds(pack)
  if (left === 0) return undefined
  const params = { ref: pack.ref, funds: inWords(terms, left) }
  const remedy = left > 0 ? 'fundsLeftRemedy' : 'fundsMissingRemedy'
  return refusal('funds_not_settled', 'fundsNotSettled', params, 'package', remedy)
}
