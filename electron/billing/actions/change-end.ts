import { dateText } from '../../../shared/date-text.ts'
import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { firstRefusal, onPackage, reasonGiven, refusal, type Check } from '../refusals.ts'
import type { BillingTerms } from '../terms.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name, optionalDay } from './fields.ts'
import { packageFound, type PackageFound } from './nouns.ts'

/** `end`: the new last valid day; null: it never ends */
const fields = { package: name('package'), end: optionalDay }
type Command = CommandOf<'change_end', typeof fields>

/** Changes the last valid day of a customer package, or takes it away, with a reason. Refused: removed, wrong_date, invalid_input. */
export const changeEnd = action({
  name: 'change_end',
  call: 'packages.changeEnd',
  access: ['Access Billing Tab', 'Adjust Packages'],
  ref: { own: 'END-' },
  money: null,
  fields,
  find: packageFound<Command>,
  look: noLook,
  rule: (terms, command) => {
    const { pack, date, note } = command
    const refused = firstRefusal(onPackage(terms, pack, date), reasonGiven(note), fits(terms, command))
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & PackageFound & ActionHeader): Recording => ({
    states: new Map([[command.pack.id, { lastValid: command.end }]]),
    entry: entryOf('change_end', command, {
      history: [{ subject: command.pack.id, action: 'end_changed', amount: 0 }],
    }),
  }),
  words: {
    sentences: {
      change_end: 'The last valid day of {package} is {day} from now on.',
      change_end_never: '{package} never ends from now on.',
    },
    history: { end_changed: 'Last valid day changed' },
  },
  sentence: (terms, { package: pack, end }) =>
    end === null
      ? say('sentences.change_end_never', { package: pack })
      : say('sentences.change_end', { package: pack, day: dateText(end, terms.locale) }),
})

function fits(terms: BillingTerms, { pack, end }: Command & PackageFound): Check {
  if (end === null || end >= pack.added) return undefined
  const params = { end: dateText(end, terms.locale), since: dateText(pack.added, terms.locale) }
  return refusal('invalid_input', 'endBeforeSale', params, 'end', 'endBeforeSaleRemedy')
}
