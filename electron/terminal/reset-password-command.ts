import { randomInt } from 'node:crypto'
import { userInfo } from 'node:os'
import { refused, done, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { keptPassword } from '../people/password.ts'
import { PASSWORD_RESET, managesUsers } from '../people/password-resets-store.ts'
import { setPassword } from '../people/users-editing-store.ts'
import { audit } from '../people/users-store.ts'
import { EXIT, print, printFailure, type SchoolCommand } from './terminal.ts'

/** Letters and digits that nobody takes for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const SIGNS_A_GROUP = 4

/**
 * `reset-password USERNAME`: the way out for an administrator who forgot, on the computer itself, for whoever may write
 * the data file anyway. It is in the audit list, and shown ever after.
 */
export function resetPassword(username: string): SchoolCommand {
  return async (terminal, database) => {
    const password = madeUp()
    const kept = await keptPassword(password)
    const reset = await database.write(async (db): Promise<Outcome<null>> => {
      if (!(await managesUsers(db, username))) {
        return refused('not_found', say('at_terminal.no_administrator', { username }), {
          remedy: say('at_terminal.no_administrator_remedy'),
        })
      }
      await audit(db, terminal.now(), username, PASSWORD_RESET, personAtTheComputer())
      const set = await setPassword(db, username, kept)
      return set.ok ? done(null) : set
    })
    if (!reset.ok) return printFailure(terminal, reset.failure)
    const text = `${say('at_terminal.new_password', { username, password })}\n${say('at_terminal.new_password_words')}`
    print(terminal, { username, password }, text)
    return EXIT.done
  }
}

function madeUp(): string {
  const group = () => Array.from({ length: SIGNS_A_GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

function personAtTheComputer(): string {
  try {
    return userInfo().username
  } catch {
    // Some systems have no name for the user of a process.
    return ''
  }
}
