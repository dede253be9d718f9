import { z } from 'zod'
import { aside } from './call.ts'
import { emptySchema } from './values.ts'

/** A school's place on a server, as a person says it. */
export const serverPlaceSchema = z.object({
  host: z.string().trim().min(1).max(255),
  port: z.int().min(1).max(65_535),
  database: z.string().trim().min(1).max(63),
  /** empty: who works at the computer */
  user: z.string().trim().max(63),
  /** the file of the certificate by which the server's is verified; empty: those that the computer trusts */
  certificate: z.string().trim().max(4_000),
})
export type ServerPlace = z.output<typeof serverPlaceSchema>

export const placeStateSchema = z.object({
  /** the folder with which this desk was started */
  home: z.string(),
  /** null: the school lies in that folder */
  server: serverPlaceSchema
    .extend({
      /** whether the way there is encrypted, and the server's certificate verified */
      encrypted: z.boolean(),
    })
    .nullable(),
  /** whether another place can be chosen here; not where the desk was started at a server, or its school moved there */
  changeable: z.boolean(),
  /** whether the folder with which it was started holds a school of its own */
  holdsOwn: z.boolean(),
  /** whether this computer keeps a password, encrypted */
  canKeep: z.boolean(),
})
export type PlaceState = z.output<typeof placeStateSchema>

const passwordSchema = z.string().min(1).max(1_000).nullable()
const lookInput = z.object({
  server: serverPlaceSchema,
  /** null: as the system or the surroundings say it */
  password: passwordSchema,
})

export const serverLookSchema = z.object({
  version: z.string(),
  encrypted: z.boolean(),
  /** the name of the school that is there; null where there is none */
  school: z.string().nullable(),
  entries: z.int().min(0),
})
export type ServerLook = z.output<typeof serverLookSchema>

const choiceInput = z.object({
  /** null: the folder with which this desk was started */
  server: serverPlaceSchema.nullable(),
  password: passwordSchema,
  /** whether this computer keeps the password */
  keep: z.boolean(),
  /** whether the present school goes along: into a place without one */
  move: z.boolean(),
})
const chosen = z.object({
  opened: z.boolean(),
  /** what the school is kept as that was moved; null where none was */
  keptAside: z.string().nullable(),
})

const LOOKS = 'It changes nothing.'
const ENDS = 'It ends every session; the same place chosen twice is the same place.'

/**
 * Where the school lies. Who may change settings looks at it and chooses another place; where no school is open, or
 * there is none yet, whoever sits at the computer does, as with the command line.
 */
export const placeCalls = {
  'place.state': aside({ access: 'Manage Settings', input: emptySchema, output: placeStateSchema }),
  /** Looks at a server, changing nothing. Refused: invalid_input, busy, storage. */
  'place.look': aside({ access: 'Manage Settings', input: lookInput, output: serverLookSchema, unbound: LOOKS }),
  /** Opens the school of another place, now and at each start; everybody signs in again. */
  'place.choose': aside({ access: 'Manage Settings', input: choiceInput, output: chosen, unbound: ENDS }),
  'trouble.place': aside({ access: 'anyone', input: emptySchema, output: placeStateSchema }),
  'trouble.lookAt': aside({ access: 'anyone', input: lookInput, output: serverLookSchema, unbound: LOOKS }),
  'trouble.choosePlace': aside({ access: 'anyone', input: choiceInput, output: chosen, unbound: ENDS }),
}
