import { colorSchemeSchema } from '../../../shared/contract/preferences.ts'
import { done } from '../../../shared/failure.ts'
import { keepPreference, readPreference } from '../../people/preferences-store.ts'
import type { Implementations } from '../implementation.ts'

const COLOR_SCHEME = 'color_scheme'

export const preferencesImplementations: Implementations<'preferences.read' | 'preferences.setColorScheme'> = {
  'preferences.read': async ({ db, user }) => {
    const kept = await readPreference(db, user.id, COLOR_SCHEME)
    return done({ colorScheme: colorSchemeSchema.safeParse(kept).data ?? null })
  },
  'preferences.setColorScheme': async ({ db, user }, { colorScheme }) => {
    await keepPreference(db, user.id, COLOR_SCHEME, colorScheme)
    return done({ colorScheme })
  },
}
