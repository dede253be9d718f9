import type { SheetInput } from '../../shared/contract/bring-over.ts'
import { done } from '../../shared/failure.ts'
import { billingTerms } from '../billing/terms.ts'
import { readOver } from '../school/bringing-over/bring-over.ts'
import { recordStudents } from '../school/bringing-over/record-students.ts'
import { readSheet } from '../school/bringing-over/sheet.ts'
import type { Implementations } from './implementation.ts'

/** Bringing the balances of students over from another system's spreadsheet. */
export const bringOverImplementations: Implementations<'bringOver.read' | 'bringOver.record'> = {
  'bringOver.read': async ({ db, school, now }, input) => {
    const read = await readOver(db, billingTerms(school, now, 'past'), await rowsOf(input), input)
    return read.ok ? done(read.value.shown) : read
  },
  'bringOver.record': {
    // The file is read before the transaction begins, which others would wait for.
    prepare: async ({ user, school, now }, input) => {
      const rows = await rowsOf(input)
      return done({
        record: async (db) => {
          const terms = billingTerms(school, now, 'past')
          const read = await readOver(db, terms, rows, input)
          if (!read.ok) return read
          const { shown, plan } = read.value
          const nothing = { students: plan.students.length, recorded: 0, alreadyThere: 0 }
          if (shown.problems.length > 0) return done({ ...nothing, problems: shown.problems })
          const brought = await recordStudents(db, { userId: user.id, now }, terms, plan, input.day)
          return done({ ...nothing, ...brought, problems: [...brought.problems] })
        },
      })
    },
  },
}

function rowsOf({ file }: SheetInput): ReturnType<typeof readSheet> {
  return readSheet({ name: file.name, bytes: Buffer.from(file.content, 'base64') })
}
