import type { z } from 'zod'
import type { CallDefinition } from './call.ts'
import { actionCallShape, type ActionCalls } from './actions.ts'
import { backOfficeCalls } from './back-office.ts'
import { backupsCalls } from './backups.ts'
import { bringOverCalls } from './bring-over.ts'
import { catalogueCalls } from './catalogue.ts'
import { changesCalls } from './changes.ts'
import { commandsCalls } from './commands.ts'
import { customersCalls } from './customers.ts'
import { helpCalls } from './help.ts'
import { invoicesCalls } from './invoices.ts'
import { outboxCalls } from './outbox.ts'
import { packagesCalls } from './packages.ts'
import { papersCalls } from './papers.ts'
import { changeEndsCalls } from './change-ends.ts'
import { leavingCalls } from './leaving.ts'
import { paymentsCalls } from './payments.ts'
import { peopleCalls } from './people.ts'
import { placeCalls } from './place.ts'
import { policiesCalls } from './policies.ts'
import { preferencesCalls } from './preferences.ts'
import { reconcileCalls } from './reconcile.ts'
import { recordsCalls } from './records.ts'
import { schoolCalls } from './school.ts'
import { sessionCalls } from './session.ts'
import { startCalls } from './start.ts'
import { statementsCalls } from './statements.ts'
import { troubleCalls } from './trouble.ts'

/** Every call but those of the billing rules' actions, which their declarations make: see electron/calls/contract.ts. */
export const plainCalls = {
  ...startCalls,
  ...sessionCalls,
  ...changesCalls,
  ...commandsCalls,
  ...outboxCalls,
  ...packagesCalls,
  ...invoicesCalls,
  ...paymentsCalls,
  ...changeEndsCalls,
  ...leavingCalls,
  ...customersCalls,
  ...catalogueCalls,
  ...peopleCalls,
  ...policiesCalls,
  ...preferencesCalls,
  ...recordsCalls,
  ...schoolCalls,
  ...bringOverCalls,
  ...statementsCalls,
  ...papersCalls,
  ...backOfficeCalls,
  ...reconcileCalls,
  ...backupsCalls,
  ...troubleCalls,
  ...placeCalls,
  ...helpCalls,
}

/** Every call there is. Both hosts, the permission checks, the window's client and the tests derive from this map. */
export type Contract = typeof plainCalls & ActionCalls
export type CallName = keyof Contract
/** What a caller writes. */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>
/** What an implementation receives, validated. */
export type CallArguments<Name extends CallName> = z.output<Contract[Name]['input']>
/** What a caller gets. */
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>

export type { Access, CallDefinition, CallEnvelope, CallReply, Effect } from './call.ts'

/** What a window must know of a call: whether it changes something, and how its answer reads. */
export function callShape(name: CallName): Pick<CallDefinition, 'effect' | 'output'> {
  return Object.hasOwn(plainCalls, name) ? plainCalls[name as keyof typeof plainCalls] : actionCallShape(name)
}
