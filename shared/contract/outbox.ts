import { z } from 'zod'
import { say } from '../words/say.ts'
import type { ActionCall } from './actions.ts'
import { aside } from './call.ts'
import { centsSchema, dateSchema, emptySchema, tenderSchema } from './values.ts'

/**
 * What a desk takes in without its server: the everyday actions on packages, invoices and accounts. What moves all of a
 * customer, many packages at once, or what was brought over, waits for the server, as everything does that is no action.
 */
export const SENT_LATER = [
  'accounts.deposit',
  'accounts.withdraw',
  'invoices.correct',
  'invoices.delete',
  'invoices.make',
  'invoices.pay',
  'invoices.refund',
  'invoices.reversePayment',
  'invoices.void',
  'packages.add',
  'packages.addMember',
  'packages.adjust',
  'packages.changeEnd',
  'packages.lapse',
  'packages.pay',
  'packages.refund',
  'packages.remove',
  'packages.removeMember',
  'packages.return',
  'packages.transferFunds',
  'packages.transferHours',
  'payments.correct',
  'payments.reverse',
  'payments.take',
] as const satisfies readonly (ActionCall | 'invoices.correct' | 'payments.correct' | 'payments.take')[]
export type SentLater = (typeof SENT_LATER)[number]

/** What every window of a desk is told of actions that are not at the server. */
export const outboxStandingSchema = z.object({
  /** ISO 8601, UTC: since when the server is out of reach; null while it is there */
  since: z.string().nullable(),
  /** ISO 8601, UTC: when what is shown was so at the server; null while it is there */
  asOf: z.string().nullable(),
  /** why what waits is not sent, though the server is there again */
  problem: z.string().nullable(),
  waiting: z.int().min(0),
  /** refused by the server, and not settled by anybody */
  refused: z.int().min(0),
  /** whether the bar says anything of it: otherwise there is a list, and all of it was sent or settled */
  matters: z.boolean(),
})
export type OutboxStanding = z.output<typeof outboxStandingSchema>

const unsentSchema = z.object({
  /** by which it is called here */
  number: z.int(),
  /** ISO 8601, UTC */
  recordedAt: z.string(),
  by: z.string(),
  /** what it does, in one plain sentence */
  sentence: z.string(),
  customer: z.object({ number: z.string(), name: z.string() }).nullable(),
  state: z.enum(['waiting', 'sent', 'refused', 'settled']),
  /** ISO 8601, UTC: of that state; null while it waits */
  at: z.string().nullable(),
  /** the name that what it made has here, and at the server */
  ref: z.string(),
  there: z.string().nullable(),
  /** why it was refused */
  reason: z.string().nullable(),
  /** what was sent, by the server's names: where it was refused and may be done again, or was */
  sent: z
    .object({
      call: z.string().transform((call) => call as SentLater),
      input: z.unknown(),
      /** the day on which it was recorded: it was meant where none was said */
      day: dateSchema,
      /** the payment that it takes back or puts right, as the school has it */
      payment: z.object({ amount: centsSchema, method: tenderSchema, date: dateSchema, payer: z.string() }).nullable(),
    })
    .nullable(),
  /** the reference of what it was done again as */
  repeatedAs: z.string().nullable(),
  /** what became of it, as a person said */
  settled: z.object({ by: z.string(), note: z.string() }).nullable(),
})
export type UnsentAction = z.output<typeof unsentSchema>

export const outboxCalls = {
  /** What this desk recorded without its server: what waits or was refused first, then the newest. */
  'outbox.list': aside({
    access: 'Access Billing Tab',
    input: emptySchema,
    output: z.object({ rows: z.array(unsentSchema) }),
  }),
  /** A refused action was done again by hand, or is left undone: with the reason. It stays on the list. */
  'outbox.settle': aside({
    access: 'Access Billing Tab',
    input: z.object({
      number: z.int().min(1),
      note: z.string().trim().min(1, say('calls.write_what_became_of_it')).max(2_000),
    }),
    output: emptySchema,
    unbound: 'What was settled is not settled again: the second time it is refused.',
  }),
}
