import { dateText } from '../../../shared/date-text.ts'
import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { lapsed, packagePaid } from '../account-names.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { endedBefore, funds, nothingRemains, onOpenInvoice, type CustomerPackage } from '../customer-package.ts'
import { lineMovement, moneyMovement } from '../movement.ts'
import { firstRefusal, notBefore, onPackage, reasonGiven, refusal, type Check } from '../refusals.ts'
import { inWords, type BillingTerms } from '../terms.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name } from './fields.ts'
import { packageFound, type PackageFound } from './nouns.ts'

const fields = { package: name('package') }
type Command = CommandOf<'lapse_package', typeof fields>

/**
 * After the last valid day: what remains leaves the lines, and the unspent funds become the school's, with a reason.
 * Refused: removed, wrong_date, invalid_input, wrong_state, invoice_open.
 */
export const lapsePackage = action({
  name: 'lapse_package',
  call: 'packages.lapse',
  access: ['Access Billing Tab', 'Adjust Packages'],
  ref: { own: 'LAP-' },
  money: { funds: { debit: 'lapsed' } },
  fields,
  find: packageFound<Command>,
  look: noLook,
  rule: (terms, { pack, date, note }) => {
    const refused = firstRefusal(
      onPackage(terms, pack, date),
      reasonGiven(note),
      ended(terms, pack, date),
      mayLapse(terms, pack),
      notBefore(terms, date, pack.lastDay, 'beforeLastAction', { ref: pack.ref }),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: lapse,
  words: {
    sentences: { lapse_package: 'What remains on {package} lapses.' },
    history: { lapsed: 'Lapsed' },
  },
  sentence: (_, command) => say('sentences.lapse_package', { package: command.package }),
})

function ended(terms: BillingTerms, pack: CustomerPackage, date: Command['date']): Check {
  const { ref, lastValid } = pack
  if (lastValid === null) return refusal('wrong_state', 'notExpired', { ref }, 'package')
  if (endedBefore(pack, date)) return undefined
  return refusal('wrong_state', 'notExpiredYet', { ref, end: dateText(lastValid, terms.locale) }, 'date')
}

function mayLapse(terms: BillingTerms, pack: CustomerPackage): Check {
  const { ref } = pack
  if (onOpenInvoice(pack)) return refusal('invoice_open', 'invoiceOpen', { ref }, 'package', 'invoiceOpenRemedy')
  if (nothingRemains(pack)) return refusal('wrong_state', 'nothingRemains', { ref }, 'package')
  if (funds(pack) >= 0) return undefined
  const params = { ref, funds: inWords(terms, funds(pack)) }
  return refusal('funds_not_settled', 'fundsBelowZero', params, 'package', 'fundsBelowZeroRemedy')
}

function lapse(_: Frozen, command: Command & PackageFound & ActionHeader): Recording {
  const { pack } = command
  const left = funds(pack)
  return {
    entry: entryOf('lapse_package', command, {
      postings: [
        ...pack.lines.flatMap((line) => lineMovement(pack.id, line, 'line_available', 'line_included', line.available)),
        ...moneyMovement(lapsed(), packagePaid(pack.id), left),
      ],
      history: [{ subject: pack.id, action: 'lapsed', amount: left }],
    }),
  }
}
