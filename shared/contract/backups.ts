import { z } from 'zod'
import { aside } from './call.ts'
import { outboxStandingSchema } from './outbox.ts'
import { emptySchema } from './values.ts'
import { troubleKindSchema } from './trouble-kinds.ts'
import { say } from '../words/say.ts'

export const backupCopySchema = z.object({
  /** its whole path: what the other calls know it by */
  file: z.string(),
  name: z.string(),
  /** ISO 8601, UTC */
  madeAt: z.string(),
  /** the business date of its last entry; null where that is not known, or there is none */
  lastDay: z.string().nullable(),
  /** null: not known before it is opened */
  entries: z.int().nullable(),
  bytes: z.int(),
  school: z.string().nullable(),
  reason: z.enum(['asked', 'day', 'rebuild', 'restore', 'kept_aside', 'before_migration']).nullable(),
  encrypted: z.boolean(),
  /**
   * checked: it was opened and verified when it was made. as_it_is: it was made of a school that did not verify.
   * broken: it is not as it was made. unknown: nothing says what it must hold.
   */
  state: z.enum(['checked', 'as_it_is', 'broken', 'unknown']),
  /** what did not verify */
  finding: z.string().nullable(),
})
export type BackupCopy = z.output<typeof backupCopySchema>

const fileSchema = z.string().min(1).max(4_000)
const folderSchema = z.string().trim().max(4_000)
const passwordSchema = z.string().max(1_000).nullable()

/** What a restore would bring and lose. */
export const restorePreviewSchema = z.object({
  copy: backupCopySchema,
  /** the school of the backup; null where it must be decrypted to be known */
  school: z.string().nullable(),
  /** the present data; null where it cannot be read */
  present: z.object({ entries: z.int(), lastDay: z.string().nullable() }).nullable(),
  /** whether both are one ledger, one being further on; null where that cannot be told */
  sameLedger: z.boolean().nullable(),
  /** entries that only the backup has */
  brings: z.int(),
  /** entries that only the present data has */
  loses: z.int(),
  /** the last of those, the newest first, as far as they can be read */
  lost: z.array(z.object({ entry: z.int(), date: z.string(), action: z.string(), ref: z.string(), who: z.string() })),
})
export type RestorePreview = z.output<typeof restorePreviewSchema>

export const backupsStatusSchema = z.object({
  folder: z.string(),
  /** whether it was chosen, or is the one that is taken while nobody chose */
  chosen: z.boolean(),
  /** whether it lies on the same disk as the data, and would be lost with it */
  sameDisk: z.boolean(),
  encrypted: z.boolean(),
  running: z.boolean(),
  /** the last checked backup; null where there is none */
  last: backupCopySchema.nullable(),
  /** its age in whole days; null where there is none */
  days: z.int().nullable(),
  /** why the last attempt gave none; null where it did */
  failing: z.string().nullable(),
})
export type BackupsStatus = z.output<typeof backupsStatusSchema>

export const copiesSchema = z.object({
  folder: z.string(),
  copies: z.array(backupCopySchema),
  /** names under which a server keeps schools that were put aside */
  onServer: z.array(z.string()),
})

export const standingSchema = z.object({
  /** why nothing can be recorded; null while all is well */
  trouble: z.object({ kind: troubleKindSchema, message: z.string(), remedy: z.string() }).nullable(),
  /** what this desk recorded without its server; null where there is no such thing, and the server is there */
  outbox: outboxStandingSchema.nullable(),
  /** what those who may act must know of the backups; null where all is well, and for everybody else */
  backups: z.object({ days: z.int().nullable(), failing: z.string().nullable() }).nullable(),
})
export type Standing = z.output<typeof standingSchema>

const AGAIN = 'It makes another file beside the others, and harms nothing where it comes twice.'
const SETS = 'It sets what is set: twice is the same as once.'
const ENDS = 'It ends every session; the same backup put in place twice is the same school.'

export const backupsCalls = {
  /** Whether something is wrong with the data or its backups: asked by every window. */
  'backups.standing': aside({ access: 'signed_in', input: emptySchema, output: standingSchema }),
  'backups.status': aside({ access: 'Manage Settings', input: emptySchema, output: backupsStatusSchema }),
  /** The backups in the folder for backups, or in another one; with those that the data folder keeps. */
  'backups.list': aside({
    access: 'Manage Settings',
    input: z.object({ folder: folderSchema.nullable() }),
    output: copiesSchema,
  }),
  'backups.make': aside({ access: 'Manage Settings', input: emptySchema, output: backupCopySchema, unbound: AGAIN }),
  /** Where backups go, and whether a password locks them. Refused: invalid_input. */
  'backups.configure': aside({
    access: 'Manage Settings',
    input: z.object({
      /** empty: beside the data */
      folder: folderSchema,
      /** null: as it is; empty: none any more */
      password: z
        .string()
        .max(1_000)
        .refine((text) => text === '' || text.length >= 8, say('calls.use_at_least_8_characters'))
        .nullable(),
    }),
    output: backupsStatusSchema,
    unbound: SETS,
  }),
  'backups.look': aside({
    access: 'Manage Settings',
    input: z.object({ file: fileSchema }),
    output: restorePreviewSchema,
  }),
  /** Puts a backup in the place of the school; everybody signs in again. */
  'backups.restore': aside({
    access: 'Manage Settings',
    input: z.object({ file: fileSchema, password: passwordSchema }),
    output: z.object({ keptAside: z.string().nullable() }),
    unbound: ENDS,
  }),
}
