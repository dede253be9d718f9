import { z } from 'zod'
import { aside, read, write } from '../call.ts'

const papersPlacesSchema = z.object({
  /** what an administrator has settled; null: nothing */
  settled: z.string().nullable(),
  /** in which a new folder is made where none is named */
  usual: z.string(),
  /** anywhere: any ordinary folder; own: below the own home folder; usual: nowhere but there */
  may: z.enum(['anywhere', 'own', 'usual']),
})
export type PapersPlaces = z.output<typeof papersPlacesSchema>

/** Where papers go, and who settles it. */
export const placesCalls = {
  /** Where statements of many go when nobody says, and whether the caller may name another folder. */
  'statements.places': read({
    access: 'Access Billing Tab',
    input: z.object({}),
    output: papersPlacesSchema,
  }),
  /** Settles where papers go; empty: nowhere in particular. */
  'statements.settleFolder': write({
    access: 'Manage Settings',
    input: z.object({ folder: z.string().trim().max(1_000) }),
    output: papersPlacesSchema,
  }),
  /** Whether this host of the window has a dialog in which a folder is chosen: a browser has none. */
  'places.dialog': read({
    access: 'Access Billing Tab',
    input: z.object({}),
    output: z.object({ there: z.boolean() }),
  }),
  /** Has a person choose a folder in the system's own dialog; null where nobody chose one. */
  'places.choose': aside({
    access: 'Access Billing Tab',
    input: z.object({
      /** where the dialog begins; empty: where the system likes */
      from: z.string().max(1_000),
    }),
    output: z.object({ folder: z.string().nullable() }),
  }),
}
