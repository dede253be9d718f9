import { businessDateAt } from '../../shared/dates.ts'
import type { Policies } from '../../shared/contract/policies.ts'
import { done, refused, type Outcome } from '../../shared/failure.ts'
import {
  readLogo,
  readRunningLowPolicy,
  readWithdrawalPolicy,
  writeLogo,
  writePolicies,
} from '../billing/policies-store.ts'
import { changeDetails, readSchool, type SchoolTerms } from '../billing/school-store.ts'
import { runningLow } from '../reports/lists/running-low.ts'
import { packageWithdrawal } from '../reports/packages/withdrawal.ts'
import type { ReadDb } from '../storage/database.ts'
import type { Implementations } from './implementation.ts'

export const policiesImplementations: Implementations<
  'policies.get' | 'policies.set' | 'school.logo' | 'school.setLogo' | 'packages.withdrawal' | 'packages.runningLow'
> = {
  'policies.get': async ({ db }) => done(await policies(db)),
  'policies.set': async ({ db }, input) => {
    const wrong = unknownZone(input.details.timeZone) ?? unknownLocale(input.details.locale)
    if (wrong) return wrong
    await changeDetails(db, input.details)
    await writePolicies(db, input)
    return done(await policies(db))
  },
  'school.logo': async ({ db }) => {
    const logo = await readLogo(db)
    return done({ logo: logo && { content: logo.toString('base64') } })
  },
  'school.setLogo': async ({ db }, { logo }) => {
    if (logo && !(await isDrawable(Buffer.from(logo.content, 'base64')))) {
      return refused('invalid_input', 'This is not a picture that can be printed.', {
        field: 'logo',
        remedy: 'Choose a PNG, JPEG or SVG file.',
      })
    }
    await writeLogo(db, logo)
    return done({})
  },
  'packages.withdrawal': ({ db }, { ref }) => packageWithdrawal(db, ref),
  'packages.runningLow': async ({ db, now }, { search }) => {
    const { timeZone } = await schoolOf(db)
    const policy = await readRunningLowPolicy(db)
    return done({ rows: await runningLow(db, policy, businessDateAt(now, timeZone), search), policy })
  },
}

async function isDrawable(bytes: Buffer): Promise<boolean> {
  // Loaded where it is needed: every start would wait for it.
  const picture = await import('../documents/pdf/picture.ts')
  return picture.isDrawable(bytes)
}

async function policies(db: ReadDb): Promise<Policies> {
  const { name, address, timeZone, locale, fundsBelowZero } = await schoolOf(db)
  return {
    details: { name, address, timeZone, locale, fundsBelowZero },
    withdrawal: await readWithdrawalPolicy(db),
    runningLow: await readRunningLowPolicy(db),
  }
}

async function schoolOf(db: ReadDb): Promise<SchoolTerms> {
  const school = await readSchool(db)
  if (!school) throw new Error('a signed-in user without a school')
  return school
}

function unknownZone(timeZone: string): Outcome<never> | undefined {
  try {
    Intl.DateTimeFormat('en', { timeZone }).resolvedOptions()
    return undefined
  } catch {
    return refused('invalid_input', `"${timeZone}" is not a time zone.`, {
      field: 'details.timeZone',
      remedy: 'Write one like America/Denver.',
    })
  }
}

function unknownLocale(locale: string): Outcome<never> | undefined {
  try {
    if (Intl.NumberFormat.supportedLocalesOf(locale).length > 0) return undefined
  } catch {
    // Not even in the form of one.
  }
  return refused('invalid_input', `"${locale}" is not a language and region that this computer knows.`, {
    field: 'details.locale',
    remedy: 'Write one like en-US.',
  })
}
