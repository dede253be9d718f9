import { done } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import { firstRefusal, no, notBefore, reasonGiven } from '../refusals.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name } from './fields.ts'
import { packageFound, type PackageFound } from './nouns.ts'

const fields = { package: name('package') }
type Command = CommandOf<'return_to_package', typeof fields>

/** Undoes the removal of a customer from a package, with a reason. Refused: wrong_state, invalid_input, wrong_date. */
export const returnToPackage = action({
  name: 'return_to_package',
  call: 'packages.return',
  access: 'Manage Packages',
  ref: { own: 'RT-' },
  money: null,
  fields,
  find: packageFound<Command>,
  look: noLook,
  rule: (terms, { pack, date, note }) => {
    if (pack.removedOn === null) return no('wrong_state', 'notRemoved', { ref: pack.ref }, 'package')
    const refused = firstRefusal(
      reasonGiven(note),
      notBefore(terms, date, pack.removedOn, 'beforeRemoval', { ref: pack.ref }),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & PackageFound & ActionHeader): Recording => ({
    states: new Map([[command.pack.id, { removedOn: null }]]),
    entry: entryOf('return_to_package', command, {
      history: [{ subject: command.pack.id, action: 'returned_to_package', amount: 0 }],
    }),
  }),
  words: {
    sentences: { return_to_package: 'The customer is back on {package}.' },
    history: { returned_to_package: 'Returned to package' },
  },
  sentence: (_, command) => say('sentences.return_to_package', { package: command.package }),
})
