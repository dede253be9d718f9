import { z } from 'zod'
import { backupCopySchema, copiesSchema, restorePreviewSchema } from './backups.ts'
import { aside } from './call.ts'
import { troubleKindSchema } from './trouble-kinds.ts'
import { emptySchema } from './values.ts'

/** What is wrong with the data at the start, and what can be done about it. */
export const troubleSchema = z.object({
  kind: troubleKindSchema,
  message: z.string(),
  remedy: z.string(),
  dataFolder: z.string(),
  /** the newest backup that was checked; null where none is found */
  lastGood: backupCopySchema.nullable(),
  /** whether a restore could be carried out: nothing else keeps the folder from it */
  canRestore: z.boolean(),
  /** whether the data can be looked at, without recording anything */
  canRead: z.boolean(),
  /** whether work can go on with what is there, though something is missing */
  canGoOn: z.boolean(),
  /** where the server asks for a password: whether this computer can keep it, encrypted; null elsewhere */
  login: z.object({ canKeep: z.boolean() }).nullable(),
})
export type Trouble = z.output<typeof troubleSchema>

const fileSchema = z.string().min(1).max(4_000)
const passwordSchema = z.string().max(1_000).nullable()
const onceMore = 'It puts right what is wrong, or does nothing; where nothing is wrong any more it is refused.'
const opened = z.object({ opened: z.boolean() })

/**
 * The start on trouble: before anybody can sign in, because the data cannot be opened. All of them are refused while a
 * school is open; where there is none yet, a backup can be looked at and put in its place.
 */
export const troubleCalls = {
  'trouble.state': aside({
    access: 'anyone',
    input: emptySchema,
    output: z.object({ trouble: troubleSchema.nullable() }),
  }),
  'trouble.copies': aside({
    access: 'anyone',
    input: z.object({ folder: z.string().trim().max(4_000).nullable() }),
    output: copiesSchema,
  }),
  'trouble.look': aside({
    access: 'anyone',
    input: z.object({ file: fileSchema }),
    output: restorePreviewSchema,
  }),
  /** Opens the data again. Answers whether that went. */
  'trouble.retry': aside({ access: 'anyone', input: emptySchema, output: opened, unbound: onceMore }),
  /** Opens the data again with the password of its server. Answers whether that went, and whether it is kept. */
  'trouble.enter': aside({
    access: 'anyone',
    input: z.object({ password: z.string().min(1).max(1_000), keep: z.boolean() }),
    output: opened.extend({ kept: z.boolean() }),
    unbound: onceMore,
  }),
  'trouble.restore': aside({
    access: 'anyone',
    input: z.object({ file: fileSchema, password: passwordSchema }),
    output: z.object({ keptAside: z.string().nullable() }),
    unbound: onceMore,
  }),
  /** Opens a copy of the data to be looked at; nothing can be recorded. */
  'trouble.readOn': aside({ access: 'anyone', input: emptySchema, output: opened, unbound: onceMore }),
  /** Goes on with what is there, though entries are missing; the audit list says so. */
  'trouble.goOn': aside({ access: 'anyone', input: emptySchema, output: opened, unbound: onceMore }),
}
