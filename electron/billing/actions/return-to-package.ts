import { done, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { Books } from '../books/books.ts'
import { entryOf, type ActionHeader, type Recording } from '../books/recording.ts'
import type { CustomerPackage } from '../customer-package.ts'
import { firstRefusal, no, notBefore, reasonGiven } from '../refusals.ts'
import { action, noLook, NO_FACTS, type CommandOf, type Frozen } from './action.ts'
import { name } from './fields.ts'
import { packageOf } from './nouns.ts'

const fields = { package: name('package') }
type Command = CommandOf<'return_to_package', typeof fields>

interface Seen {
  readonly pack: CustomerPackage
}

/** Undoes the removal of a customer from a package, with a reason. Refused: wrong_state, invalid_input, wrong_date. */
export const returnToPackage = action({
  name: 'return_to_package',
  call: 'packages.return',
  access: 'Manage Packages',
  ref: { own: 'RT-' },
  money: null,
  fields,
  async find(books: Books, command: Command): Promise<Outcome<Seen>> {
    const pack = await packageOf(books, command.package)
    return pack.ok ? done({ pack: pack.value }) : pack
  },
  look: noLook,
  rule: (terms, { pack, date, note }) => {
    if (pack.removedOn === null) return no('wrong_state', 'notRemoved', { ref: pack.ref }, 'package')
    const refused = firstRefusal(
      reasonGiven(note),
      notBefore(terms, date, pack.removedOn, 'beforeRemoval', { ref: pack.ref }),
    )
    return refused ? { ok: false, failure: refused } : done(NO_FACTS)
  },
  apply: (_: Frozen, command: Command & Seen & ActionHeader): Recording => ({
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
