import { businessDateAt, type BusinessDate } from '../../shared/dates.ts'
import { refused } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { keptHead } from '../ledger/head-file.ts'
import { readSchool } from '../billing/school-store.ts'
import { balancesInTurn } from '../reports/packages/school-balances.ts'
import { schoolHistory } from '../reports/packages/school-history.ts'
import { balancesJson, historyJson } from '../reports/packages/school-json.ts'
import { balancesJsonText } from '../reports/packages/school-json-text.ts'
import { balancesText, historyText } from '../reports/packages/school-text.ts'
import type { ReadDb } from '../storage/database.ts'
import { verifySchool } from '../verification/verification.ts'
import { isCustomer } from './named-store.ts'
import { EXIT, print, printFailure, type SchoolCommand } from './terminal.ts'

/** `balances [--as-of DATE] [--customer NUMBER]` */
export function balances(choice: { asOf: BusinessDate | null; customer: string | null }): SchoolCommand {
  return async (terminal, database) => {
    const read = await database.read(async (db) => ({
      school: await readSchool(db),
      known: choice.customer === null || (await isCustomer(db, choice.customer)),
      balances: await balancesInTurn(db, { ...choice, today: await todayAt(db) }),
    }))
    if (!read.known)
      return unknown(
        terminal,
        say('command_line.there_is_no_customer_with_the_number', { customer: choice.customer ?? '' }),
      )
    const [then, minorDigits] = [choice.asOf !== null, read.school?.minorDigits ?? 2]
    if (terminal.json) {
      for (const part of balancesJsonText(read.balances, then, minorDigits)) {
        terminal.out(part)
        await terminal.taken?.()
      }
      terminal.out('\n')
    } else {
      terminal.out(`${balancesText(balancesJson(read.balances, then, minorDigits))}\n`)
    }
    return EXIT.done
  }
}

/** Today at the school; without one, on this computer. */
async function todayAt(db: ReadDb): Promise<BusinessDate> {
  const school = await readSchool(db)
  return businessDateAt(new Date(), school?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** `history [REF]` */
export function history(ref: string | null): SchoolCommand {
  return async (terminal, database) => {
    const read = await database.read(async (db) => ({
      school: await readSchool(db),
      histories: await schoolHistory(db, ref),
    }))
    if (ref !== null && read.histories.length === 0)
      return unknown(terminal, say('command_line.there_is_no_customer_package_ref', { ref }))
    const document = historyJson(read.histories, read.school?.minorDigits ?? 2)
    print(terminal, document, terminal.json ? '' : historyText(document))
    return EXIT.done
  }
}

/** `verify` */
export function verify(): SchoolCommand {
  return async (terminal, database) => {
    const verification = await verifySchool(database, keptHead(terminal.dataFolder))
    const lines = verification.checks.flatMap(({ words, findings }) => [
      `${findings.every(({ harmless }) => harmless) ? 'ok   ' : 'WRONG'}  ${words}`,
      ...findings.map(({ message }) => `         ${message}`),
    ])
    print(terminal, verification, lines.join('\n'))
    return verification.ok ? EXIT.done : EXIT.refused
  }
}

function unknown(terminal: Parameters<SchoolCommand>[0], message: string) {
  const { failure } = refused('not_found', message, { remedy: say('command_line.check_how_it_is_written') }) as {
    failure: Parameters<typeof printFailure>[1]
  }
  return printFailure(terminal, failure)
}
