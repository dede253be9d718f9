import { z } from 'zod'
import { read, write } from './call.ts'
import { emptySchema } from './values.ts'

export const colorSchemeSchema = z.enum(['light', 'dark', 'auto'])
export type ColorScheme = z.output<typeof colorSchemeSchema>

/** What a user has settled for the own windows; null: nothing yet. */
export const preferencesSchema = z.object({ colorScheme: colorSchemeSchema.nullable() })

export const preferencesCalls = {
  'preferences.read': read({ access: 'signed_in', input: emptySchema, output: preferencesSchema }),
  'preferences.setColorScheme': write({
    access: 'signed_in',
    input: z.object({ colorScheme: colorSchemeSchema }),
    output: preferencesSchema,
  }),
}
