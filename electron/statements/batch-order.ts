import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { batchFormSchema, type BatchForm } from '../../shared/contract/statements/batch.ts'
import { businessDate, type BusinessDate } from '../../shared/dates.ts'
import { writeDurably } from '../storage/durable-file.ts'

/** What a batch of statements was asked to write. */
export interface BatchOrder {
  /** customer packages */
  readonly refs: readonly string[]
  readonly asOf: BusinessDate | null
  /** the first day of the activity; null: from the beginning */
  readonly from: BusinessDate | null
  readonly inWords: boolean
  /** without the activity */
  readonly short: boolean
  readonly form: BatchForm
  /** drafts of e-mails beside the papers, of one customer's next to each other */
  readonly drafts: boolean
  /** a folder; made where it does not exist */
  readonly folder: string
  readonly today: BusinessDate
  /** null: by the command line */
  readonly userId: number | null
  /** all statements of a batch are issued at this instant: by it they are known again */
  readonly now: Date
  /** the last statement before them */
  readonly after: number
}

const FILE = 'statements-under-way.json'

const day = z.string().transform((text) => businessDate(text))
const orderSchema = z.object({
  refs: z.array(z.string()),
  asOf: day.nullable(),
  // One that an earlier version has kept had neither.
  from: day.nullable().default(null),
  inWords: z.boolean(),
  short: z.boolean().default(false),
  form: batchFormSchema,
  drafts: z.boolean().default(false),
  folder: z.string(),
  today: day,
  userId: z.int().nullable(),
  after: z.int(),
  now: z.iso.datetime().transform((text) => new Date(text)),
})

/** Keeps beside the data what is being written, so that a batch that is broken off can be finished. */
export function keepOrder(dataFolder: string, order: BatchOrder): void {
  writeDurably(join(dataFolder, FILE), JSON.stringify(order))
}

/** The batch that was begun and is not finished; null where there is none. */
export function keptOrder(dataFolder: string): BatchOrder | null {
  if (!existsSync(join(dataFolder, FILE))) return null
  try {
    return orderSchema.parse(JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8')))
  } catch {
    return null
  }
}

export function forgetOrder(dataFolder: string): void {
  rmSync(join(dataFolder, FILE), { force: true })
}
