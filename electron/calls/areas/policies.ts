import { isLocale } from '../../../shared/locale.ts'
import { isTimeZone } from '../../../shared/time-zone.ts'
import type { Policies } from '../../../shared/contract/policies.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import {
  readLogo,
  readRunningLowPolicy,
  readWithdrawalPolicy,
  writeLogo,
  writePolicies,
} from '../../billing/policies-store.ts'
import { changeDetails, type SchoolDetails } from '../../billing/school-store.ts'
import { runningLow } from '../../reports/lists/running-low.ts'
import { packageWithdrawal } from '../../reports/packages/withdrawal.ts'
import type { ReadDb } from '../../storage/database.ts'
import { signed, type Implementations } from '../implementation.ts'

export const policiesImplementations: Implementations<
  'policies.get' | 'policies.set' | 'school.logo' | 'school.setLogo' | 'packages.withdrawal' | 'packages.runningLow'
> = {
  'policies.get': async ({ db, school }) => done(await policies(db, school)),
  'policies.set': async ({ db, user, now }, input) => {
    const wrong = unknownTerms(input.details)
    if (wrong) return wrong
    await changeDetails(db, signed(user, now), input.details)
    await writePolicies(db, signed(user, now), input)
    return done(await policies(db, input.details))
  },
  'school.logo': async ({ db }) => {
    const logo = await readLogo(db)
    return done({ logo: logo && { content: logo.toString('base64') } })
  },
  'school.setLogo': async ({ db, user, now }, { logo }) => {
    if (logo && !(await isDrawable(Buffer.from(logo.content, 'base64')))) {
      return refused('invalid_input', say('refused_calls.this_is_not_a_picture_that_can_be'), {
        field: 'logo',
        remedy: say('refused_calls.choose_a_png_jpeg_or_svg_file'),
      })
    }
    await writeLogo(db, signed(user, now), logo)
    return done({})
  },
  'packages.withdrawal': ({ db }, { ref }) => packageWithdrawal(db, ref),
  'packages.runningLow': async ({ db, today }, { search }) => {
    const policy = await readRunningLowPolicy(db)
    return done({ rows: await runningLow(db, policy, today, search), policy })
  },
}

async function isDrawable(bytes: Buffer): Promise<boolean> {
  // Loaded where it is needed: every start would wait for it.
  const picture = await import('../../documents/pdf/picture.ts')
  return picture.isDrawable(bytes)
}

async function policies(db: ReadDb, details: SchoolDetails): Promise<Policies> {
  const { name, address, timeZone, locale, fundsBelowZero, cashStep } = details
  return {
    details: { name, address, timeZone, locale, fundsBelowZero, cashStep },
    withdrawal: await readWithdrawalPolicy(db),
    runningLow: await readRunningLowPolicy(db),
  }
}

function unknownTerms({ timeZone, locale }: SchoolDetails): Outcome<never> | undefined {
  if (!isTimeZone(timeZone)) {
    return refused('invalid_input', say('refused_calls.unknown_time_zone', { timeZone }), {
      field: 'details.timeZone',
      remedy: say('refused_calls.unknown_time_zone_remedy'),
    })
  }
  if (isLocale(locale)) return undefined
  return refused('invalid_input', say('refused_calls.unknown_locale', { locale }), {
    field: 'details.locale',
    remedy: say('refused_calls.unknown_locale_remedy'),
  })
}
