import {
  callShape,
  type CallEnvelope,
  type CallInput,
  type CallName,
  type CallOutput,
  type CallReply,
  type Effect,
} from '../../shared/contract/index.ts'
import { doingAgain } from './again.ts'
import { attended } from './attended.ts'
import { CallFailure } from './call-failure.ts'
import { throughDoor } from './door.ts'
import { endSession, sessionToken, sessionUsername } from './session-token.ts'
import { commandIdOf, markOf, noteSent, noteUnanswered, settleUnanswered, type Unanswered } from './unanswered.ts'
import { say } from '../../shared/words/say.ts'

/**
 * Calls the engine: the only way from a screen to any data.
 * @param input as the contract's input schema reads it
 * @returns the value, checked against the contract's output schema
 * @throws CallFailure with a sentence and a remedy
 */
export async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  return callAs(sessionToken(), name, input)
}

/** The same with the token of another session than the window's present one: of a desk that waits for a PIN. */
export async function callAs<Name extends CallName>(
  session: string | null,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const { effect } = callShape(name)
  const again = effect === 'write' ? doingAgain() : undefined
  const content = JSON.stringify([sessionUsername(), name, input, again])
  const commandId = effect === 'write' ? commandIdOf(content) : null
  const envelope = { call: name, input, session, commandId, attended: attended(), again }
  if (commandId !== null) noteSent(unansweredOf(commandId))
  const reply = await answered(envelope, { effect, content })
  if (commandId !== null) settleUnanswered(commandId)
  if (!reply.ok) {
    if (reply.failure.code === 'not_signed_in' && session !== null && session === sessionToken()) {
      endSession({ notice: reply.failure.message })
    }
    throw new CallFailure(reply.failure)
  }
  return checked(name, reply.value)
}

/**
 * A call whose answer got lost is sent once more where that cannot do anything twice: what changes nothing, and what
 * goes under the same command id. Signing in or out is not sent again by itself. Where a command stays without an
 * answer, nobody is invited to try it again before it is known what became of it.
 */
async function answered(
  envelope: CallEnvelope,
  { effect, content }: { readonly effect: Effect; readonly content: string },
): Promise<CallReply> {
  try {
    return await throughDoor(envelope)
  } catch {
    if (effect === 'session') throw noAnswer()
  }
  try {
    return await throughDoor(envelope)
  } catch {
    if (envelope.commandId === null) throw noAnswer()
    noteUnanswered(content, unansweredOf(envelope.commandId))
    throw new CallFailure({
      code: 'unanswered',
      message: say('api.unanswered'),
      remedy: say('api.unansweredRemedy'),
    })
  }
}

/** A command of whoever is signed in, as it is kept until its answer is there. */
function unansweredOf(id: string): Unanswered {
  return { id, mark: markOf(sessionUsername() ?? ''), sentAt: Date.now() }
}

function noAnswer(): CallFailure {
  return new CallFailure({ code: 'internal', message: say('api.noAnswer'), remedy: say('api.noAnswerRemedy') })
}

function checked<Name extends CallName>(name: Name, value: unknown): CallOutput<Name> {
  const parsed = callShape(name).output.safeParse(value)
  if (!parsed.success) {
    throw new CallFailure(
      {
        code: 'internal',
        message: say('api.answerUnreadable'),
        remedy: say('api.answerUnreadableRemedy'),
      },
      { cause: parsed.error },
    )
  }
  return parsed.data as CallOutput<Name>
}
