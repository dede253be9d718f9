import {
  callShape,
  type CallEnvelope,
  type CallInput,
  type CallName,
  type CallOutput,
  type CallReply,
} from '../../shared/contract/index.ts'
import { attended } from './attended.ts'
import { CallFailure } from './call-failure.ts'
import { throughDoor } from './door.ts'
import { endSession, sessionToken } from './session-token.ts'
import { say } from '../../shared/words/say.ts'

/**
 * Calls the engine: the only way from a screen to any data.
 * @param input as the contract's input schema reads it
 * @returns the value, checked against the contract's output schema
 * @throws CallFailure with a sentence and a remedy
 */
export async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const session = sessionToken()
  const commandId = callShape(name).effect === 'write' ? crypto.randomUUID() : null
  const envelope = { call: name, input, session, commandId, attended: attended() }
  const reply = await answered(envelope, callShape(name).effect !== 'session')
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
 * goes under the same command id. Signing in or out is not sent again by itself.
 */
async function answered(envelope: CallEnvelope, again: boolean): Promise<CallReply> {
  try {
    return await throughDoor(envelope)
  } catch {
    try {
      if (!again) throw new Error('not sent again')
      return await throughDoor(envelope)
    } catch {
      throw new CallFailure({
        code: 'internal',
        message: say('api.noAnswer'),
        remedy: say('api.noAnswerRemedy'),
      })
    }
  }
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
