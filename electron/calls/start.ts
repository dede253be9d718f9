import type { StartState } from '../../shared/contract/start.ts'
import { currencyOf } from '../../shared/currency.ts'
import { businessDateAt } from '../../shared/dates.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import { ROLES } from '../../shared/permissions.ts'
import { createSchool, readSchool } from '../billing/school-store.ts'
import { keptPassword } from '../people/password.ts'
import {
  administratorCanSignIn,
  audit,
  equipAdministrator,
  readAdministrators,
  seedRoles,
} from '../people/users-store.ts'
import { fillDemonstration } from '../school/demonstration/demonstration.ts'
import { importSchool } from '../school/csv/import-school.ts'
import { isLocale, isTimeZone } from '../school/csv/import-school-row.ts'
import type { ReadDb } from '../storage/database.ts'
import type { Implementations, SessionContext } from './implementation.ts'
import { schoolFolder } from './school.ts'
import { sessionFor } from './session.ts'

export const startImplementations: Implementations<
  'start.state' | 'start.createSchool' | 'start.openDemonstration' | 'start.importSchool' | 'start.setAdministrator'
> = {
  'start.state': async ({ db, now }) => done(await startState(db, now)),

  'start.openDemonstration': async ({ db, now }) => {
    if (await readSchool(db)) return schoolIsThere()
    await seedRoles(db)
    await fillDemonstration(db, now)
    return done(await startState(db, now))
  },

  'start.importSchool': async ({ db, now }, { files }) => {
    if (await readSchool(db)) return schoolIsThere()
    return done(await importSchool(db, schoolFolder(files), now, () => undefined))
  },

  'start.createSchool': async (context, input) => {
    const currency = currencyOf(input.currency.toUpperCase())
    if (!currency)
      return wrong('currency', `"${input.currency}" is not a currency.`, 'Write three letters of ISO 4217, like USD.')
    if (!isTimeZone(input.timeZone))
      return wrong('timeZone', `"${input.timeZone}" is not a time zone.`, 'Write one like America/Denver.')
    if (!isLocale(input.locale)) return wrong('locale', `"${input.locale}" is not a locale.`, 'Write one like en-US.')
    const password = await keptPassword(input.administrator.password)
    return beginAsAdministrator(context, { ...input.administrator, password }, async (db) => {
      if (await readSchool(db)) return schoolIsThere()
      const { name, timeZone, locale, address } = input
      const money = { currency: currency.code, minorDigits: currency.minorDigits }
      await createSchool(db, { name, timeZone, locale, address, ...money, demonstration: false, fundsBelowZero: true })
      return done(null)
    })
  },

  'start.setAdministrator': async (context, input) => {
    const password = await keptPassword(input.password)
    return beginAsAdministrator(context, { ...input, password }, async (db) => {
      const school = await readSchool(db)
      if (!school) return refused('not_found', 'There is no school yet.', { remedy: 'Create one first.' })
      if (school.demonstration || (await administratorCanSignIn(db))) {
        return refused('wrong_state', 'This school has an administrator already.', { remedy: 'Sign in instead.' })
      }
      return done(null)
    })
  },
}

/** What the first screen must be. */
async function startState(db: ReadDb, now: Date): Promise<StartState> {
  const school = await readSchool(db)
  if (!school) return { phase: 'first_start', school: null, administrators: [], demonstrationRoles: [] }
  const { name, currency, minorDigits, timeZone, locale, address, demonstration } = school
  const shown = {
    name,
    currency,
    minorDigits,
    timeZone,
    locale,
    address,
    demonstration,
    today: businessDateAt(now, timeZone),
  }
  const canSignIn = demonstration || (await administratorCanSignIn(db))
  return {
    phase: canSignIn ? 'sign_in' : 'administrator_needed',
    school: shown,
    administrators: canSignIn ? [] : await readAdministrators(db),
    demonstrationRoles: demonstration ? [...ROLES] : [],
  }
}

type WriteDb = Parameters<Parameters<SessionContext['database']['write']>[0]>[0]

async function beginAsAdministrator(
  context: SessionContext,
  administrator: { username: string; name: string; password: string },
  prepare: (db: WriteDb) => Promise<Outcome<null>>,
) {
  const made = await context.database.write(async (db) => {
    const prepared = await prepare(db)
    if (!prepared.ok) return prepared
    await seedRoles(db)
    const equipped = await equipAdministrator(db, administrator)
    if (equipped.ok) await audit(db, context.now, administrator.username, 'signed in', 'as the first administrator')
    return equipped
  })
  return made.ok ? sessionFor(context, made.value) : made
}

function schoolIsThere(): Outcome<never> {
  return refused('not_empty', 'This data folder has a school already.', {
    remedy: 'Sign in to it, or choose another data folder.',
  })
}

function wrong(field: string, message: string, remedy: string): Outcome<never> {
  return refused('invalid_input', message, { field, remedy })
}
