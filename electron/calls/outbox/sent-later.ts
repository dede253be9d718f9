import { z } from 'zod'
import { SENT_LATER, type SentLater } from '../../../shared/contract/outbox.ts'
import type { Failure, Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { User } from '../../people/users-store.ts'
import { readUser } from '../../people/users-store.ts'
import type { WriteDb } from '../../storage/database.ts'
import { actionImplementations } from '../areas/actions.ts'
import { invoicesImplementations } from '../areas/invoices.ts'
import { contract, isCallName } from '../contract.ts'
import { kept } from '../kept-answer.ts'
import { accessRefusal } from '../permission.ts'
import { schoolToday } from '../school-today.ts'

const callSchema = z.object({ call: z.string() })

export function isSentLater(call: string): call is SentLater {
  return (SENT_LATER as readonly string[]).includes(call)
}

/** Whether a call that did not reach the server is asked again on the desk's copy: it changes nothing, or is sent later. */
export function goesOn(envelope: unknown): boolean {
  const call = callSchema.safeParse(envelope).data?.call
  if (call === undefined || !isCallName(call)) return false
  const definition = contract[call]
  if (definition.effect === 'write') return isSentLater(call)
  return definition.effect !== 'aside' || !('unbound' in definition)
}

/** Why a call is not carried out while the server is out of reach. */
export function needsServer(): Failure {
  return { code: 'busy', message: say('unsent.needs_server'), remedy: say('unsent.needs_server_remedy') }
}

interface Caller {
  readonly db: WriteDb
  readonly user: User
  readonly now: Date
  readonly school: NonNullable<Awaited<ReturnType<typeof schoolToday>>['school']>
  readonly today: BusinessDate
}
type Play = (caller: Caller, input: unknown) => Promise<Outcome<unknown>>
const plays = { ...actionImplementations, ...invoicesImplementations } as unknown as Readonly<Record<SentLater, Play>>

/** An action that was recorded without the server, as it is carried out again: on a copy, or at the server. */
export interface Sent {
  readonly call: SentLater
  readonly userId: number
  readonly input: unknown
  /** the school's day on which it was recorded: where none was said, it is meant */
  readonly day: BusinessDate
}

/**
 * Carries out what was recorded without the server, by the same code as everything, as who recorded it and with what
 * that person may do now. Refused: not_permitted where the user is gone, or may not any more.
 */
export async function played(db: WriteDb, now: Date, { call, userId, input, day }: Sent): Promise<Outcome<unknown>> {
  const user = await readUser(db, userId)
  const { school } = await schoolToday(db, now)
  if (!school) throw new Error('an action is sent to a server without a school')
  if (!user)
    return {
      ok: false,
      failure: { code: 'not_permitted', message: say('unsent.user_gone'), remedy: say('unsent.again') },
    }
  const refusal = accessRefusal(contract[call].access, user)
  if (refusal) return { ok: false, failure: refusal }
  const outcome = await plays[call]({ db, user, now, school, today: day }, input)
  return kept(outcome, contract[call].output)
}
