import type { StartState } from '../../../shared/contract/start.ts'
import { currencyOf } from '../../../shared/currency.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { isLocale } from '../../../shared/locale.ts'
import { isTimeZone } from '../../../shared/time-zone.ts'
import { ROLES } from '../../../shared/permissions.ts'
import { say } from '../../../shared/words/say.ts'
import { createSchool } from '../../billing/school-store.ts'
import { keptPassword } from '../../people/password.ts'
import {
  administratorCanSignIn,
  audit,
  equipAdministrator,
  readAdministrators,
  seedRoles,
} from '../../people/users-store.ts'
import { fillDemonstration } from '../../school/demonstration/demonstration.ts'
import type { ReadDb, WriteDb } from '../../storage/database.ts'
import type { Implementations, PreparedWhole } from '../implementation.ts'
import { schoolToday } from '../school-today.ts'
import { schoolIsThere } from '../threads/thread-writes.ts'

export const startImplementations: Implementations<
  'start.state' | 'start.createSchool' | 'start.openDemonstration' | 'start.setAdministrator'
> = {
  'start.state': async ({ db, now }) => done(await startState(db, now)),

  'start.openDemonstration': async ({ db, now, school }) => {
    if (school) return schoolIsThere()
    await fillDemonstration(db, { userId: null, now })
    return done(await startState(db, now))
  },

  'start.createSchool': {
    prepare: async ({ now }, input) => {
      const currency = currencyOf(input.currency.toUpperCase())
      if (!currency)
        return wrong(
          'currency',
          say('refused_calls.currency_is_not_a_currency', { currency: input.currency }),
          say('refused_calls.write_three_letters_of_iso_4217_like'),
        )
      if (!isTimeZone(input.timeZone))
        return wrong(
          'timeZone',
          say('refused_calls.timezone_is_not_a_time_zone', { timeZone: input.timeZone }),
          say('refused_calls.write_one_like_america_denver'),
        )
      if (!isLocale(input.locale))
        return wrong(
          'locale',
          say('refused_calls.locale_is_not_a_locale', { locale: input.locale }),
          say('refused_calls.write_one_like_en_us'),
        )
      const { name, timeZone, locale, address } = input
      const terms = { name, timeZone, locale, address, demonstration: false, fundsBelowZero: true, cashStep: 0 }
      return withAdministrator(input.administrator, now, async (db) => {
        if ((await schoolToday(db, now)).school) return schoolIsThere()
        await createSchool(
          db,
          { userId: null, now },
          { ...terms, currency: currency.code, minorDigits: currency.minorDigits },
        )
        return done(null)
      })
    },
  },

  'start.setAdministrator': {
    prepare: async ({ now }, input) =>
      withAdministrator(input, now, async (db) => {
        const { school } = await schoolToday(db, now)
        if (!school)
          return refused('not_found', say('refused_calls.there_is_no_school_yet'), {
            remedy: say('refused_calls.create_one_first'),
          })
        if (school.demonstration || (await administratorCanSignIn(db))) {
          return refused('wrong_state', say('refused_calls.this_school_has_an_administrator'), {
            remedy: say('refused_calls.sign_in_instead'),
          })
        }
        return done(null)
      }),
  },
}

/** What the first screen must be. */
async function startState(db: ReadDb, now: Date): Promise<StartState> {
  const { school, today } = await schoolToday(db, now)
  if (!school || !today) return { phase: 'first_start', school: null, administrators: [], demonstrationRoles: [] }
  const { name, currency, minorDigits, timeZone, locale, address, cashStep, demonstration } = school
  const shown = {
    name,
    currency,
    minorDigits,
    timeZone,
    locale,
    address,
    cashStep,
    demonstration,
    today,
  }
  const canSignIn = demonstration || (await administratorCanSignIn(db))
  return {
    phase: canSignIn ? 'sign_in' : 'administrator_needed',
    school: shown,
    administrators: canSignIn ? [] : await readAdministrators(db),
    demonstrationRoles: demonstration ? [...ROLES] : [],
  }
}

/** The password is hashed before the transaction: it takes half a second on purpose. */
async function withAdministrator(
  administrator: { readonly username: string; readonly name: string; readonly password: string },
  now: Date,
  begin: (db: WriteDb) => Promise<Outcome<null>>,
): Promise<Outcome<PreparedWhole<StartState>>> {
  const password = await keptPassword(administrator.password)
  return done({
    record: async (db) => {
      const begun = await begin(db)
      if (!begun.ok) return begun
      const by = { userId: null, now }
      await seedRoles(db, by)
      const equipped = await equipAdministrator(db, by, { ...administrator, password })
      if (!equipped.ok) return equipped
      await audit(db, now, administrator.username, 'password set', 'of the first administrator')
      return done(await startState(db, now))
    },
  })
}

function wrong(field: string, message: string, remedy: string): Outcome<never> {
  return refused('invalid_input', message, { field, remedy })
}
